/** What holds of the parts of every draft, of every way to cut a row, and of the measure by which both are judged. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWorkspace } from '../../../server/src/core/api.ts'
import { bestCuts, type Row } from '../../../server/src/core/takeaway/cuts.ts'
import { distance } from '../../bench/segmentation.ts'
import { draft } from '../../support/drafts.ts'

test('parts stand in order, inside the draft, and no takeaway in another', () => {
  fc.assert(
    fc.property(draft, (text) => {
      const sections = createWorkspace().withDraft('file:///a.md', text).analysis('file:///a.md')?.sections ?? []
      const takeaways = sections.filter(({ kind }) => kind === 'takeaway')
      for (const { span, selection } of sections) {
        expect(span.start).toBeLessThanOrEqual(selection.start)
        expect(selection.start).toBeLessThanOrEqual(selection.end)
        expect(selection.end).toBeLessThanOrEqual(span.end)
        expect(span.end).toBeLessThanOrEqual(text.length)
      }
      for (const [i, { span }] of takeaways.entries()) if (i > 0) expect(span.start).toBeGreaterThanOrEqual(takeaways[i - 1]!.span.end)
    }),
    { numRuns: 200 }
  )
})

describe('the best cuts', () => {
  const row = fc.integer({ min: 3, max: 8 }).chain((length) =>
    fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3 * length * length, maxLength: 3 * length * length }).map(
      (numbers): Row => ({
        length,
        longest: length,
        whole: (start, end) => numbers[start * length + end - 1]!,
        opening: (end) => numbers[length * length + end]!,
        begins: (index) => numbers[2 * length * length + index]!
      })
    )
  )

  /** Every choice of `count` starts, the first between 1 and `to`. */
  function* choices(length: number, count: number, from: number, to: number): Iterable<number[]> {
    for (let first = from; first <= to; first += 1) {
      if (count === 1) yield [first]
      else for (const rest of choices(length, count - 1, first + 1, length - 1)) yield [first, ...rest]
    }
  }

  test('are found: no other choice scores higher', () => {
    fc.assert(
      fc.property(row, fc.integer({ min: 1, max: 3 }), (cutting, count) => {
        const cuts = bestCuts(cutting, count, 1, cutting.length - 1)
        const scores = [...choices(cutting.length, count, 1, cutting.length - 1)].map((starts) => scoreOf(cutting, starts))
        expect(cuts === null).toBe(scores.length === 0)
        if (!cuts) return
        expect(cuts.starts).toHaveLength(count)
        expect(cuts.score).toBeCloseTo(Math.max(...scores), 6)
        expect(scoreOf(cutting, cuts.starts)).toBeCloseTo(cuts.score, 6)
      }),
      { numRuns: 300 }
    )
  })

  function scoreOf(cutting: Row, starts: readonly number[]): number {
    const typical = (cutting.length - 1) / starts.length
    return starts.reduce((sum, start, i) => {
      const end = starts[i + 1] ?? cutting.length
      return sum + cutting.begins(start) + cutting.whole(start, end) - 2.5 * Math.log((end - start) / typical) ** 2
    }, cutting.opening(starts[0]!))
  }
})

describe('the distance of two segmentations', () => {
  const starts = fc.uniqueArray(fc.integer({ min: 1, max: 29 }), { maxLength: 6 }).map((all) => new Set(all))

  test('is 0 for the same, and between 0 and 1', () => {
    fc.assert(
      fc.property(starts, starts, (gold, found) => {
        expect(distance(30, gold, gold)).toEqual({ windowDiff: 0, pk: 0 })
        const { windowDiff, pk } = distance(30, gold, found)
        expect(windowDiff).toBeLessThanOrEqual(1)
        expect(pk).toBeLessThanOrEqual(windowDiff)
      })
    )
  })

  test('a near miss is nearer than a far one, and a border too many is seen', () => {
    const gold = new Set([10, 20])
    const of = (...found: number[]) => distance(30, gold, new Set(found)).windowDiff
    expect(of(11, 20)).toBeLessThan(of(13, 20))
    expect(of(13, 20)).toBeLessThan(of(16, 20))
    expect(of(10, 12, 20)).toBeGreaterThan(0)
  })
})
