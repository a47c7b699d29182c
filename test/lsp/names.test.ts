/** What the server answers about names: one question of each kind over a connection. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Client, everything, inMemory } from '../support/connection.ts'
import { levyPack } from '../support/levy.ts'

const uri = 'file:///draft.md'
const text = '“The levy stays,” said Dana Ortiz, the mayor. “Ask Ortiz,” she said. Ortiz left.\n'
let client: Client

beforeEach(async () => {
  client = await inMemory({
    packs: [levyPack()],
    options: { diagnosticsDelay: 0, inlayHints: { speakers: true } },
    capabilities: { ...everything, workspace: { ...everything.workspace, textDocumentContent: {} } }
  })
  await client.open(uri, text)
})

afterEach(() => client.stop())

const position = (words: string) => ({ line: 0, character: text.indexOf(words) + 1 })
const ask = <R>(method: string, params: object): Promise<R> => client.connection.sendRequest(method, { textDocument: { uri }, ...params })
const words = ({ start, end }: { start: { character: number }; end: { character: number } }) => text.slice(start.character, end.character)

interface Ranged {
  readonly range: { start: { line: number; character: number }; end: { line: number; character: number } }
}

test('highlights', async () => {
  const found = await ask<Ranged[]>('textDocument/documentHighlight', { position: position('Dana') })
  expect(found.map(({ range }) => words(range))).toEqual(['Dana Ortiz', 'the mayor', 'Ortiz', 'she', 'Ortiz'])
})

test('references over open drafts', async () => {
  await client.open('file:///other.md', 'Dana Ortiz left.\n')
  const found = await ask<{ uri: string }[]>('textDocument/references', {
    position: position('Dana'),
    context: { includeDeclaration: true }
  })
  expect(found.filter((one) => one.uri === 'file:///other.md')).toHaveLength(1)
  expect(found).toHaveLength(6)
})

test('rename, and nothing inside marks', async () => {
  expect(await ask('textDocument/prepareRename', { position: position('Ortiz left') })).toMatchObject({ placeholder: 'Dana Ortiz' })
  expect(await ask('textDocument/prepareRename', { position: position('Ortiz,” she') })).toBeNull()
  const edit = await ask<{ documentChanges: { edits: { newText: string }[] }[] }>('textDocument/rename', {
    position: position('Dana'),
    newName: 'Ana Vik'
  })
  expect(edit.documentChanges.flatMap(({ edits }) => edits.map(({ newText }) => newText))).toEqual(['Ana Vik', 'Vik'])
  await expect(ask('textDocument/rename', { position: position('Dana'), newName: '*' })).rejects.toThrow('“*” is no name.')
})

test('a link from whoever is first named to their entry, and none inside marks', async () => {
  await client.change(uri, 2, [{ text: '“Ask Dana Ortiz,” he said.\n\nDana Ortiz left. Ortiz came back. Tom Reed stayed.\n' }])
  const found = await ask<(Ranged & { target: string })[]>('textDocument/documentLink', {})
  expect(found).toHaveLength(1)
  expect(found[0]?.range).toEqual({ start: { line: 2, character: 0 }, end: { line: 2, character: 10 } })
  const entry = await ask<{ uri: string; range: { start: { line: number } } }[]>('textDocument/definition', {
    position: { line: 2, character: 3 }
  })
  expect(found[0]?.target).toBe(`${entry[0]?.uri}#L${(entry[0]?.range.start.line ?? 0) + 1}`)
})

test('completion of a name', async () => {
  await client.change(uri, 2, [{ text: `${text}\n@Li` }])
  const found = await ask<{ label: string }[]>('textDocument/completion', { position: { line: 2, character: 3 } })
  expect(found.map(({ label }) => label)).toContain('Li Wei')
})

test('hints for pronouns, where they are wanted', async () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }
  expect(await ask('textDocument/inlayHint', { range })).toMatchObject([{ label: '(Ortiz)' }])
})

test('semantic tokens', async () => {
  const { data } = await ask<{ data: number[] }>('textDocument/semanticTokens/full', {})
  expect(data.length % 5).toBe(0)
  expect(data.slice(0, 5)).toEqual([0, 0, '“The levy stays,”'.length, 3, 0])
})

test('the entry of an entity', async () => {
  const [found] = await ask<({ uri: string } & Ranged)[]>('textDocument/definition', { position: position('Dana') })
  expect(found?.uri).toBe('saidby-pack:/levy.md')
  const page = await client.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri: found?.uri })
  const { start, end } = found!.range
  expect(page.text.split('\n')[start.line]?.slice(start.character, end.character)).toBe('Dana Ortiz')
})

test('symbols of the workspace', async () => {
  const found = await client.connection.sendRequest<{ name: string }[]>('workspace/symbol', { query: 'levy' })
  expect(found.map(({ name }) => name)).toContain('The levy stays')
})
