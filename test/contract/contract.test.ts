/** What any language server owes its client, held against a built one over raw JSON-RPC; nothing of the server’s own is known here but `subject.ts`. */
import { spawn } from 'node:child_process'
import { afterEach, describe, expect, test } from 'vitest'
import { connect, type Message, type RawClient } from './client.ts'
import { subject } from './subject.ts'

const URI = 'file:///contract/story.md'
const NOT_INITIALIZED = -32002
const INVALID_REQUEST = -32600
const METHOD_NOT_FOUND = -32601
const INVALID_PARAMS = -32602
const CANCELLED = -32800

const running: RawClient[] = []
afterEach(async () => {
  for (const client of running.splice(0)) await client.end()
})

function started(): RawClient {
  const client = connect(subject)
  running.push(client)
  return client
}

interface Introduced {
  readonly client: RawClient
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server says that it can.
  readonly capabilities: any
}

async function introduced(capabilities: object = {}, processId: number | null = process.pid): Promise<Introduced> {
  const client = started()
  const { initializationOptions } = subject
  const { result } = await client.request('initialize', { processId, rootUri: null, capabilities, initializationOptions })
  client.notify('initialized', {})
  return { client, capabilities: result.capabilities }
}

const item = (text: string, version = 1) => ({ uri: URI, languageId: subject.languageId, version, text })
const document = { textDocument: { uri: URI } }
const isPublished = (version: number) => (message: Message) =>
  message.method === 'textDocument/publishDiagnostics' && message.params.uri === URI && message.params.version === version

/** Opens it and waits for what is pushed. */
async function opened(client: RawClient, text = subject.text): Promise<Message> {
  const published = client.next(isPublished(1))
  client.notify('textDocument/didOpen', { textDocument: item(text) })
  return published
}

interface Place {
  readonly line: number
  readonly character: number
}

/** Where an offset is as a client counts in that encoding; line breaks are `\n`. */
function placeOf(text: string, offset: number, encoding: string): Place {
  const before = text.slice(0, offset)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const character = encoding === 'utf-8' ? Buffer.byteLength(line) : encoding === 'utf-32' ? [...line].length : line.length
  return { line: before.split('\n').length - 1, character }
}
const rangeOf = (text: string, words: string, encoding = 'utf-16') => {
  const start = text.indexOf(words)
  return { start: placeOf(text, start, encoding), end: placeOf(text, start + words.length, encoding) }
}

describe('coming and going', () => {
  test('before the client has introduced itself every request is refused, and no notification does anything', async () => {
    const client = started()
    client.notify('textDocument/didOpen', { textDocument: item(subject.text) })
    for (const method of ['textDocument/hover', 'workspace/symbol', 'no/such/method', 'shutdown'])
      expect((await client.request(method, document)).error?.code).toBe(NOT_INITIALIZED)
    expect((await client.request('initialize', { processId: null, rootUri: null, capabilities: {} })).result).toHaveProperty('capabilities')
    expect((await client.request('textDocument/hover', { ...document, position: { line: 0, character: 0 } })).error?.code).toBe(
      INVALID_PARAMS
    )
    expect(client.received.filter(({ method }) => method === 'textDocument/publishDiagnostics')).toEqual([])
  })

  test('a client introduces itself once', async () => {
    const { client } = await introduced()
    expect((await client.request('initialize', { processId: null, rootUri: null, capabilities: {} })).error?.code).toBe(INVALID_REQUEST)
    expect(await opened(client)).toBeDefined()
  })

  test('after shutdown nothing is answered but the end, which is in order', async () => {
    const { client } = await introduced()
    await opened(client)
    expect((await client.request('shutdown')).result).toBeNull()
    expect((await client.request('textDocument/hover', { ...document, position: { line: 0, character: 0 } })).error?.code).toBe(
      INVALID_REQUEST
    )
    client.notify('exit')
    expect(await client.exited).toBe(0)
  })

  test('an end without shutdown is none in order, nor is input that just ends', async () => {
    const { client } = await introduced()
    client.notify('exit')
    expect(await client.exited).toBe(1)
    const { client: other } = await introduced()
    other.child.stdin?.end()
    expect(await other.exited).toBe(1)
  })

  test('a server whose client has vanished ends itself', async () => {
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const { client } = await introduced({}, parent.pid ?? 0)
    parent.kill('SIGKILL')
    expect(await client.exited).toBe(1)
  })
})

