/** The server as an editor meets it, over a connection in memory; its first answers also over real standard input and output. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { CodeAction, Diagnostic, DocumentSymbol, Hover, SymbolInformation } from 'vscode-languageserver'
import { parsePack } from '../../server/src/core/coverage/parse-pack.ts'
import { type Client, everything, inMemory, overStdio, type Wishes } from '../support/connection.ts'

const URI = 'file:///story.md'
const STORY = `---
byline: Ana Roth
---

# The levy stays

“We will not raise it,” said Dana Ortiz, the mayor.

Traders had feared the worst for months.

“Nobody has asked us what we can afford.”
`
const LAST = 10

const running: Client[] = []
afterEach(async () => {
  for (const client of running.splice(0)) await client.stop()
})

async function started(how: (wishes?: Wishes) => Promise<Client>, wishes?: Wishes): Promise<Client> {
  const client = await how(wishes)
  running.push(client)
  return client
}

const told = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, severity, range }) => `${code} ${severity} ${range.start.line}:${range.start.character}`)
const at = (line: number, character: number) => ({ line, character })
const insert = (line: number, character: number, text: string) => ({
  range: { start: at(line, character), end: at(line, character) },
  text
})
const ask = <T>({ connection }: Client, method: string, params: object = {}): Promise<T> =>
  connection.sendRequest(method, { textDocument: { uri: URI }, ...params })

for (const [name, how] of [
  ['in memory', inMemory],
  ['over standard input and output', overStdio]
] as const)
  describe(name, () => {
    test('says what it can, and no more', async () => {
      const { capabilities } = await started(how)
      expect(capabilities).toEqual({
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: 2 },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        completionProvider: { triggerCharacters: ['“', '"', '„', '«', '@'] },
        documentHighlightProvider: true,
        inlayHintProvider: true,
        renameProvider: { prepareProvider: true },
        semanticTokensProvider: {
          full: true,
          legend: {
            tokenTypes: ['saidbySpeaker', 'saidbyName', 'saidbyCue', 'saidbyQuotation'],
            tokenModifiers: ['verbatim', 'trimmed', 'altered', 'spliced', 'unsupported']
          }
        },
        documentLinkProvider: {},
        workspaceSymbolProvider: true,
        codeLensProvider: {},
        executeCommandProvider: { commands: ['saidby.changeProject'] },
        documentSymbolProvider: { label: 'Saidby' },
        codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.saidby'] },
        workspace: {}
      })
    })

    test('diagnostics come with the draft, follow its edits and go with it', async () => {
      const client = await started(how)
      expect(told(await client.open(URI, STORY))).toEqual([`unattributed-quotation 2 ${LAST}:0`])
      expect(told(await client.change(URI, 2, [insert(0, 0, '\n')]))).toEqual([])
      expect(told(await client.change(URI, 3, [{ range: { start: at(0, 0), end: at(1, 0) }, text: '' }]))).toEqual([
        `unattributed-quotation 2 ${LAST}:0`
      ])
      expect(told(await client.change(URI, 4, [insert(LAST, 41, ' Ortiz left.')]))).toHaveLength(1)
      expect(told(await client.change(URI, 5, [{ text: STORY.replace('afford.”', 'afford,” she said.') }]))).toEqual([])
      const gone = client.next(URI)
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } })
      expect(await gone).toEqual([])
    })

    test('a fix is an edit of the version it was made for', async () => {
      const client = await started(how)
      const diagnostics = await client.open(URI, STORY)
      const range = { start: at(LAST, 3), end: at(LAST, 3) }
      const actions = await ask<CodeAction[]>(client, 'textDocument/codeAction', { range, context: { diagnostics } })
      expect(actions.map(({ title, isPreferred }) => [title.replace(/:.*/, ''), isPreferred])).toEqual([
        ['Attribute to Ortiz', true],
        ['Not a quotation', false],
        ['Ignore unattributed-quotation in this paragraph', false],
        ['Ignore unattributed-quotation in this file', false]
      ])
      expect(actions[0]?.diagnostics).toEqual(diagnostics)
      expect(actions[0]?.edit?.documentChanges).toEqual([
        {
          textDocument: { uri: URI, version: 1 },
          edits: [
            { range: { start: at(LAST, 39), end: at(LAST, 40) }, newText: ',' },
            { range: { start: at(LAST, 41), end: at(LAST, 41) }, newText: ' Ortiz said.' }
          ]
        }
      ])
    })

    test('a hover tells who somebody is and who said a quotation', async () => {
      const client = await started(how)
      await client.open(URI, STORY)
      const name = await ask<Hover>(client, 'textDocument/hover', { position: at(6, 32) })
      expect(name.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**Dana Ortiz**, the mayor.') })
      expect(name.range).toEqual({ start: at(6, 29), end: at(6, 39) })
      const words = await ask<Hover>(client, 'textDocument/hover', { position: at(6, 5) })
      expect(words.contents).toMatchObject({ value: expect.stringContaining('**Dana Ortiz** said this.') })
      expect(await ask(client, 'textDocument/hover', { position: at(8, 2) })).toBeNull()
    })

    test('the outline is a tree', async () => {
      const client = await started(how)
      await client.open(URI, STORY)
      const symbols = await ask<DocumentSymbol[]>(client, 'textDocument/documentSymbol')
      expect(symbols.map(({ name, children }) => `${name} ${children?.length}`)).toEqual([
        'The levy stays 0',
        '“We will not raise it,” said Dana Ortiz, the mayor. 1',
        '“Nobody has asked us what we can afford.” 0'
      ])
    })
  })

