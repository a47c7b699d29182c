/** A pack of the workspace is compiled once, and found compiled afterwards. */
import { readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import * as l10n from '@vscode/l10n'
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import german from '../../l10n/bundle.l10n.de.json'
import { parsePack } from '../../server/src/core/coverage/parse-pack.ts'
import { folderStorage } from '../../server/src/hosts/files.ts'
import { FileTrouble, type Storage } from '../../server/src/store/files.ts'
import { type Folder, libraryOf, temporaryFolder, troubles } from '../support/folder.ts'

vi.mock('../../server/src/core/coverage/parse-pack.ts', { spy: true })
const parsed = vi.mocked(parsePack)

/** So many people that compiling them is worth keeping. */
const pack = (last = '') =>
  `id: people\ntitle: People\nentities:\n${Array.from({ length: 300 }, (_, i) => `  - { id: p${i}, kind: person, name: Lena Brandt ${i}, description: A baker of the market hall. }\n`).join('')}${last}`

function withPack(text = pack()): { readonly folder: Folder; readonly cache: Folder; readonly storage: Storage } {
  const folder = temporaryFolder({ 'coverage/people.yaml': text })
  const cache = temporaryFolder()
  onTestFinished(() => {
    folder.remove()
    cache.remove()
  })
  return { folder, cache, storage: folderStorage(cache.path) }
}

/** A start of the server: how often a pack was parsed for it, and what it knows. */
async function start(folder: Folder, storage: Storage | null) {
  parsed.mockClear()
  const { library, said } = libraryOf(folder, { storage })
  await library.refresh(null)
  return { times: parsed.mock.calls.length, library, packs: library.holdings.packs, troubles: troubles(library, folder), said }
}

const keptIn = (cache: Folder) => readdirSync(cache.path).filter((name) => name.startsWith('pack-'))

test('it is parsed at the first start and found at every other, the same to the last place', async () => {
  const { folder, storage } = withPack()
  const first = await start(folder, storage)
  expect([first.times, first.packs[0]?.entities.length]).toEqual([1, 300])
  for (let i = 0; i < 2; i += 1) {
    const next = await start(folder, storage)
    expect(next.times).toBe(0)
    expect(next.packs).toEqual(first.packs)
  }
})

test('the same words with another time are the same pack; other words of the same length and time are another', async () => {
  const { folder, storage } = withPack()
  await start(folder, storage)
  const path = folder.at('coverage/people.yaml')
  utimesSync(path, 1000, 1000)
  expect((await start(folder, storage)).times).toBe(0)
  writeFileSync(path, pack().replace('Lena Brandt 7,', 'Lena Brondt 7,'))
  utimesSync(path, 1000, 1000)
  const { times, packs } = await start(folder, storage)
  expect([times, packs[0]?.entities[7]?.name]).toEqual([1, 'Lena Brondt 7'])
})

test('what is wrong with it is kept with it, in the language in which it was told', async () => {
  const { folder, storage } = withPack(pack('  - { id: p0, kind: person, name: Ana, description: A baker. }\n'))
  const first = await start(folder, storage)
  expect(first.troubles).toEqual(['coverage/people.yaml:304:11 the id “p0” is already taken'])
  expect(await start(folder, storage)).toMatchObject({ times: 0, troubles: first.troubles })
  l10n.config({ contents: german })
  onTestFinished(() => l10n.config({ contents: {} }))
  const again = await start(folder, storage)
  expect(again.times).toBe(1)
  expect(again.troubles).not.toEqual(first.troubles)
})

test('any damage is noticed, and the pack parsed again', async () => {
  const { folder, cache, storage } = withPack()
  const { packs } = await start(folder, storage)
  const path = cache.at(keptIn(cache)[0] ?? '')
  const whole = readFileSync(path)
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), async (at, by) => {
      if (by === 0) truncateSync(path, at)
      else
        writeFileSync(
          path,
          Uint8Array.from(whole, (byte, i) => (i === at ? byte ^ by : byte))
        )
      expect((await start(folder, storage)).packs).toEqual(packs)
    }),
    { numRuns: 30 }
  )
})

test('a small pack is not kept, and one that nobody has used for long is removed', async () => {
  const { folder, cache, storage } = withPack()
  cache.write({ 'pack-00000001.json': 'x', 'pack-00000002.json': 'x', 'notes.json': 'x' })
  const day = Date.now() / 1000 - 91 * 86_400
  for (const name of ['pack-00000001.json', 'notes.json']) utimesSync(cache.at(name), day, day)
  folder.write({ 'coverage/small.yaml': 'id: small\ntitle: Small\n' })
  await start(folder, storage)
  const kept = readdirSync(cache.path)
  expect(kept).not.toContain('pack-00000001.json')
  expect(kept).toEqual(expect.arrayContaining(['pack-00000002.json', 'notes.json']))
  expect(keptIn(cache)).toHaveLength(2)
})

test('where nothing can be kept it is parsed each time, and nothing is lost', async () => {
  const { folder, storage } = withPack()
  const full: Storage = {
    ...storage,
    write: async () => {
      throw new FileTrouble('the disk is full')
    }
  }
  for (const one of [full, full, null]) expect(await start(folder, one)).toMatchObject({ times: 1, packs: [{ id: 'people' }] })
})
