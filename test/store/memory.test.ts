/** The coverage of a folder that is on no disk: what is kept in memory of it, how much, and what is told of the rest. */
import { describe, expect, test } from 'vitest'
import { clientFiles } from '../../server/src/lsp/client-files.ts'
import { folderLibrary, type Library } from '../../server/src/store/library.ts'
import { ids, verdictOn } from '../support/folder.ts'
import { type VirtualFolder, virtualFolder } from '../support/virtual.ts'

const WORDS = 'We will not raise the levy this year, whatever the harbour board asks'
const article = (words: string): string => `“${words},” Mayor Dana Ortiz said on Monday. Traders applauded.\n`

/** A library of the folder, whose client answers at once. */
function libraryOf(folder: VirtualFolder, most?: number): { readonly library: Library; readonly said: readonly string[] } {
  const said: string[] = []
  const connection = {
    sendRequest: async (method: string, params: unknown) => folder.answer(method.split('/').at(-1) as 'stat', params)
  }
  const files = clientFiles(connection as Parameters<typeof clientFiles>[0], () => true)
  const needs = { files, storage: null, bundled: [], say: (message: string) => said.push(message), ...(most !== undefined && { most }) }
  return { library: folderLibrary(folder.uri, folder.uri, needs), said }
}

test('articles are read once, and their passages are shown without asking again', async () => {
  const folder = virtualFolder({ 'coverage/mon day.md': article(WORDS), 'coverage/deep/er/notes.txt': 'Rain fell on the market hall.\n' })
  const { library } = libraryOf(folder)
  expect(await library.refresh(null)).toBe(true)
  expect(ids(library)).toEqual(['deep/er/notes.txt', 'mon day.md'])
  expect(verdictOn(library, WORDS)).toBe('verbatim mon day.md')
  const known = verdictOn(library, 'We will never raise the levy this year, whatever the harbour board asks')
  expect(known).toBe('altered mon day.md')
  expect(folder.read).toEqual([folder.uriOf('coverage/deep/er/notes.txt'), folder.uriOf('coverage/mon day.md')])
  expect(await library.refresh(null)).toBe(false)
  expect(folder.read).toHaveLength(2)
})

test('what changes or goes is heard of one by one', async () => {
  const folder = virtualFolder({ 'coverage/monday.md': article(WORDS) })
  const { library } = libraryOf(folder)
  await library.refresh(null)
  folder.write({ 'coverage/monday.md': article('The old bridge can wait for another winter'), 'coverage/tuesday.md': article(WORDS) })
  await library.refresh(['coverage/monday.md', 'coverage/tuesday.md'].map(folder.uriOf))
  expect(verdictOn(library, WORDS)).toBe('verbatim tuesday.md')
  expect(verdictOn(library, 'The old bridge can wait for another winter')).toBe('verbatim monday.md')
  folder.remove('coverage/tuesday.md')
  await library.refresh([folder.uriOf('coverage/tuesday.md')])
  expect(verdictOn(library, WORDS)).toBe('unsupported')
  folder.remove('coverage')
  await library.refresh([folder.uriOf('coverage')])
  expect(library.holdings.articles).toBe(0)
})

test('the project file says where the coverage is', async () => {
  const folder = virtualFolder({
    'saidby.yaml': 'coverage: [wire/*.md]\n',
    'wire/a.md': article(WORDS),
    'coverage/b.md': article('Nobody asked us')
  })
  const { library } = libraryOf(folder)
  await library.refresh(null)
  expect(ids(library)).toEqual(['a.md'])
})

test('an archive of lines is fetched once, however many pieces it is read in', async () => {
  const lines = Array.from({ length: 6000 }, (_, i) => JSON.stringify({ id: `a${i}`, text: `Rain fell. ${'x'.repeat(1500)}` })).join('\n')
  const folder = virtualFolder({ 'coverage/wire.jsonl': lines })
  const { library } = libraryOf(folder)
  await library.refresh(null)
  expect(folder.read).toHaveLength(1)
  expect([library.holdings.articles, library.holdings.leftOut]).toEqual([5000, 1000])
})

describe('more articles than there is room for', () => {
  const monday = { 'coverage/1.md': article('one one one one'), 'coverage/2.md': article('two two two two') }
  const tuesday = { 'coverage/3.md': article('three three three three'), 'coverage/0.md': article('four four four four') }

  test('those that were changed last are taken, and the rest is told', async () => {
    const { library, said } = libraryOf(virtualFolder({ ...monday, ...tuesday }), 3)
    await library.refresh(null)
    expect(ids(library)).toEqual(['0.md', '2.md', '3.md'])
    expect([library.holdings.articles, library.holdings.leftOut]).toEqual([3, 1])
    expect(said).toEqual(['vscode-vfs://github/coast/drafts: there is room for 3 articles of the coverage, and 1 more is left out.'])
  })

  test('it comes to the same one by one: what comes takes the place of the oldest, what goes makes room', async () => {
    const folder = virtualFolder(monday)
    const { library } = libraryOf(folder, 3)
    await library.refresh(null)
    for (const [path, text] of Object.entries(tuesday)) {
      folder.write({ [path]: text })
      await library.refresh([folder.uriOf(path)])
    }
    expect(ids(library)).toEqual(['0.md', '2.md', '3.md'])
    folder.remove('coverage/3.md')
    await library.refresh([folder.uriOf('coverage/3.md')])
    expect(ids(library)).toEqual(['0.md', '1.md', '2.md'])
    expect(library.holdings.leftOut).toBe(0)
  })

  test('there is room for 5,000', async () => {
    const files = Object.fromEntries(Array.from({ length: 5003 }, (_, i) => [`coverage/${i}.txt`, `Rain fell on day ${i} of that year.`]))
    const folder = virtualFolder(files)
    const { library } = libraryOf(folder)
    await library.refresh(null)
    expect([library.holdings.articles, library.holdings.leftOut]).toEqual([5000, 3])
    expect(verdictOn(library, 'Rain fell on day 5002 of that year')).toBe('verbatim 5002.txt')
    expect(folder.read).not.toContain(folder.uriOf('coverage/2.txt'))
  })
})
