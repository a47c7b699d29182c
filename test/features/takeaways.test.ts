/** What a view shows of the takeaways, and which of a pack's are not told. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Analysis, createWorkspace, missingTakeaways, type Pack, parts } from '../../server/src/core/api.ts'
import { parsePack } from '../../server/src/core/coverage/parse-pack.ts'

const root = join(import.meta.dirname, '..', '..')
const pack = parsePack(readFileSync(join(root, 'coverage', 'summit.yaml'), 'utf8')).pack as Pack
const sample = readFileSync(join(root, 'samples', 'moscow-takeaways.md'), 'utf8')
const read = (text: string, packs: readonly Pack[] = []): Analysis =>
  createWorkspace().withPacks(packs).withDraft('file:///a.md', text).analysis('file:///a.md') as Analysis

const known = (text: string): (string | null)[] =>
  read(text, [pack])
    .sections.filter(({ kind }) => kind === 'takeaway')
    .map(({ takeaway }) => takeaway)

test('the takeaways under headings are those of the pack', () => {
  expect(known(sample)).toEqual(pack.takeaways.map(({ id }) => id))
  expect(missingTakeaways(read(sample, [pack]))).toEqual([])
})

test('without the pack nothing is known of it', () => {
  const analysis = read(sample)
  expect(analysis.sections.every(({ takeaway }) => takeaway === null)).toBe(true)
  expect(missingTakeaways(analysis)).toEqual([])
})

test('a takeaway whose section is taken out is missing', () => {
  const without = sample.replace(/## Alarm at NATO[\s\S]*?(?=## Trade)/, '')
  expect(missingTakeaways(read(without, [pack])).map(({ id }) => id)).toEqual(['alarm-at-nato'])
})

test('where a pack knows a takeaway that nothing names, it has the pack’s title', () => {
  const bare = sample.replace(/^## .*\n\n/gm, '')
  const titles = read(bare, [pack]).sections.map(({ title }) => title)
  expect(titles).toContain('Alarm at NATO and AUKUS, closer military trust')
})

test('of each part: its quotations, those quoted first among its people, and its words', () => {
  const text = `# The levy stays

The council has settled the levy for the year to come, at last.

## No rise

Samuel Okafor, who sells fish, came late. He had a placard. “The levy stays,” said Dana Ortiz, the mayor.

## The hall

It is half empty.
`
  const told = parts(read(text)).parts.map(({ kind, quotations, people, words }) =>
    [kind, quotations.length, people.join(), words].join(' | ')
  )
  expect(told).toEqual(['headline | 0 |  | 3', 'lede | 0 |  | 13', 'takeaway | 1 | Dana Ortiz,Samuel Okafor | 21', 'takeaway | 0 |  | 6'])
})
