/** Whether a draft is checked, and why not. */
import { expect, test } from 'vitest'
import { createWorkspace, type Standing, standing } from '../../server/src/core/api.ts'
import { coverage } from '../support/coverage.ts'

const STORY = '“The levy stays as it is,” said Dana Ortiz, the mayor.\n'
const BYLINE = '---\nbyline: Ana Roth\n---\n\n'
const NO_COVERAGE = 'No coverage is known of this story, so that its quotations are not held against what was published.'

function of(text: string, said: string | null = null): Standing {
  const known = said === null ? createWorkspace() : createWorkspace().withCoverage(coverage({ wire: ['Dana Ortiz', said] }))
  const analysis = known.withDraft('file:///a.md', text).analysis('file:///a.md')!
  for (const look of analysis.unverified()) look()
  return standing(analysis)
}

test('a story that the coverage knows is checked, and nothing is to be said', () => {
  expect(of(BYLINE + STORY, 'The levy stays as it is.')).toEqual({ checked: true, reasons: [] })
})

test('a story that no coverage knows is checked, and its quotations are not looked up', () => {
  expect(of(BYLINE + STORY)).toEqual({ checked: true, reasons: [NO_COVERAGE] })
  expect(of(BYLINE + STORY, 'The roof of the market hall leaks again.')).toEqual({ checked: true, reasons: [NO_COVERAGE] })
})

test.each([
  ['a README', '# Install\n\nRun `npm start` and open the page.\n', 'does not read like a news story'],
  ['a file whose front matter says so', `---\nbyline: Ana Roth\nsaidby: off\n---\n\n${STORY}`, 'front matter says “saidby: off”'],
  ['a file whose comment says so', `${BYLINE}${STORY}\n<!-- saidby: ignore-file -->\n`, 'a comment in it has everything ignored']
])('%s is not checked, and told why', (_, text, reason) => {
  const { checked, reasons } = of(text)
  expect([checked, reasons]).toEqual([false, [expect.stringContaining(reason)]])
})

test('rules that are ignored in the whole file are named', () => {
  const text = `---\nbyline: Ana Roth\nsaidby-ignore: loaded-cue, anonymous-speaker\n---\n\n${STORY}`
  expect(of(text)).toEqual({
    checked: true,
    reasons: ['These rules are ignored in the whole file: loaded-cue, anonymous-speaker.', NO_COVERAGE]
  })
})