describe('messages', () => {
  test('an unknown request is told so, an unknown notification is passed over', async () => {
    const { client } = await introduced()
    client.notify('no/such/notification', { any: 1 })
    client.notify('$/noSuchThing', null)
    expect((await client.request('no/such/request', {})).error?.code).toBe(METHOD_NOT_FOUND)
    expect((await client.request('$/noSuchRequest', {})).error?.code).toBe(METHOD_NOT_FOUND)
  })

  test('malformed parameters are refused by every feature, and cost nothing else', async () => {
    const { client, capabilities } = await introduced()
    const first = await opened(client)
    const features = Object.entries(methods).filter(([provider]) => capabilities[provider])
    expect(features.length).toBeGreaterThan(5)
    for (const [, method] of features)
      for (const params of [{}, { textDocument: 7 }, { textDocument: { uri: 5 }, position: 'here' }, { textDocument: null }]) {
        const { error } = await client.request(method, params)
        expect(`${method} ${JSON.stringify(params)} ${error?.code}`).toBe(`${method} ${JSON.stringify(params)} ${INVALID_PARAMS}`)
      }
    for (const method of ['didOpen', 'didChange', 'didClose'])
      for (const params of [null, {}, { textDocument: 7 }, { textDocument: { uri: URI }, contentChanges: 5 }, { textDocument: {} }])
        client.notify(`textDocument/${method}`, params)
    client.notify('textDocument/didOpen', { textDocument: item(subject.text, 2) })
    expect((await client.next(isPublished(2), 0)).params.diagnostics).toEqual(first.params.diagnostics)
    expect(client.received.filter(({ params }) => /bug/i.test(String(params?.message)))).toEqual([])
  })

  test('messages may come in any pieces, many at once, and with other headers', async () => {
    const { client } = await introduced()
    const bytes = Buffer.concat([
      client.frame({ method: 'textDocument/didOpen', params: { textDocument: item(subject.text) } }),
      Buffer.from('Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n'),
      client.frame({ id: 'one', method: 'no/such/request' })
    ])
    for (let at = 0; at < bytes.length; at += 7) client.write(bytes.subarray(at, at + 7))
    expect((await client.next(({ id }) => id === 'one', 0)).error?.code).toBe(METHOD_NOT_FOUND)
    expect((await client.next(isPublished(1), 0)).params.diagnostics).toHaveLength(1)
  })

  test('a very large document is taken', async () => {
    const { client } = await introduced()
    const large = `${subject.text}\n${'Traders came to the hall, and went home again.\n\n'.repeat(40_000)}`
    expect((await opened(client, large)).params.diagnostics.length).toBeGreaterThan(0)
  })
})

/** A request for each provider that is about a place in a document. */
const methods: Readonly<Record<string, string>> = {
  hoverProvider: 'textDocument/hover',
  definitionProvider: 'textDocument/definition',
  referencesProvider: 'textDocument/references',
  completionProvider: 'textDocument/completion',
  documentHighlightProvider: 'textDocument/documentHighlight',
  documentSymbolProvider: 'textDocument/documentSymbol',
  codeActionProvider: 'textDocument/codeAction',
  codeLensProvider: 'textDocument/codeLens',
  inlayHintProvider: 'textDocument/inlayHint',
  renameProvider: 'textDocument/rename',
  semanticTokensProvider: 'textDocument/semanticTokens/full'
}

