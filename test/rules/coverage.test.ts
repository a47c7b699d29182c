/** What holds of every finding on a draft that is held against a coverage, whatever the two say. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Analysis,
  type Coverage,
  coverageOf,
  createWorkspace,
  type Finding,
  findings,
  type Level,
  type RuleId,
  ruleIds
} from '../../server/src/core/api.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import { draft, edit } from '../support/drafts.ts'
import { anyCoverage, quotingStory } from '../support/published.ts'

const ASKING: readonly RuleId[] = [
  'altered-quotation',
  'misattributed-quotation',
  'spliced-quotation',
  'quoted-paraphrase',
  'unsupported-quotation',
  'unmarked-quotation',
  'borrowed-quotation'
]

const levels = Object.fromEntries(ruleIds.map((id) => [id, ASKING.includes(id) ? 'error' : 'off'])) as Record<RuleId, Level>

function analyze(text: string, coverage: Coverage): Analysis {
  const analysis = createWorkspace().withCoverage(coverage).withDraft('file:///draft.md', text).analysis('file:///draft.md')
  if (!analysis) throw new Error('there is no analysis')
  return analysis
}

const story = fc.oneof(
  { weight: 4, arbitrary: quotingStory },
  { weight: 1, arbitrary: draft.map((text) => `---\nbyline: Ana Roth\n---\n\n${text}`) }
)

function forEveryFinding(
  hold: (text: string, coverage: Coverage, finding: Finding, analysis: Analysis) => void,
  runs: { readonly numRuns: number; readonly seed?: number } = { numRuns: 60 }
): void {
  fc.assert(
    fc.property(story, anyCoverage, (text, coverage) => {
      const analysis = analyze(text, coverage)
      for (const finding of findings(analysis, levels)) hold(text, coverage, finding, analysis)
    }),
    runs
  )
}

test('findings, fixes and passages stand inside their texts', () => {
  const told = new Set<string>()
  forEveryFinding((text, coverage, { rule, span, related, fixes, message }) => {
    told.add(rule)
    expect(message).toMatch(/\.$/)
    expect(span.start >= 0 && span.start < span.end && span.end <= text.length).toBe(true)
    for (const other of related ?? []) {
      if (other.kind === 'draft') expect(other.span.start < other.span.end && other.span.end <= text.length).toBe(true)
      else
        expect(coverage.text(other.passage.article, other.passage.start, other.passage.end)).toHaveLength(
          other.passage.end - other.passage.start
        )
    }
    for (const { edits } of fixes()) {
      let at = 0
      for (const { start, end } of edits) {
        expect(start >= at && end >= start && end <= text.length).toBe(true)
        at = end
      }
    }
  }, EVERY_RULE)
  expect([...told].sort()).toEqual([...ASKING].sort())
})

/** With these stories every rule has something to tell. */
const EVERY_RULE = { numRuns: 200, seed: 6 }

test('a fix settles its finding', () => {
  forEveryFinding((text, coverage, { rule, span, fixes }) => {
    for (const fix of fixes()) {
      const shift = fix.edits.reduce((sum, { start, end, newText }) => (end <= span.start ? sum + newText.length - (end - start) : sum), 0)
      const still = findings(analyze(applyEdits(text, fix.edits), coverage), levels).filter(
        (finding) => finding.rule === rule && finding.span.start === span.start + shift
      )
      expect(still.map(({ message }) => `${fix.title}: ${message}`)).toEqual([])
    }
  })
})

