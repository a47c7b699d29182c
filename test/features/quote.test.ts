/** Statements of the coverage as they are put into a draft. */
import { expect, test } from 'vitest'
import { quoteAt, statements } from '../../server/src/core/api.ts'
import { analysisOf, coverage, levyPack } from '../support/covered.ts'
import { cursor } from '../support/marked.ts'

/** The draft with the best statement for the words put in at the cursor. */
function quoted(marked: string, query: string): string {
  const { text, offset } = cursor(marked)
  const analysis = analysisOf(text)
  const [statement] = statements(analysis.coverage, null, query, 1)
  return statement ? text.slice(0, offset) + quoteAt(analysis, offset, statement, [levyPack]) + text.slice(offset) : 'nothing'
}

test('on first mention with the full name and the role, verb first', () => {
  expect(quoted('<|>', 'roof first')).toBe('“The roof of the market hall comes first,” said Dana Ortiz, the mayor of Port Ellen.')
})

test('after that the family name, subject first', () => {
  expect(quoted('Dana Ortiz came late.\n\n<|>', 'roof first')).toBe(
    'Dana Ortiz came late.\n\n“The roof of the market hall comes first,” Ortiz said.'
  )
})

test('in the draft’s own marks, tense and place', () => {
  expect(quoted('Samuel Okafor says: "It leaks".\n\n<|>', 'roof of the market')).toBe(
    'Samuel Okafor says: "It leaks".\n\nDana Ortiz, the mayor of Port Ellen, says: "The roof of the market hall comes first."'
  )
})

test('inside marks that stand open, the words alone', () => {
  expect(quoted('Ortiz said “<|>', 'roof first')).toBe('Ortiz said “The roof of the market hall comes first.”')
})

test('in a sentence that names its speaker, the marked words alone', () => {
  expect(quoted('Dana Ortiz promised that <|>', 'roof first')).toBe('Dana Ortiz promised that “The roof of the market hall comes first.”')
  expect(quoted('Dana Ortiz came late. <|>', 'roof first')).toBe(
    'Dana Ortiz came late. “The roof of the market hall comes first,” Ortiz said.'
  )
})

test('a speaker whom no pack knows', () => {
  expect(quoted('<|>', 'old bridge')).toBe('“The old bridge can wait for another winter,” said Lena Brandt.')
})

test('nothing is listed for neither words nor a speaker, and nothing for words that nobody said', () => {
  expect(statements(coverage, null, '', 5)).toEqual([])
  expect(statements(coverage, null, 'sells bread by the market hall', 5)).toEqual([])
})
