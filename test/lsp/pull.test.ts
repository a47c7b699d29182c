/** Diagnostics for a client that pulls: what it is answered, when it is asked to ask again, and that nobody is told twice. */
import { afterEach, expect, test } from 'vitest'
import type { Diagnostic, DocumentDiagnosticReport, FullDocumentDiagnosticReport } from 'vscode-languageserver'
import { type Client, everything, inMemory, type Wishes } from '../support/connection.ts'

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

const pulls = {
  textDocument: { ...everything.textDocument, diagnostic: {} },
  workspace: { ...everything.workspace, diagnostics: { refreshSupport: true } }
}

interface Puller {
  readonly client: Client
  /** Pushed diagnostics; there should be none. */
  readonly pushed: unknown[]
  open(text?: string): Promise<void>
  change(version: number, contentChanges: readonly object[]): Promise<void>
  pull(previousResultId?: string): Promise<DocumentDiagnosticReport>
  /** Resolves when the server asks for the diagnostics to be pulled again. */
  asked(): Promise<void>
}

const running: Client[] = []
afterEach(async () => {
  for (const client of running.splice(0)) await client.stop()
})

async function puller(wishes: Wishes = {}): Promise<Puller> {
  const client = await inMemory({ capabilities: pulls, ...wishes })
  running.push(client)
  const pushed: unknown[] = []
  let asked = 0
  let seen = 0
  let heard = (): void => {}
  client.connection.onNotification('textDocument/publishDiagnostics', (params) => void pushed.push(params))
  client.connection.onRequest('workspace/diagnostic/refresh', () => {
    asked += 1
    heard()
    return null
  })
  return {
    client,
    pushed,
    open: (text = STORY) =>
      client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'markdown', version: 1, text } }),
    change: (version, contentChanges) =>
      client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version }, contentChanges }),
    pull: (previousResultId) =>
      client.connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri: URI },
        identifier: 'saidby',
        ...(previousResultId !== undefined && { previousResultId })
      }),
    async asked() {
      if (asked === seen)
        await new Promise<void>((resolve) => {
          heard = resolve
        })
      seen = asked
    }
  }
}

const at = (line: number, character: number) => ({ line, character })
const insert = (line: number, character: number, text: string) => ({
  range: { start: at(line, character), end: at(line, character) },
  text
})

const full = (report: DocumentDiagnosticReport): FullDocumentDiagnosticReport => {
  if (report.kind !== 'full') throw new Error('the report is not full')
  return report
}
const told = (report: DocumentDiagnosticReport): string[] =>
  full(report).items.map(({ code, range }: Diagnostic) => `${code} ${range.start.line}:${range.start.character}`)

test('a client that pulls is answered by result ids, and is never pushed to', async () => {
  const { client, pushed, open, change, pull } = await puller()
  expect(client.capabilities.diagnosticProvider).toEqual({
    identifier: 'saidby',
    interFileDependencies: false,
    workspaceDiagnostics: false
  })
  await open()
  const first = await pull()
  expect(told(first)).toEqual([`unattributed-quotation ${LAST}:0`])
  const { resultId } = full(first)
  expect(await pull(resultId)).toEqual({ kind: 'unchanged', resultId })
  expect(await pull()).toEqual(first)
  await change(2, [insert(LAST + 1, 0, '\nThey went home.\n')])
  expect(await pull(resultId)).toEqual({ kind: 'unchanged', resultId })
  await change(3, [insert(8, 0, 'They waited.\n\n')])
  const moved = await pull(resultId)
  expect(told(moved)).toEqual([`unattributed-quotation ${LAST + 2}:0`])
  expect(full(moved).resultId).not.toBe(resultId)
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } })
  expect(await pull(full(moved).resultId)).toEqual({ kind: 'full', items: [] })
  expect(pushed).toEqual([])
})

test('after an edit in words that were underlined, they are told in full again', async () => {
  const { open, change, pull } = await puller()
  await open()
  const { resultId } = full(await pull())
  await change(2, [{ range: { start: at(LAST, 1), end: at(LAST, 7) }, text: '' }])
  await change(3, [insert(LAST, 1, 'Nobody')])
  expect(told(await pull(resultId))).toEqual([`unattributed-quotation ${LAST}:0`])
})

test('what is new in the paragraph being typed waits, however often it is pulled; then the client is asked to ask', async () => {
  const { open, change, pull, asked, pushed } = await puller({ options: { diagnosticsDelay: 300 } })
  await open()
  await pull()
  await change(2, [insert(8, 40, '\n\n“Everybody has told us what we should pay.”')])
  const moved = [`unattributed-quotation ${LAST + 2}:0`]
  const quiet = await pull()
  expect(told(quiet)).toEqual(moved)
  expect(await pull(full(quiet).resultId)).toMatchObject({ kind: 'unchanged' })
  await asked()
  expect(told(await pull(full(quiet).resultId))).toEqual([`unattributed-quotation ${LAST}:0`, ...moved])
  expect(pushed).toEqual([])
})

test('a client is asked to ask again when settings change', async () => {
  const { client, open, pull, asked } = await puller()
  await open()
  const { resultId } = full(await pull())
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { saidby: { enable: false } } })
  await asked()
  expect(told(await pull(resultId))).toEqual([])
})

test('a client that cannot be asked to ask again, or cannot pull, is pushed to', async () => {
  for (const capabilities of [
    { ...pulls, workspace: {} },
    { ...everything, workspace: { diagnostics: { refreshSupport: true } } }
  ]) {
    const client = await inMemory({ capabilities })
    running.push(client)
    expect(client.capabilities.diagnosticProvider).toBeUndefined()
    expect(await client.open(URI, STORY)).toHaveLength(1)
  }
})
