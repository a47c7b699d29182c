/** Which stretches of a draft are somebody else's words, and the draft without them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWorkspace, masked, quotedRanges } from '../../server/src/core/api.ts'
import { draft } from '../support/drafts.ts'

const URI = 'file:///a.md'
const analysisOf = (text: string) => createWorkspace().withDraft(URI, text).analysis(URI)!
const told = (text: string): string[] =>
  quotedRanges(analysisOf(text)).map(({ span, speaker }) => `${speaker ?? 'nobody'}: ${text.slice(span.start, span.end)}`)

test.each([
  [
    'each piece of an interrupted quotation, with its marks',
    '“The levy,” said Dana Ortiz, the mayor, “stays as it is.”',
    ['Dana Ortiz: “The levy,”', 'Dana Ortiz: “stays as it is.”']
  ],
  [
    'marks within marks are in the outer ones',
    '“The board told me ‘we will not pay’ and hung up,” said Samuel Okafor, a trader.',
    ['Samuel Okafor: “The board told me ‘we will not pay’ and hung up,”']
  ],
  [
    'a quotation of nobody',
    'Rain fell.\n\n“Nobody has asked us what we can afford.”\n',
    ['nobody: “Nobody has asked us what we can afford.”']
  ],
  ['what is only reported is the writer’s', 'Dana Ortiz, the mayor, said that the levy would stay as it was.', []],
  ['titles and terms are the writer’s', 'The so-called “levy” paid for a showing of “The Third Man” in the hall.', []]
])('%s', (_, text, ranges) => {
  expect(told(text)).toEqual(ranges)
})

test('a block quotation without marks', () => {
  const text = 'Dana Ortiz, the mayor, wrote:\n\n> The levy stays as it is.\n> We will talk in June.\n'
  expect(told(text).join()).toMatch(/^Dana Ortiz: .*The levy stays as it is\.\n> We will talk in June\./)
})

test('the draft without them keeps lines, columns and signs of two units', () => {
  const text = 'It was “very\ncold 🥶 there,” said Dana Ortiz.'
  expect(masked(text, [{ span: { start: 7, end: 29 }, speaker: null }])).toBe('It was      \n     🥶         said Dana Ortiz.')
})

test('of any draft: ranges in order, none in another, and whatever is outside stays as it is and where it is', () => {
  fc.assert(
    fc.property(draft, (text) => {
      const ranges = quotedRanges(analysisOf(text))
      const blank = masked(text, ranges)
      expect(blank.length).toBe(text.length)
      let at = 0
      for (const { span } of ranges) {
        expect(span.start).toBeGreaterThanOrEqual(at)
        expect(span.end).toBeGreaterThan(span.start)
        expect(blank.slice(at, span.start)).toBe(text.slice(at, span.start))
        expect(blank.slice(span.start, span.end).split('\n').length).toBe(text.slice(span.start, span.end).split('\n').length)
        at = span.end
      }
      expect(blank.slice(at)).toBe(text.slice(at))
    }),
    { numRuns: 100 }
  )
})