test('no word inside marks changes but where the writer asks for it', () => {
  const words = ({ text, quotations }: Analysis) =>
    quotations.flatMap(({ segments }) =>
      segments.flatMap(({ open, close, span }) => text.slice(open.end, close?.start ?? span.end).match(/[\p{L}\p{N}]+/gu) ?? [])
    )
  forEveryFinding((text, coverage, { rule, fixes }, analysis) => {
    if (rule !== 'misattributed-quotation' && rule !== 'borrowed-quotation') return
    for (const { edits } of fixes()) expect(words(analyze(applyEdits(text, edits), coverage))).toEqual(words(analysis))
  })
  forEveryFinding((_, __, { rule, fixes }) => {
    for (const { title, preferred, edits } of fixes()) {
      if (title.startsWith('Ignore')) continue
      const asked = /^(?:Restore|Take over|Show the omission|Make two)/.test(title)
      expect(asked).toBe(rule === 'altered-quotation' || rule === 'spliced-quotation')
      if (asked) expect(preferred).toBe(false)
      else if (rule !== 'misattributed-quotation') for (const { start, end } of edits) expect(end - start).toBeLessThanOrEqual(2)
    }
  })
})

test('a quotation is told one thing at most', () => {
  fc.assert(
    fc.property(story, anyCoverage, (text, coverage) => {
      const analysis = analyze(text, coverage)
      const told = findings(analysis, levels).filter(({ rule }) => rule !== 'unmarked-quotation' && rule !== 'misattributed-quotation')
      for (const { segments } of analysis.quotations)
        expect(
          told.filter(({ span }) => segments.some((segment) => segment.span.start <= span.start && span.end <= segment.span.end)).length
        ).toBeLessThanOrEqual(1)
    }),
    { numRuns: 100 }
  )
})

test('nothing is looked up until it is asked for, and then told the same', () => {
  fc.assert(
    fc.property(story, anyCoverage, (text, coverage) => {
      const analysis = analyze(text, coverage)
      if (analysis.unverified().length > 0) expect(findings(analysis, levels, 'verified')).toEqual([])
      for (const look of analysis.unverified()) look()
      expect(analysis.unverified()).toEqual([])
      expect(plain(findings(analysis, levels, 'verified'))).toEqual(plain(findings(analyze(text, coverage), levels)))
    }),
    { numRuns: 60 }
  )
})

test('after any edits, what is told equals what is told from scratch', () => {
  fc.assert(
    fc.property(story, anyCoverage, fc.array(edit, { minLength: 1, maxLength: 5 }), (text, coverage, edits) => {
      let workspace = createWorkspace().withCoverage(coverage).withDraft('a', text)
      for (const change of edits) {
        const next = change(workspace.analysis('a')?.text ?? '')
        workspace = workspace.withDraft('a', next)
        const analysis = workspace.analysis('a')
        expect(analysis && plain(findings(analysis, levels))).toEqual(plain(findings(analyze(next, coverage), levels)))
      }
    }),
    { numRuns: 40 }
  )
})

const plain = (found: readonly Finding[]) =>
  found.map((finding) => ({
    ...finding,
    fixes: finding.fixes(),
    ignoring: finding.ignoring(),
    related: (finding.related ?? []).map(({ message }) => message)
  }))

test('without coverage there is nothing to tell', () => {
  fc.assert(
    fc.property(story, (text) => {
      const analysis = createWorkspace().withDraft('file:///draft.md', text).analysis('file:///draft.md')
      expect(analysis && findings(analysis, levels)).toEqual([])
    }),
    { numRuns: 60 }
  )
})

test('what was translated, and what is only heard otherwise, is told more softly', () => {
  const said = 'It is the oldest bridge in the country, and nobody will close it'
  const told = (draft: string, wording?: 'translated') =>
    findings(
      analyze(
        `---\nbyline: Ana Roth\n---\n\n“${draft},” said Dana Ortiz.`,
        coverageOf([{ article: { id: 'wire', ...(wording && { wording }) }, text: `“${said},” said Dana Ortiz, the mayor.` }], [], 1)
      ),
      levels
    ).map(({ severity, message }) => `${severity}: ${message}`)
  expect(told(said.replace('will', 'can'))).toEqual(['error: The coverage has “will” (wire).'])
  expect(told(said.replace('It is', 'It’s'))).toEqual(['information: The coverage has “It is” (wire).'])
  expect(told(said.replace('will', 'can'), 'translated')).toEqual([`information: Another wording is published here: “${said}” (wire).`])
})
