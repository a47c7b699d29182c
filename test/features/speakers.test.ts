/** Who speaks, how often, in how many words. */
import { expect, test } from 'vitest'
import { createWorkspace, type Speaking, speakers } from '../../server/src/core/api.ts'
import { coverage } from '../support/coverage.ts'

const STORY = `---
byline: Ana Roth
---

“The levy stays as it is,” said Dana Ortiz, the mayor. “We will talk in June.”

Samuel Okafor, who sells fish, said that he had expected worse. He called it “a pause.”

“Nobody has asked us what we can afford to pay.”

“We were never asked,” a trader said.
`

const told = (found: readonly Speaking[]): string[] =>
  found.map(({ kind, name, quotations, words, reported, verdicts }) =>
    [kind, name, quotations, words, reported, JSON.stringify(verdicts)].join(' | ')
  )

test('named and not named, in marks and without, with the words that are nobody’s', () => {
  const analysis = createWorkspace().withDraft('file:///a.md', STORY).analysis('file:///a.md')!
  expect(told(speakers(analysis))).toEqual([
    'named | Dana Ortiz | 2 | 11 | 0 | {}',
    'nobody |  | 1 | 10 | 0 | {}',
    'anonymous | a trader | 1 | 4 | 0 | {}',
    'named | Samuel Okafor | 1 | 2 | 1 | {}'
  ])
})

test('verdicts where the coverage knows the story', () => {
  const known = coverage({ wire: ['Dana Ortiz', 'The levy stays as it is. It has been low for years. We will talk in June.'] })
  const analysis = createWorkspace().withCoverage(known).withDraft('file:///a.md', STORY).analysis('file:///a.md')!
  expect(speakers(analysis)[0]?.verdicts).toEqual({ verbatim: 2 })
})

test('of every speaker the places: as many as quotations and reports', () => {
  const analysis = createWorkspace().withDraft('file:///a.md', STORY).analysis('file:///a.md')!
  for (const { places, quotations, reported } of speakers(analysis)) expect(places.length).toBe(quotations + reported)
})

test('nobody speaks in an empty draft', () => {
  expect(speakers(createWorkspace().withDraft('file:///a.md', '').analysis('file:///a.md')!)).toEqual([])
})
