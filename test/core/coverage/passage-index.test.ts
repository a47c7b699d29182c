/** The passage index finds what brute force finds, and survives adding, removing, saving and damage. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { load, serialize } from '../../../server/src/core/coverage/index-file.ts'
import {
  articlesOf,
  candidates,
  emptyIndex,
  indexBuilder,
  type PassageIndex,
  size,
  withoutArticles
} from '../../../server/src/core/coverage/passage-index.ts'
import { postingTable } from '../../../server/src/core/coverage/posting-table.ts'
import { everyPosting, type Segment } from '../../../server/src/core/coverage/segment.ts'
import { atOnce, STEP } from '../../../server/src/core/coverage/steps.ts'
import { foldWords } from '../../../server/src/core/coverage/words.ts'

const vocabulary = Array.from({ length: 400 }, (_, i) => `w${i.toString(36)}x`)
const text = (words: number) =>
  fc.array(fc.constantFrom(...vocabulary), { minLength: words, maxLength: words * 3 }).map((chosen) => chosen.join(' '))

function indexOf(texts: readonly string[], from: PassageIndex = emptyIndex): PassageIndex {
  const builder = indexBuilder(from)
  for (const [i, one] of texts.entries()) builder.add({ id: `a${i}` }, one)
  return builder.finish()
}

const runOf = (words: string): Uint32Array => {
  const { ids, count } = foldWords(words)
  return ids.slice(0, count)
}

const found = (index: PassageIndex, words: string) => candidates(index, [runOf(words)], 10).map(({ article }) => article.id)

test('six words in a row are found where they stand, near the place', () => {
  fc.assert(
    fc.property(fc.array(text(60), { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (texts, which, at) => {
      const index = indexOf(texts)
      const chosen = texts[which % texts.length] as string
      const words = chosen.split(' ')
      const first = at % (words.length - 6)
      const quotation = words.slice(first, first + 6).join(' ')
      const places = candidates(index, [runOf(quotation)], 10)
      const holding = places.filter(({ article, start, end }) => {
        const place = texts[Number(article.id.slice(1))]?.indexOf(quotation) ?? -1
        return place >= 0 && start <= place && place + quotation.length <= end
      })
      expect(holding.length).toBeGreaterThan(0)
      // A run begins at every word but the last two.
      for (const { shared } of holding) expect(shared).toBeGreaterThanOrEqual(4)
    }),
    { numRuns: 60 }
  )
})

test('in long articles the place is a part of some hundred words', () => {
  const long = Array.from({ length: 5000 }, (_, i) => `n${i}y`).join(' ')
  const [place] = candidates(indexOf([long]), [runOf('n2500y n2501y n2502y n2503y')], 3)
  const at = long.indexOf('n2500y')
  expect(place && place.start <= at && at < place.end && place.end - place.start < 2500).toBe(true)
})

test('over the border of two parts it counts with both', () => {
  const long = Array.from({ length: 400 }, (_, i) => `n${i}y`).join(' ')
  const border = Array.from({ length: 12 }, (_, i) => `n${122 + i}y`).join(' ')
  const [place] = candidates(indexOf([long]), [runOf(border)], 3)
  expect(place && place.start <= long.indexOf('n122y') && long.indexOf('n133y') < place.end).toBe(true)
})

test('postings stand under their keys in the order in which they were put', () => {
  const key = fc.oneof(fc.nat((1 << 28) - 1), fc.integer({ min: 0, max: 40 }))
  fc.assert(
    fc.property(fc.array(key, { maxLength: 300 }), (keys) => {
      const table = postingTable(keys.length)
      for (const [part, key] of keys.entries()) table.put(key, part)
      const read: [number, number][] = []
      atOnce(everyPosting({ ...atOnce(table.finish()) } as Segment, (key, part) => read.push([key, part])))
      expect(read.map(([key, part]) => `${key} ${part}`).sort()).toEqual(keys.map((key, part) => `${key} ${part}`).sort())
      for (const [i, [key, part]] of read.entries()) if (read[i + 1]?.[0] === key) expect(part).toBeLessThan(read[i + 1]?.[1] ?? 0)
    })
  )
})

describe('step by step', () => {
  test('comes to what one go comes to, whenever it pauses and whatever is added in between', () => {
    const add = fc.record({ words: text(20), settle: fc.constantFrom('full' as const, 'all' as const, null) })
    fc.assert(
      fc.property(fc.array(add, { minLength: 1, maxLength: 20 }), (articles) => {
        const stepwise = indexBuilder()
        const all = indexBuilder()
        for (const [i, { words, settle }] of articles.entries()) {
          stepwise.add({ id: `a${i}` }, words)
          all.add({ id: `a${i}` }, words)
          if (settle) for (const _ of stepwise.settle(settle));
          if (settle === 'all') all.finish()
        }
        expect(new Uint8Array(serialize(stepwise.finish()))).toEqual(new Uint8Array(serialize(all.finish())))
      }),
      { numRuns: 40 }
    )
  })

  test('no step goes through more words than it should: twice as many words are twice as many steps', () => {
    const steps = (articles: number): number => {
      const builder = indexBuilder()
      const words = Array.from({ length: 1000 }, (_, i) => vocabulary[(i * i + 7 * i) % vocabulary.length])
      for (let i = 0; i < articles; i += 1)
        builder.add({ id: `a${i}` }, [`first${i}`, ...words.slice(i % 500), ...words.slice(0, i % 500)].join(' '))
      return [...builder.settle('all')].length
    }
    const passes = 5
    for (const articles of [300, 600]) expect(steps(articles)).toBeGreaterThanOrEqual(Math.floor((passes * articles * 1000) / STEP))
  })
})

describe('articles come and go', () => {
  test('adding one by one finds what adding all at once finds', () => {
    fc.assert(
      fc.property(fc.array(text(30), { minLength: 2, maxLength: 25 }), (texts) => {
        let grown = emptyIndex
        for (const [i, one] of texts.entries()) {
          const builder = indexBuilder(grown)
          builder.add({ id: `a${i}` }, one)
          grown = builder.finish()
        }
        expect(size(grown)).toBe(texts.length)
        expect(grown.segments.length).toBeLessThanOrEqual(9)
        for (const [i, one] of texts.entries()) expect(found(grown, one.split(' ').slice(3, 15).join(' '))).toContain(`a${i}`)
      }),
      { numRuns: 20 }
    )
  })

  test('what was removed is not found; the rest is', () => {
    fc.assert(
      fc.property(fc.array(text(30), { minLength: 3, maxLength: 12 }), fc.array(fc.nat(11), { maxLength: 12 }), (texts, gone) => {
        const before = indexOf(texts)
        const removed = new Set(gone.map((i) => `a${i}`))
        const after = withoutArticles(before, removed)
        expect([...articlesOf(after)].map(({ id }) => id).sort()).toEqual(
          texts
            .map((_, i) => `a${i}`)
            .filter((id) => !removed.has(id))
            .sort()
        )
        expect(size(before)).toBe(texts.length)
        for (const [i, one] of texts.entries()) {
          const ids = found(after, one.split(' ').slice(3, 18).join(' '))
          if (removed.has(`a${i}`)) expect(ids).not.toContain(`a${i}`)
          else expect(ids).toContain(`a${i}`)
        }
      }),
      { numRuns: 30 }
    )
  })

  test('an index is never changed by what grows out of it', () => {
    const first = indexOf(['one two three four five six'])
    const bytes = new Uint8Array(serialize(first))
    const builder = indexBuilder(first)
    builder.add({ id: 'b' }, 'seven eight nine ten eleven')
    withoutArticles(builder.finish(), new Set(['a0', 'b']))
    expect(new Uint8Array(serialize(first))).toEqual(bytes)
  })
})

describe('as a file', () => {
  const index = withoutArticles(
    indexOf(['the levy on the market hall stays as it is', 'Štěpán’s bread is “dear” 我们', 'gone by tomorrow', '']),
    new Set(['a2'])
  )

  test('it is read back as it was', () => {
    const back = load(serialize(index))
    expect(back).toEqual(index)
    if ('problem' in back) return
    expect(found(back, 'the market hall stays')).toEqual(['a0'])
    expect([...articlesOf(back)].map(({ id }) => id)).toEqual(['a0', 'a1', 'a3'])
  })

  test('any byte changed, or any bytes cut off or added, is noticed', () => {
    const bytes = new Uint8Array(serialize(index))
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const damaged = bytes.slice()
        damaged[at] = (damaged[at] as number) ^ by
        expect(load(damaged.buffer)).toHaveProperty('problem')
      }),
      { numRuns: 300 }
    )
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        expect(load(bytes.slice(0, length).buffer)).toHaveProperty('problem')
      })
    )
    expect(load(new Uint8Array([...bytes, 0, 0, 0, 0]).buffer)).toHaveProperty('problem')
  })

  test('bytes that are no index are told', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void expect(load(bytes.slice().buffer)).toHaveProperty('problem')))
  })
})