describe('what editors can and cannot', () => {
  test('plain text, changes without versions and a flat outline for an editor that says nothing', async () => {
    const client = await started(inMemory, { capabilities: {} })
    await client.open(URI, STORY)
    const hover = await ask<Hover>(client, 'textDocument/hover', { position: at(6, 32) })
    expect(hover.contents).toMatchObject({ kind: 'plaintext', value: expect.stringMatching(/^Dana Ortiz, the mayor\./) })
    const symbols = await ask<SymbolInformation[]>(client, 'textDocument/documentSymbol')
    expect(symbols.map(({ containerName }) => containerName ?? '')).toContain('“We will not raise it,” said Dana Ortiz, the mayor.')
    expect(client.capabilities.codeActionProvider).toBeUndefined()
  })

  test('the other place that a finding speaks of, for an editor that shows it', async () => {
    const draft = STORY.replace('# The levy stays', '# “We will never raise it,” says mayor')
    const shows = { ...everything, textDocument: { ...everything?.textDocument, publishDiagnostics: { relatedInformation: true } } }
    const [finding] = await (await started(inMemory, { capabilities: shows })).open(URI, draft)
    expect(finding?.code).toBe('inconsistent-quotation')
    expect(finding?.relatedInformation?.map(({ location, message }) => `${location.range.start.line}: ${message}`)).toEqual([
      '6: The body’s words.'
    ])
    const [plain] = await (await started(inMemory, { capabilities: everything })).open(URI, draft)
    expect(plain?.relatedInformation).toBeUndefined()
  })
})

describe('settings', () => {
  test('come with the connection, and each bad one is told and costs only itself', async () => {
    const options = {
      diagnosticsDelay: -1,
      rules: { 'unattributed-quotation': 'error', 'no-such-rule': 'off', 'unclosed-quotation': 'loud' }
    }
    const client = await started(inMemory, { options })
    expect(told(await client.open(URI, STORY))).toEqual([`unattributed-quotation 1 ${LAST}:0`])
    const log = client.log.join('\n')
    expect(log).toContain('saidby.diagnosticsDelay is -1')
    expect(log).toContain('saidby.rules.no-such-rule is set, and there is no such rule')
    expect(log).toContain('saidby.rules.unclosed-quotation is "loud"')
  })

  test('are pulled from an editor that has them, and heeded at once when they change', async () => {
    let settings: unknown = { diagnostics: { delay: 0 }, rules: { 'unattributed-quotation': 'hint' } }
    const capabilities = { ...everything, workspace: { ...everything.workspace, configuration: true } }
    const client = await started(inMemory, { capabilities, configuration: () => settings })
    const first = client.next(URI, ({ diagnostics }) => diagnostics[0]?.severity === 4)
    await client.open(URI, STORY)
    await first
    settings = { enable: false }
    const none = client.next(URI, ({ diagnostics }) => diagnostics.length === 0)
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    expect(await none).toEqual([])
    expect(await ask(client, 'textDocument/hover', { position: at(6, 32) })).toBeNull()
  })
})

