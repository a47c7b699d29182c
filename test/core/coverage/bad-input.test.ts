/** Absurd articles are indexed, and a damaged index of some size is noticed wherever it was damaged. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { load, serialize } from '../../../server/src/core/coverage/index-file.ts'
import { candidates, indexBuilder, type PassageIndex, size } from '../../../server/src/core/coverage/passage-index.ts'
import { foldWords } from '../../../server/src/core/coverage/words.ts'

const LEVY = 'the levy on the market hall stays as it is'

/** An index of the text, and of one short article behind it. */
function indexOf(text: string): PassageIndex {
  const builder = indexBuilder()
  builder.add({ id: 'absurd' }, text)
  builder.add({ id: 'levy' }, LEVY)
  return builder.finish()
}

function found(index: PassageIndex, words: string) {
  const { ids, count } = foldWords(words)
  return candidates(index, [ids.slice(0, count)], 10)
}

const MEGABYTES = 1 << 20

test.each([
  ['nothing', ''],
  ['marks alone', '“…” — !? '.repeat(1000)],
  ['one word', 'levy'],
  ['two words', 'levy hall'],
  ['one word, again and again', 'levy '.repeat(MEGABYTES)],
  ['two words, again and again', 'levy hall '.repeat(MEGABYTES / 2)],
  ['no spaces', 'levy'.repeat(MEGABYTES)],
  ['lone surrogates', '\ud83d levy\udc00 '.repeat(10_000)],
  ['zeros', '\0'.repeat(MEGABYTES)],
  ['ideographs', '我们不会提高税'.repeat(100_000)]
])('%s: what stands beside it is found', (_, text) => {
  const index = indexOf(text)
  expect(size(index)).toBe(2)
  expect(found(index, 'market hall stays as').map(({ article }) => article.id)).toContain('levy')
  for (const { start, end, length } of found(index, 'levy levy levy hall levy hall 我们不会提高税'))
    expect(start >= 0 && start <= end && end <= length).toBe(true)
})

test('in an article of nine million words, too many for parts of their usual length, the place is found', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const words = letters.flatMap((a) => letters.map((b) => a + b)).join(' ')
  const long = `${words} `.repeat(9_000_000 / 676)
  const [place] = found(indexOf(long + LEVY), LEVY).filter(({ article }) => article.id === 'absurd')
  expect(place && place.start <= long.length && place.end === long.length + LEVY.length).toBe(true)
  expect(place && place.end - place.start < 5000).toBe(true)
})

test('an index with damage anywhere is not read', () => {
  const word = (i: number) => `n${i.toString(36)}y`
  const builder = indexBuilder()
  for (let i = 0; i < 200; i += 1)
    builder.add({ id: `a${i}` }, Array.from({ length: 200 }, (_, k) => word((i * 7919 + k * 104729) % 5000)).join(' '))
  const bytes = new Uint8Array(serialize(builder.finish()))
  const anywhere = fc.nat(bytes.length - 1)
  const damage = fc.oneof(
    fc.tuple(fc.constant('one bit'), anywhere, fc.nat(7)),
    fc.tuple(fc.constant('a run of zeros'), anywhere, fc.integer({ min: 8, max: 4096 })),
    fc.tuple(fc.constant('two words exchanged'), anywhere, anywhere),
    fc.tuple(fc.constant('cut off'), anywhere, fc.constant(0))
  )
  fc.assert(
    fc.property(damage, ([kind, at, by]) => {
      const damaged = kind === 'cut off' ? bytes.slice(0, at) : bytes.slice()
      if (kind === 'one bit') damaged[at] = (damaged[at] as number) ^ (1 << by)
      if (kind === 'a run of zeros') damaged.fill(0, at, at + by)
      if (kind === 'two words exchanged') {
        const [a, b] = [at & ~3, by & ~3]
        const first = damaged.slice(a, a + 4)
        damaged.copyWithin(a, b, b + 4)
        damaged.set(first, b)
      }
      if (damaged.length === bytes.length && Buffer.compare(damaged, bytes) === 0) return
      expect(load(damaged.buffer)).toHaveProperty('problem')
    }),
    { numRuns: 200 }
  )
})