describe('order', () => {
  test('requests are answered by the text that the edits before them left', async () => {
    const { client } = await introduced()
    const position = placeOf(subject.text, subject.text.indexOf(subject.hovered) + 1, 'utf-16')
    client.notify('textDocument/didOpen', { textDocument: item(subject.text) })
    const before = client.request('textDocument/hover', { ...document, position })
    client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: 'Nothing.\n' }] })
    const after = client.request('textDocument/hover', { ...document, position })
    expect((await before).result).not.toBeNull()
    expect((await after).result).toBeNull()
  })

  test('a request that was cancelled before its turn is answered as cancelled', async () => {
    const { client } = await introduced()
    await opened(client)
    const position = placeOf(subject.text, subject.text.indexOf(subject.hovered) + 1, 'utf-16')
    client.write(
      Buffer.concat([
        client.frame({
          method: 'textDocument/didChange',
          params: { textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: subject.text }] }
        }),
        client.frame({ id: 'late', method: 'textDocument/hover', params: { ...document, position } }),
        client.frame({ method: '$/cancelRequest', params: { id: 'late' } })
      ])
    )
    expect((await client.next(({ id }) => id === 'late', 0)).error?.code).toBe(CANCELLED)
    client.notify('$/cancelRequest', { id: 'nobody' })
    expect((await client.request('textDocument/hover', { ...document, position })).result).not.toBeNull()
  })

  test('of many edits the last is what is told of, by its version, and an edit for it says so', async () => {
    const capabilities = {
      workspace: { workspaceEdit: { documentChanges: true } },
      textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } }
    }
    const { client } = await introduced(capabilities)
    await opened(client)
    for (let version = 2; version <= 30; version += 1)
      client.notify('textDocument/didChange', {
        textDocument: { uri: URI, version },
        contentChanges: [{ range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text: '\n' }]
      })
    const last = await client.next(isPublished(30), 0)
    expect(last.params.diagnostics[0].range.start.line).toBe(rangeOf(subject.text, subject.words).start.line + 29)
    const versions = client.received.flatMap(({ method, params }) => (method === 'textDocument/publishDiagnostics' ? [params.version] : []))
    expect(versions).toEqual([...versions].sort((a, b) => a - b))
    const { range } = last.params.diagnostics[0]
    const { result } = await client.request('textDocument/codeAction', { ...document, range, context: { diagnostics: [] } })
    expect(result[0].edit.documentChanges[0].textDocument).toEqual({ uri: URI, version: 30 })
  })
})

describe('documents', () => {
  test('of one that is not open nothing is known, and what is said of it does no harm', async () => {
    const { client } = await introduced()
    client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: 'x' }] })
    client.notify('textDocument/didClose', document)
    expect((await client.request('textDocument/hover', { ...document, position: { line: 0, character: 0 } })).error?.code).toBe(
      INVALID_PARAMS
    )
    await opened(client)
    client.notify('textDocument/didClose', document)
    const cleared = await client.next(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && params.diagnostics.length === 0
    )
    expect(cleared.params.uri).toBe(URI)
    expect((await opened(client)).params.diagnostics).toHaveLength(1)
  })

  test('changes with one that is none are not made by half', async () => {
    const { client } = await introduced()
    const { params } = await opened(client)
    const at = { line: 0, character: 0 }
    for (const wrong of [{ range: 1, text: 'x' }, { range: { start: at, end: { line: 'one' } }, text: 'x' }, { text: 5 }, null])
      client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: 'gone' }, wrong] })
    const beyond = { start: { line: 10_000, character: 5 }, end: { line: 20_000, character: 99 } }
    client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 3 }, contentChanges: [{ range: beyond, text: '\n' }] })
    expect((await client.next(isPublished(3), 0)).params.diagnostics).toEqual(params.diagnostics)
  })
})