describe('quiet while somebody types', () => {
  const options = { diagnosticsDelay: 400 }

  test('what is new in the paragraph being typed waits; what is mended goes at once', async () => {
    const client = await started(inMemory, { options })
    await client.open(URI, STORY)
    const typed = await client.change(URI, 2, [insert(8, 40, '\n\n“Everybody has told us what we should pay.”')])
    expect(told(typed)).toEqual([`unattributed-quotation 2 ${LAST + 2}:0`])
    const later = await client.next(URI)
    expect(told(later)).toEqual([`unattributed-quotation 2 ${LAST}:0`, `unattributed-quotation 2 ${LAST + 2}:0`])
    const mended = await client.change(URI, 3, [{ range: { start: at(LAST, 0), end: at(LAST, 44) }, text: 'They went.' }])
    expect(told(mended)).toEqual([`unattributed-quotation 2 ${LAST + 2}:0`])
  })

  test('a finding elsewhere does not wait', async () => {
    const client = await started(inMemory, { options })
    await client.open(URI, STORY.replace(', the mayor', ''))
    const found = await client.change(URI, 2, [{ range: { start: at(6, 23), end: at(6, 50) }, text: '' }])
    expect(told(found)).toContain(`unattributed-quotation 2 ${LAST}:0`)
  })
})

describe('bad messages', () => {
  test('a draft that is not open, a position that is none, a change that is none: refused, and nothing else is lost', async () => {
    const client = await started(inMemory)
    await client.open(URI, STORY)
    await expect(ask(client, 'textDocument/hover', { textDocument: { uri: 'file:///none.md' }, position: at(0, 0) })).rejects.toThrow(
      'this draft is not open'
    )
    await expect(ask(client, 'textDocument/hover', { position: { line: 'one' } })).rejects.toThrow('a line and a character')
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range: 1 }]
    })
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: 'all' })
    const before = client.diagnostics(URI)
    expect(await client.change(URI, 3, [insert(8, 0, ' ')])).toEqual(before)
    expect(await ask(client, 'textDocument/hover', { position: at(100_000, 5) })).toBeNull()
  })

  test('lone surrogates and other odd units keep their places', async () => {
    const client = await started(inMemory)
    const diagnostics = await client.open(URI, STORY.replace('Traders', '\ud83d Traders 🙂 \u200f\u0000'))
    expect(told(diagnostics)).toEqual([`unattributed-quotation 2 ${LAST}:0`])
  })
})

describe('packs', () => {
  const { pack } = parsePack(readFileSync(join(import.meta.dirname, '..', '..', 'coverage', 'summit.yaml'), 'utf8'))
  const draft = 'Xi Jinping met Vladimir Putin in Moscow. “We talked,” Xi said.\n'

  test('tell of people whom the draft does not introduce', async () => {
    const client = await started(inMemory, { packs: pack ? [pack] : [] })
    await client.open(URI, draft)
    const hover = await ask<Hover>(client, 'textDocument/hover', { position: at(0, 56) })
    expect(hover.contents).toMatchObject({ value: expect.stringContaining('**Xi Jinping**, the president of China.') })
  })

  test('come with the built server', async () => {
    const client = await started(overStdio)
    await client.open(URI, draft)
    await expect
      .poll(async () => JSON.stringify(await ask<Hover>(client, 'textDocument/hover', { position: at(0, 56) })))
      .toContain('**Xi Jinping**, the president of China.')
  })
})

test('a finding leads to its page where the client can open one: a file beside the server, or where the client says', async () => {
  const describes = { ...everything, textDocument: { ...everything.textDocument, publishDiagnostics: { codeDescriptionSupport: true } } }
  const pageOf = async (how: (wishes?: Wishes) => Promise<Client>, wishes: Wishes) =>
    (await (await started(how, wishes)).open(URI, STORY))[0]?.codeDescription?.href
  const file = await pageOf(overStdio, { capabilities: describes })
  expect(file).toMatch(/^file:.*\/docs\/rules\/unattributed-quotation\.md$/)
  expect(readFileSync(new URL(file ?? ''), 'utf8')).toContain('# unattributed-quotation')
  const options = { diagnosticsDelay: 0, pages: 'saidby-docs:/rules/' }
  expect(await pageOf(inMemory, { capabilities: describes, options })).toBe('saidby-docs:/rules/unattributed-quotation.md')
  expect(await pageOf(inMemory, { options })).toBeUndefined()
})
