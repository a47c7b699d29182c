/** Edits one after the other come to the edits that make both at once. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, composedEdits, type TextEdit } from '../../../server/src/core/text/edit.ts'

/** Edits in order that do not overlap, in a text of that length. */
const editsIn = (length: number): fc.Arbitrary<readonly TextEdit[]> =>
  fc.array(fc.record({ gap: fc.nat(5), long: fc.nat(3), newText: fc.string({ maxLength: 3 }) }), { maxLength: 5 }).map((given) => {
    let at = 0
    return given.flatMap(({ gap, long, newText }) => {
      const start = at + gap
      at = start + long
      return at <= length ? [{ start, end: at, newText }] : []
    })
  })

test('edits in a text that others have left come to edits of the first text', () => {
  const drawn = fc.string({ maxLength: 30 }).chain((text) =>
    editsIn(text.length).chain((first) => {
      const between = applyEdits(text, first)
      return editsIn(between.length).map((second) => ({ text, first, second, after: applyEdits(between, second) }))
    })
  )
  fc.assert(
    fc.property(drawn, ({ text, first, second, after }) => {
      const composed = composedEdits(text, first, second)
      expect(applyEdits(text, composed)).toBe(after)
      for (const [i, { start, end }] of composed.entries()) {
        expect(start).toBeLessThanOrEqual(end)
        expect(start).toBeGreaterThanOrEqual(i === 0 ? 0 : (composed[i - 1]?.end ?? 0))
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 1000 }
  )
})

test('what lies apart stays apart', () => {
  expect(composedEdits('one two three', [{ start: 0, end: 3, newText: '1' }], [{ start: 6, end: 11, newText: '3' }])).toEqual([
    { start: 0, end: 3, newText: '1' },
    { start: 8, end: 13, newText: '3' }
  ])
})
