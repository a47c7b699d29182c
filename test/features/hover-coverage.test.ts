/** What a hover on a quotation says of the coverage. */
import { expect, test } from 'vitest'
import { hover } from '../../server/src/core/api.ts'
import { analysisOf } from '../support/covered.ts'
import { cursor } from '../support/marked.ts'

/** How probable an attribution is changes a little with every training. */
function hoverAt(marked: string): string {
  const { text, offset } = cursor(marked)
  return (hover(analysisOf(text), offset)?.markdown ?? 'nothing').replace(/\d+ %/, 'N %')
}

test('words that the coverage has, in their context, with where they stand', () => {
  expect(hoverAt('“We will <|>not raise the levy this year,” Dana Ortiz said.')).toMatchInlineSnapshot(`
    "**Dana Ortiz** said this.

    The coverage has these very words.

    > **We will not raise the levy this year**, whatever the harbour board asks of us.
    >
    > — Dana Ortiz, Harbour Gazette, council meeting, 20 November 2026

    Also in one other article.

    “Dana Ortiz” stands beside “said”. *(adjacent, N %)*"
  `)
})

test('a word that was changed is shown beside the published one', () => {
  expect(hoverAt('“We will never <|>raise the levy this year,” Dana Ortiz said.')).toMatchInlineSnapshot(`
    "**Dana Ortiz** said this.

    The coverage has other words here: one word differs.

    We will ~~never~~ **not** raise the levy this …

    > **We will not raise the levy this year**, whatever the harbour board asks of us.
    >
    > — Dana Ortiz, Harbour Gazette, council meeting, 20 November 2026

    Also in one other article.

    “Dana Ortiz” stands beside “said”. *(adjacent, N %)*"
  `)
})

test('words of somebody else', () => {
  expect(hoverAt('“Nobody has asked the traders what a <|>new roof is worth to them,” Dana Ortiz said.')).toMatchInlineSnapshot(`
    "**Dana Ortiz** said this.

    The coverage has these very words. It gives them to Samuel Okafor.

    > Nobody has asked the traders what a new roof is worth to them.
    >
    > — Samuel Okafor, Harbour Gazette, council meeting, 20 November 2026

    “Dana Ortiz” stands beside “said”. *(adjacent, N %)*"
  `)
})

test('each part of an interrupted quotation, where they come from different places', () => {
  expect(
    hoverAt('“The old bridge can wait<|> for another winter,” Lena Brandt said. “The roof of the market hall can never come first.”')
  ).toMatchInlineSnapshot(`
    "**Lena Brandt** said this.

    The coverage has these very words.

    > “**The old bridge can wait for another winter**,” said Lena Brandt, a baker.
    >
    > — Lena Brandt, [Coast Wire](https://coast.example/monday), 21 November 2026

    “Lena Brandt” stands beside “said”. *(adjacent, N %)*"
  `)
})

test('parts that stand in one place are told as one', () => {
  expect(hoverAt('“We will not raise<|> the levy this year,” Ortiz said, “whatever the harbour board asks of us.”')).toMatchInlineSnapshot(`
    "**Dana Ortiz** said this.

    The coverage has these very words.

    > We will not raise the levy this year, whatever the harbour board asks of us.
    >
    > — Dana Ortiz, Harbour Gazette, council meeting, 20 November 2026

    Also in one other article.

    “Ortiz” stands beside “said”. *(adjacent, N %)*"
  `)
})

test('words that the coverage of this story does not have', () => {
  expect(
    hoverAt(
      '“Nobody has asked the traders what a new roof is worth to them,” Samuel Okafor said.\n\n“The ferry timetable <|>is a disgrace to every island,” Dana Ortiz said.'
    )
  ).toMatchInlineSnapshot(`
    "**Dana Ortiz** said this.

    The coverage does not have these words.

    “Dana Ortiz” stands beside “said”. *(adjacent, N %)*"
  `)
})

test('of a story that the coverage does not know nothing is said', () => {
  expect(hoverAt('“The ferry timetable <|>is a disgrace to every island,” said Tomas Vale.')).not.toContain('coverage')
})
