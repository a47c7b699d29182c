/** Code actions by their kinds: what is mended on saving, which fix is preferred, and where the cursor is left. */
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import type { CodeAction, SnippetTextEdit, TextDocumentEdit, TextEdit } from 'vscode-languageserver'
import { snippetOf } from '../../server/src/lsp/to-lsp.ts'
import { type Client, everything, inMemory, type Wishes } from '../support/connection.ts'

const URI = 'file:///story.md'
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }
const HEAD = '---\nbyline: Ana Roth\n---\n\n'
const SNIPPETS = { ...everything, workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } }

/** As a snippet has it. */
const BLANK = `\${1:[speaker]}`

const running: Client[] = []
afterEach(async () => {
  for (const client of running.splice(0)) await client.stop()
})

async function opened(text: string, wishes: Wishes = {}): Promise<Client> {
  const client = await inMemory(wishes)
  running.push(client)
  await client.open(URI, text)
  return client
}

const actions = (client: Client, only?: readonly string[], range = WHOLE): Promise<CodeAction[]> =>
  client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: URI },
    range,
    context: { diagnostics: [], ...(only && { only }) }
  })

const editsOf = (action: CodeAction | undefined): (TextEdit | SnippetTextEdit)[] =>
  (action?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined)?.edits ?? []

describe('source.fixAll.saidby', () => {
  const FAULTY = `${HEAD}“We stay here," said Dana Ortiz, the mayor, who met the traders in the hall.\n\n“Nobody has asked us what we can pay for a stall.”\n\n“We will never close the hall, said Ortiz. It stays.\n`

  test('mends marks and closes what ends for certain, in one edit; it attributes nothing and changes no word', async () => {
    const client = await opened(FAULTY)
    const [mended, ...others] = await actions(client, ['source.fixAll'])
    expect(others).toEqual([])
    expect(mended).toMatchObject({ kind: 'source.fixAll.saidby' })
    const edits = editsOf(mended) as TextEdit[]
    expect(edits.map(({ range, newText }) => [range.start.line, range.start.character, newText])).toEqual([
      [4, 14, '”'],
      [8, 30, '”']
    ])
    await client.change(
      URI,
      2,
      edits.toReversed().map(({ range, newText }) => ({ range, text: newText }))
    )
    expect(await actions(client, ['source.fixAll.saidby'])).toEqual([])
  })

  test('is offered by its name only, and nothing else where it alone is asked for', async () => {
    const client = await opened(FAULTY)
    const kinds = async (only?: readonly string[]) => [...new Set((await actions(client, only)).map(({ kind }) => kind))]
    expect(await kinds()).toEqual(['quickfix'])
    expect(await kinds(['source'])).toEqual(['source.fixAll.saidby'])
    expect(await kinds(['source.organizeImports'])).toEqual([])
    expect(await kinds(['source.fixAll.other'])).toEqual([])
    expect(await kinds(['quickfix'])).toEqual(['quickfix'])
    expect(await kinds([''])).toEqual(['quickfix', 'source.fixAll.saidby'])
  })

  test('does nothing where the rules are off', async () => {
    const client = await opened(FAULTY, {
      options: { diagnosticsDelay: 0, rules: { 'mismatched-quotation-marks': 'off', 'unclosed-quotation': 'off' } }
    })
    expect(await actions(client, ['source.fixAll'])).toEqual([])
  })
})

test('of the fixes for one place, only the best is preferred', async () => {
  const client = await opened(
    `${HEAD}Dana Ortiz, the mayor, met the traders.\n\n“We will never close the hall," Ortiz claimed. “It stays," she boasted.\n`
  )
  const preferred = (await actions(client, ['quickfix'])).filter(({ isPreferred }) => isPreferred)
  const places = preferred.map(({ diagnostics }) => JSON.stringify(diagnostics?.[0]?.range))
  expect(places.length).toBeGreaterThan(2)
  expect(new Set(places).size).toBe(places.length)
})

describe('a fix that needs a word from the writer', () => {
  const NOBODY = `${HEAD}The hall was full by noon.\n\nTraders had come from the harbour.\n\n“Nobody has asked us what $5 {or} \\ we can pay.”\n`

  test('leaves the cursor on a blank where the client can, and is plain elsewhere', async () => {
    const snippets = editsOf(
      (await actions(await opened(NOBODY, { capabilities: SNIPPETS }))).find(({ title }) => title.includes('[speaker]'))
    )
    expect(snippets.flatMap((edit) => ('snippet' in edit ? edit.snippet.value : []))).toEqual([` ${BLANK} said.`])
    const plains = editsOf((await actions(await opened(NOBODY))).find(({ title }) => title.includes('[speaker]')))
    expect(plains.map((edit) => ('newText' in edit ? edit.newText : null))).toEqual([',', ' [speaker] said.'])
  })

  test('is the same text either way, whatever the writer wrote', () => {
    const plainOf = (snippet: string) => snippet.replace(/\$\{1:((?:\\.|[^\\}])*)\}/g, '$1').replace(/\\([\\$}])/g, '$1')
    const words = fc.string({ unit: fc.constantFrom('a', '$', '{', '}', '\\', '1', '“', '\n', '|'), maxLength: 12 })
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(plainOf(snippetOf(`${before}[speaker]${after}`, '[speaker]'))).toBe(`${before}[speaker]${after}`)
      })
    )
    expect(snippetOf('$x} \\ [speaker] said', '[speaker]')).toBe(`\\$x\\} \\\\ ${BLANK} said`)
  })
})
