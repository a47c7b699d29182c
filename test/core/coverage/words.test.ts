/** Which spellings are one word, and which words are none. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWords } from '../../../server/src/core/coverage/words.ts'

const ids = (text: string): number[] => {
  const { ids, count } = foldWords(text)
  return [...ids.subarray(0, count)]
}
const slices = (text: string): string[] => {
  const { starts, ends, count } = foldWords(text)
  return Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]))
}

test.each([
  ['The levy stays.', 'the LEVY — stays'],
  ['Don’t ask', "don't ask"],
  ['a comic-book hero', 'a comic book hero'],
  ['ten years, twenty-five days', '10 years, 25 days'],
  ['the third of 1,500 bakers', 'the 3rd of 1500 bakers'],
  ['40% of it', 'forty per cent of it'],
  ['bread & butter', 'bread and butter'],
  ['the U.S. at 5 p.m.', 'the US at 5 pm'],
  ['okay, that is OK', 'ok that is okay'],
  ['’cause we organised the labour centre', 'because we organized the labor center'],
  ['José Müller', 'Jose Muller'],
  ['it is [l]asting', 'it is lasting']
])('%s = %s', (a, b) => {
  expect(ids(a)).toEqual(ids(b))
})

test.each([
  ['tell us', 'tell US'],
  ['A.A. helps', 'AA helps'],
  ['home grown', 'homegrown'],
  ['we are', "we're"],
  ['the bakers’ hall', 'the bakers’s hall'],
  ['2.5 levies', '25 levies'],
  ['he was wise', 'he was wize']
])('%s ≠ %s', (a, b) => {
  expect(ids(a)).not.toEqual(ids(b))
})

test('words stand where they were read', () => {
  expect(slices('“Well,” she said—‘no’ 1,000 times; want[s] it [sic] 我们')).toEqual([
    'Well',
    'she',
    'said',
    'no',
    '1,000',
    'times',
    'want[s',
    'it',
    'sic',
    '我',
    '们'
  ])
  expect(slices('thirty-one per cent')).toEqual(['thirty-one', 'per cent'])
})

test('a hyphen between words is noted', () => {
  const { hyphens, count } = foldWords('a well-known e-mail - or not')
  expect([...hyphens.subarray(0, count)]).toEqual([0, 1, 0, 1, 0, 0, 0])
})

test('any text: places in order, inside it, and the same words again when it is read again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { starts, ends, count } = foldWords(text)
      let at = 0
      for (let i = 0; i < count; i += 1) {
        expect(starts[i]).toBeGreaterThanOrEqual(at)
        expect(ends[i]).toBeGreaterThan(starts[i] as number)
        at = ends[i] as number
      }
      expect(at).toBeLessThanOrEqual(text.length)
      expect(ids(text)).toEqual(ids(text))
    })
  )
})
