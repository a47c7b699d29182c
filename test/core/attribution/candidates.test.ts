/** Who is offered for words that nobody is said to have said: small stories, each with the names in the order they are offered. */
import { expect, test } from 'vitest'
import { type Analysis, createWorkspace } from '../../../server/src/core/api.ts'

function analyze(draft: string): Analysis {
  const text = `---\nbyline: Ana Roth\n---\n\n${draft}`
  const analysis = createWorkspace().withDraft('file:///draft.md', text).analysis('file:///draft.md')
  if (!analysis) throw new Error('there is no analysis')
  return analysis
}

/** The candidates for the draft’s one unattributed quotation. */
function offered(draft: string): string[] {
  const analysis = analyze(draft)
  const [quotation, ...others] = analysis.quotations.filter(({ unattributed }) => unattributed)
  if (!quotation || others.length > 0) throw new Error('the draft should have one unattributed quotation')
  return analysis.candidates(quotation).map(({ shortName, reason }) => `${shortName}: ${reason}`)
}

test('who was reported last comes before who was only named', () => {
  expect(
    offered(`Dana Ortiz, the mayor, said the levy would stay. Samuel Okafor, who sells fish, waited on the stairs with Tom Reed.

Rain fell on the hall.

“We have paid enough for that bridge. It is not even finished.”`)
  ).toEqual(['Ortiz: last named speaker', 'Okafor: named above', 'Reed: named above'])
})

test('few speak of themselves by name', () => {
  expect(
    offered(`Dana Ortiz, the mayor, met Samuel Okafor at noon.

The talks were short.

“Ortiz did not listen to a word. I have met kinder walls.”`)[0]
  ).toBe('Okafor: named above')
})

test('a family name further down that nobody introduced may be missing here', () => {
  expect(
    offered(`Dana Ortiz, the mayor, spoke on Monday about the levy and the bridge.

Traders had feared the worst.

“Nobody has asked us what we can pay. The hall is half empty.”

The council meets again in June. Okafor said he would come, and Okafor’s stall would stay shut that day.`)
  ).toContain('Okafor: named further down, never introduced')
})

test('places, months and works speak seldom', () => {
  expect(
    offered(`The hall in Ortizville was built in March by the firm of Lena Brandt. It stands near Port Ellen, and in Port Ellen it is loved.

“Nobody has asked us what we can pay. The hall is half empty.”`)
  ).toEqual(['Brandt: named in the paragraph before'])
})

test('a full name with where they come from, and the family name alone, are one', () => {
  expect(
    offered(`Senator Tomas Vale of Port Ellen came to the hall. Vale said the levy was “a joke.”

The doors were shut by nine.

“Nobody has asked us what we can pay. The hall is half empty.”`)
  ).toEqual(['Vale: last named speaker'])
})

test('two of one family are told apart by their full names', () => {
  expect(
    offered(`Dana Ortiz, the mayor, came with her brother. Luis Ortiz stood behind her.

The doors were shut by nine.

“Nobody has asked us what we can pay. The hall is half empty.”`).map((line) => line.split(':')[0])
  ).toEqual(expect.arrayContaining(['Dana Ortiz', 'Luis Ortiz']))
})

test('probabilities add up to less than one, the likeliest first', () => {
  const analysis = analyze(`Dana Ortiz, the mayor, met Samuel Okafor and Tom Reed.

“Nobody has asked us what we can pay. The hall is half empty.”`)
  const [quotation] = analysis.quotations
  const probabilities = quotation ? analysis.candidates(quotation).map(({ probability }) => probability) : []
  expect(probabilities.length).toBe(3)
  expect(probabilities.reduce((sum, probability) => sum + probability, 0)).toBeLessThan(1)
  expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a))
})

test('a word that has its capital from the sentence it opens is nobody', () => {
  expect(
    offered(`Dana Ortiz, the mayor, said the levy would stay.

Heckling filled the hall.

“We have paid enough for that bridge. It is not even finished.”

Heckling lasted until midnight.`)
  ).toEqual(['Ortiz: last named speaker'])
})
