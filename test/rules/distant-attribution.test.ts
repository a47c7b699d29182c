/** Guesses, which the pages of the rules cannot show in a short story: a speaker whose probability is low. */
import { expect, test } from 'vitest'
import { type Analysis, createWorkspace, defaultLevels, findings, type Quotation } from '../../server/src/core/api.ts'

/** The analysis of the draft, with every quotation’s probability as given. */
function withProbability(text: string, probability: number): Analysis {
  const analysis = createWorkspace().withDraft('file:///draft.md', `---\nbyline: Ana Roth\n---\n\n${text}`).analysis('file:///draft.md')
  if (!analysis) throw new Error('there is no analysis')
  const quotations = analysis.quotations.map((quotation): Quotation => ({ ...plain(quotation), probability }))
  return { ...analysis, quotations, chains: analysis.chains, sections: analysis.sections }
}

const plain = ({
  span,
  kind,
  segments,
  speaker,
  cue,
  evidence,
  probability,
  unattributed,
  carriedOver,
  ended,
  block,
  local,
  speakerKey
}: Quotation): Quotation => ({
  span,
  kind,
  segments,
  speaker,
  cue,
  evidence,
  probability,
  unattributed,
  carriedOver,
  ended,
  block,
  local,
  speakerKey
})

const told = (analysis: Analysis) => findings(analysis, defaultLevels).map(({ rule, message }) => `${rule}: ${message}`)

const direct = 'Dana Ortiz left the hall early. “We will not raise the levy this year, whoever asks.”'

test('a speaker who is likelier wrong than right is a guess', () => {
  expect(told(withProbability(direct, 0.3))).toEqual([
    'distant-attribution: Perhaps “Dana Ortiz” said this, but the draft does not plainly say so.'
  ])
})

test('the guess is offered first, with its probability', () => {
  const [finding] = findings(withProbability(direct, 0.3), defaultLevels)
  expect(finding?.fixes()[0]?.title).toBe('Attribute to Ortiz: a guess, 30 %')
})

test('a likely speaker is none', () => {
  expect(told(withProbability(direct, 0.5))).toEqual([])
})

test('words inside a sentence of the paper’s own are left alone', () => {
  expect(told(withProbability('Dana Ortiz said the levy was “a fair price” for the bridge.', 0.3))).toEqual([])
})
