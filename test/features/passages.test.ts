/** Where a quotation leads, and what leads back. */
import { expect, test } from 'vitest'
import { packDocument, passagesAt, quotationsOf } from '../../server/src/core/api.ts'
import { analysisOf, coverage, levyPack } from '../support/covered.ts'
import { cursor } from '../support/marked.ts'

function origins(marked: string): string[] {
  const { text, offset } = cursor(marked)
  const found = passagesAt(analysisOf(text), offset)
  return (found?.passages ?? []).map(({ article, start, end }) => `${article.id}: ${coverage.text(article, start, end)}`)
}

test('every place that has the words, the speaker’s own statement first', () => {
  expect(origins('“We will not<|> raise the levy this year,” Dana Ortiz said.')).toEqual([
    'levy#no-rise: We will not raise the levy this year',
    'wire/monday.md: We will not raise the levy this year'
  ])
})

test('of altered words the passage they come from; of a segment its own', () => {
  expect(origins('“The roof of the market hall comes first,” Ortiz said. “We will <|>never raise the levy this year.”')).toEqual([
    'levy#no-rise: We will not raise the levy this year',
    'wire/monday.md: We will not raise the levy this year'
  ])
})

test('nowhere from prose, and from words that the coverage does not have', () => {
  expect(origins('The levy st<|>ays.')).toEqual([])
  expect(origins('“Ferries are <|>late on every single island here,” said Tomas Vale.')).toEqual([])
})

test('another draft that quotes the same passage, and no other quotation of it', () => {
  const { text, offset } = cursor('“We will not<|> raise the levy this year,” Dana Ortiz said.')
  const passages = passagesAt(analysisOf(text), offset)?.passages ?? []
  const other = 'Ortiz spoke. “We will never raise the levy this year,” she said. “The roof of the market hall comes first.”'
  expect(quotationsOf(analysisOf(other), passages).map(({ start, end }) => other.slice(start, end))).toEqual([
    '“We will never raise the levy this year,”'
  ])
})

test('a pack as a page, in which each statement has its place', () => {
  const { text, places } = packDocument(levyPack)
  const place = places.get('roof-first')
  expect(place && text.slice(place.start, place.end)).toBe('“The roof of the market hall comes first.”')
  expect(text).toMatchInlineSnapshot(`
    "---
    saidby: off
    ---

    # The market levy

    Harbour Gazette, 2026-11-20

    ## Council meeting, 2026-11-20

    “We will not raise the levy this year, whatever the harbour board asks of us.”

    — Dana Ortiz

    “The roof of the market hall comes first.”

    — Dana Ortiz

    “Nobody has asked the traders what a new roof is worth to them.”

    — Samuel Okafor

    ## Who and what is named

    **Dana Ortiz.** Dana Ortiz has been mayor since 2024.

    **Samuel Okafor.** Samuel Okafor speaks for the traders.
    "
  `)
})