describe('places', () => {
  for (const encoding of ['utf-16', 'utf-8', 'utf-32'])
    test(`are counted in ${encoding} where the client would rather have that`, async () => {
      const { client, capabilities } = await introduced({ general: { positionEncodings: [encoding, 'utf-16'] } })
      expect(capabilities.positionEncoding).toBe(encoding)
      const { params } = await opened(client)
      expect(params.diagnostics[0].range).toEqual(rangeOf(subject.text, subject.words, encoding))
      const start = placeOf(subject.text, subject.text.indexOf(subject.words), encoding)
      client.notify('textDocument/didChange', {
        textDocument: { uri: URI, version: 2 },
        contentChanges: [
          { range: { start, end: start }, text: '🙂🙂 “' },
          { range: { start, end: { ...start, character: start.character + WIDE[encoding]! } }, text: subject.more }
        ]
      })
      const text = subject.text.replace(subject.words, `${subject.more}${subject.words}`)
      expect((await client.next(isPublished(2), 0)).params.diagnostics[0].range).toEqual(rangeOf(text, subject.words, encoding))
      const position = placeOf(text, text.indexOf(subject.hovered) + 1, encoding)
      const { result } = await client.request('textDocument/hover', { ...document, position })
      expect(result.range).toEqual(rangeOf(text, subject.hovered, encoding))
    })

  test('are counted in UTF-16 where nothing else is known to both', async () => {
    for (const general of [undefined, {}, { positionEncodings: [] }, { positionEncodings: ['utf-7'] }])
      expect((await introduced({ ...(general && { general }) })).capabilities.positionEncoding).toBe('utf-16')
  })
})

/** What `🙂🙂 “` takes. */
const WIDE: Readonly<Record<string, number>> = { 'utf-16': 6, 'utf-8': 12, 'utf-32': 4 }

describe('what a client can', () => {
  test('one that pulls diagnostics is not pushed to', async () => {
    const { client, capabilities } = await introduced({
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true } }
    })
    expect(capabilities.diagnosticProvider).toMatchObject({
      interFileDependencies: expect.any(Boolean),
      workspaceDiagnostics: expect.any(Boolean)
    })
    client.notify('textDocument/didOpen', { textDocument: item(subject.text) })
    const pull = async (previousResultId?: string) =>
      (await client.request('textDocument/diagnostic', { ...document, ...(previousResultId && { previousResultId }) })).result
    const first = await pull()
    expect(first).toMatchObject({ kind: 'full', items: [{ range: rangeOf(subject.text, subject.words) }] })
    expect(await pull(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId })
    client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: 'Nothing.\n' }] })
    expect(await pull(first.resultId)).toMatchObject({ kind: 'full', items: [] })
    expect(client.received.filter(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === URI)).toEqual([])
  })

  test('one that registers nothing is asked to register nothing, and has every feature', async () => {
    const { client, capabilities } = await introduced()
    await opened(client)
    expect(capabilities).toMatchObject({ hoverProvider: true, documentSymbolProvider: expect.anything() })
    const asked = new Set(client.received.flatMap(({ id, method }) => (id !== undefined && method !== undefined ? [method] : [])))
    expect([...asked]).toEqual([])
  })

  test('one that registers is offered what is on', async () => {
    const offers = Object.fromEntries(subject.dynamic.map((method) => [method.split('/')[1] ?? '', { dynamicRegistration: true }]))
    const { client, capabilities } = await introduced({ textDocument: offers })
    for (const method of subject.dynamic) {
      expect(capabilities[`${method.split('/')[1]}Provider`]).toBeUndefined()
      const asked = await client.next(
        (message) =>
          message.method === 'client/registerCapability' && message.params.registrations.some((one: Message) => one.method === method),
        0
      )
      expect(asked.params.registrations[0]).toMatchObject({ id: expect.any(String), registerOptions: { documentSelector: null } })
    }
  })

  for (const snippetEditSupport of [true, false])
    test(
      snippetEditSupport ? 'one that takes snippets in edits gets a blank to fill in' : 'one that does not gets plain text',
      async () => {
        const { client } = await introduced({
          workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport } },
          textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } }
        })
        const text = subject.text.replace(/“We will.*\n/, 'It stays.\n')
        const { params } = await opened(client, text)
        const { range } = params.diagnostics[0]
        const { result } = await client.request('textDocument/codeAction', { ...document, range, context: { diagnostics: [] } })
        const action = result.find(({ title }: { title: string }) => title.includes(subject.asking))
        const written = JSON.stringify(action.edit.documentChanges[0].edits)
        expect(written.includes('"snippet"')).toBe(snippetEditSupport)
        expect(written).toContain(subject.asking)
      }
    )
})
