/** The ranking's trees, by themselves and against the program that grows them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plant, score, softmax } from '../../../server/src/core/attribution/ranker/forest.ts'
import { grow } from '../../../train/boost.ts'

test('a row falls into the leaf whose bits say which questions it exceeds', () => {
  const forest = plant({ features: ['a', 'b'], depth: 2, trees: [[0, 3, 1, 5, 1000, 2000, 3000, 4000]] })
  expect(score(forest, Uint8Array.of(3, 5), 0)).toBe(1)
  expect(score(forest, Uint8Array.of(4, 5), 0)).toBe(2)
  expect(score(forest, Uint8Array.of(3, 6), 0)).toBe(3)
  expect(score(forest, Uint8Array.of(9, 9, 4, 6), 2)).toBe(4)
})

test('a tree that is cut short, or asks for what has no name, is refused', () => {
  expect(() => plant({ features: ['a'], depth: 2, trees: [[0, 3, 0, 1, 1, 2, 3]] })).toThrow(TypeError)
  expect(() => plant({ features: ['a'], depth: 2, trees: [[0, 3, 1, 1, 1, 2, 3, 4]] })).toThrow(TypeError)
})

test('shares add up to one, whatever the scores', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -700, max: 700, noNaN: true }), { minLength: 1, maxLength: 30 }), (scores) => {
      const shares = Float64Array.from(scores)
      softmax(shares, shares.length)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
    })
  )
})

test('what is grown learns what there is to learn, and the same every time', () => {
  // Of three candidates the right one has the greatest second feature.
  const rows: number[] = []
  const positive: number[] = []
  const groups = [0]
  for (let g = 0; g < 300; g += 1) {
    const seconds = [(g * 7) % 20, (g * 11 + 3) % 20, (g * 13 + 5) % 20]
    const best = seconds.indexOf(Math.max(...seconds))
    for (const [i, second] of seconds.entries()) {
      rows.push((g * 5 + i) % 9, second)
      positive.push(i === best ? 1 : 0)
    }
    groups.push(positive.length)
  }
  const examples = {
    features: ['noise', 'signal'],
    rows: Uint8Array.from(rows),
    positive: Uint8Array.from(positive),
    groups: Int32Array.from(groups)
  }
  const growth = { trees: 30, depth: 4, rate: 0.3, lambda: 1, share: 1 }
  const written = grow(examples, growth)
  expect(grow(examples, growth)).toEqual(written)
  const forest = plant(written)
  let right = 0
  for (let g = 0; g < 300; g += 1) {
    const scores = [0, 1, 2].map((i) => score(forest, examples.rows, (g * 3 + i) * 2))
    if (positive[g * 3 + scores.indexOf(Math.max(...scores))] === 1) right += 1
  }
  expect(right).toBeGreaterThan(290)
})
