/** What may be typed into quotation marks just opened. */
import { expect, test } from 'vitest'
import { completions } from '../../server/src/core/api.ts'
import { analysisOf } from '../support/covered.ts'
import { cursor } from '../support/marked.ts'

/** Each statement as it would be put in, with where it stands; what is replaced in front. */
function offered(marked: string): string {
  const { text, offset } = cursor(marked)
  const found = completions(analysisOf(text), offset)
  if (!found) return 'nothing'
  return [`[${text.slice(found.span.start, found.span.end)}]`, ...found.items.map(({ newText, detail }) => `${newText} (${detail})`)].join(
    '\n'
  )
}

test('after a name and a cue, what that person said, with the closing mark', () => {
  expect(offered('Dana Ortiz said “<|>')).toMatchInlineSnapshot(`
    "[]
    We will not raise the levy this year, whatever the harbour board asks of us.” (Harbour Gazette, council meeting, 20 November 2026)
    The roof of the market hall comes first.” (Harbour Gazette, council meeting, 20 November 2026)"
  `)
})

test('what begins with the words typed so far comes first', () => {
  expect(offered('The mayor was clear. Ortiz told reporters: "The roof<|>')).toMatchInlineSnapshot(`
    "[The roof]
    The roof of the market hall comes first." (Harbour Gazette, council meeting, 20 November 2026)"
  `)
})

test('an editor that closed the mark by itself gets no second one', () => {
  expect(offered('Samuel Okafor said, "<|>"')).toMatchInlineSnapshot(`
    "[]
    Nobody has asked the traders what a new roof is worth to them. (Harbour Gazette, council meeting, 20 November 2026)"
  `)
})

test('a pronoun stands for whom the draft means', () => {
  expect(offered('Lena Brandt, a baker, was late. She said: “<|>')).toMatchInlineSnapshot(`
    "[]
    The old bridge can wait for another winter” (Coast Wire, 21 November 2026)"
  `)
})

test('a quotation that goes on behind its attribution', () => {
  expect(offered('“The roof of the market hall comes first,” Dana Ortiz said. “<|>')).toContain('We will not raise the levy')
})

test('without a name, the words alone find it, once there are two', () => {
  expect(offered('“<|>')).toBe('nothing')
  expect(offered('“The old<|>')).toMatchInlineSnapshot(`
    "[The old]
    The old bridge can wait for another winter” (Coast Wire, 21 November 2026)"
  `)
})

test.each([
  ['outside marks', 'Dana Ortiz said <|>'],
  ['behind a closing mark', 'Dana Ortiz said “no” and<|>'],
  ['in code', 'Dana Ortiz said `"<|>`'],
  ['in a fence', '```\nDana Ortiz said “<|>\n```'],
  ['in a quotation that is nearly done', 'Dana Ortiz said “one two three four five six seven eight nine ten eleven twelve thirteen<|>'],
  ['before the first mark', '<|>“We will,” Dana Ortiz said.']
])('nothing %s', (_, marked) => {
  expect(offered(marked)).toBe('nothing')
})
