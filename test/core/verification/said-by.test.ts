/** Whose the words are, as the coverage has them: the draft's speaker's, plainly somebody else's, or not known. */
import { expect, test } from 'vitest'
import { readingCoverage } from '../../../server/src/core/analysis/read-articles.ts'
import { coverageOf } from '../../../server/src/core/coverage/coverage.ts'
import { buildGazetteer } from '../../../server/src/core/entity/gazetteer.ts'
import { isPersonName } from '../../../server/src/core/entity/person-name.ts'
import { isShift } from '../../../server/src/core/verification/shifts.ts'
import { verifyWords } from '../../../server/src/core/verification/verify.ts'

function saidBy(texts: readonly string[], words: string, name: string | null): string {
  const published = texts.map((text, i) => ({ article: { id: `a${i}` }, text }))
  const coverage = readingCoverage(coverageOf(published, [], 1), buildGazetteer([], 1))
  const found = verifyWords(words, { speaker: name === null ? null : { entity: null, name }, near: [] }, coverage)
  return `${found?.verdict} ${found?.saidBy} ${found?.passages[0]?.speaker}`
}

const WORDS = 'We will not raise the levy for any trader this year'
const ORTIZ = `“${WORDS},” said Dana Ortiz, the mayor.`
const OKAFOR = `“${WORDS},” said Samuel Okafor, a trader.`

test.each([
  [[ORTIZ], 'Dana Ortiz', 'verbatim same Dana Ortiz'],
  [[ORTIZ], 'Ortiz', 'verbatim same Dana Ortiz'],
  [[ORTIZ], 'Samuel Okafor', 'verbatim other Dana Ortiz'],
  [[ORTIZ], null, 'verbatim null Dana Ortiz'],
  [[ORTIZ, OKAFOR], 'Okafor', 'verbatim same Samuel Okafor'],
  [[`“${WORDS},” a spokesman said.`], 'Okafor', 'verbatim null a spokesman'],
  [[`“No,” she said. ${WORDS}.`], 'Okafor', 'verbatim null null']
])('%j by %s: %s', (texts, name, expected) => {
  expect(saidBy(texts, WORDS, name)).toBe(expected)
})

test('names that share a word or its consonants may be one person’s', () => {
  expect(saidBy([`“${WORDS},” said Fumio Kishida, a visitor.`], WORDS, 'Kishida Fumio')).toBe('verbatim null Fumio Kishida')
  expect(saidBy([`“${WORDS},” said Samuel Okafor, a trader.`], WORDS, 'Okaffor')).toBe('verbatim null Samuel Okafor')
})

test('told in another tense and person it is the same statement, somebody else’s', () => {
  const told = 'Samuel Okafor said he was ready to pay a higher levy for the hall if they had a say. “Yes,” he added.'
  const words = 'I am ready to pay a higher levy for the hall if we have a say'
  expect(saidBy([told], words, 'Lena Brandt')).toBe('altered other Samuel Okafor')
  // Hardly two words in a row stand there as they are.
  const shifted = 'Samuel Okafor said traders would close stalls when they knew what was asked of them. “Yes,” he added.'
  expect(saidBy([shifted], 'Traders will close stalls when they know what is asked of us', 'Lena Brandt')).toBe(
    'altered other Samuel Okafor'
  )
  expect(saidBy([told], 'I was asked to sell my old stall in the hall if we have a say', 'Lena Brandt')).toMatch(/^unsupported/)
})

test('words that report, between marks, are not the speaker’s', () => {
  const text = '“We will not raise the levy,” said Dana Ortiz, who was in a hurry that day and on her way out, “for any trader this year.”'
  expect(saidBy([text], WORDS, 'Dana Ortiz')).toBe('verbatim same Dana Ortiz')
  expect(saidBy(['“We will not raise the levy, said or unsaid, for any trader this year,” Dana Ortiz said.'], WORDS, 'Dana Ortiz')).toBe(
    'altered same Dana Ortiz'
  )
})

test.each(['Dana Ortiz', 'TRUMP', 'Mayor Dana Ortiz', 'Jean-Pierre Vale'])('%s is a person’s name', (name) => {
  expect(isPersonName(name)).toBe(true)
})

test.each(['CANDIDATES', 'City Council', 'Q', 'MODERATOR', 'the mayor', 'The White House spokesman', ''])('“%s” may not be', (name) => {
  expect(isPersonName(name)).toBe(false)
})

test.each([
  ['is', 'was', true],
  ['We', 'they', true],
  ['supports', 'supported', true],
  ['carry', 'carried', true],
  ['not', 'never', false],
  ['bus', 'bused', false]
])('%s for %s', (quote, published, expected) => {
  expect(isShift({ op: 'sub', quote, published })).toBe(expected)
})
