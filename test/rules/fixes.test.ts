/** What holds of every fix of every finding, on drafts of all kinds: it leaves the words inside marks alone, and it settles its finding. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Analysis, createWorkspace, defaultLevels, type Finding, type Fix, findings } from '../../server/src/core/api.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import { paragraph } from '../support/drafts.ts'

/** Paragraphs in which the rules find something to tell. */
const faulty = fc.constantFrom(
  '“Nobody has asked us what we can pay for a stall.”',
  '“Nobody has asked us. We were never told. **Why** not?”',
  '“Who are we to close the hall? We only pay for it.”',
  '"We only pay for it... And we will pay for it again!"',
  '‘We were told to stay’.',
  '“They said, ‘Stay. Do not go.’ We went home.”',
  '“We never asked for it.\n\n“And we will never pay for it.”',
  '> We never asked for it, and we will never pay for our stalls.\n>\n> We will not even pay for my roof, not for all of it.',
  '“The levy is fair,” said Dana Ortiz, the mayor. “It pays.”\n\n“It pays for the school.”\n\n“It pays for the bridge as well.”',
  'Samuel Okafor and Tom Reed shook hands at the door. “The rest can wait,” he said.',
  'Samuel Okafor and Tom Reed shook hands at the door. He said: “The rest can wait.”',
  '“We stay here," said Ortiz. ”We go,“ said Brandt. “We run,“ she said. "We crawl,” he said.',
  'A source said the hall was sold. “It is,” according to two insiders.',
  '“It stays,” Brandt claimed. “Why?” quipped Ortiz, who pointed out that she boasts that it is hers.',
  '# “We will never raise the levy”',
  '“We will not raise the levy this year,” said Ortiz.',
  '> We would not raise the levy this year.',
  '“We will never close the old hall, said Ortiz, the mayor. It stays.',
  'Okafor left. Samuel Okafor, who sells fish, was tired. Okafor said so, and Okafor went. “Why?” Samuel Okofar asked.',
  'Dana Ortiz and Luis Ortiz sat in the hall. “It leaks,” Ortiz said.',
  'Trains go to Kyiv. Trains from Kiev are slow. “It leaks,” said Ana Peña. “It does,” Ana Pena said.'
)

const story = fc
  .array(fc.oneof({ weight: 2, arbitrary: faulty }, { weight: 1, arbitrary: paragraph }), { minLength: 1, maxLength: 8 })
  .map((paragraphs) => `---\nbyline: Ana Roth\n---\n\n${paragraphs.join('\n\n')}`)

function analyze(text: string): Analysis {
  const analysis = createWorkspace().withDraft('file:///draft.md', text).analysis('file:///draft.md')
  if (!analysis) throw new Error('there is no analysis')
  return analysis
}

/** Calls `hold` with every fix of the drafts’ findings. */
function forEveryFix(hold: (text: string, analysis: Analysis, finding: Finding, fix: Fix) => void): void {
  fc.assert(
    fc.property(story, (text) => {
      const analysis = analyze(text)
      for (const finding of findings(analysis, defaultLevels)) for (const fix of finding.fixes()) hold(text, analysis, finding, fix)
    }),
    { numRuns: 100 }
  )
}

/** All words inside marks, in order. */
const quotedWords = ({ text, quotations }: Analysis): string[] =>
  quotations.flatMap(({ segments }) =>
    segments.flatMap(({ open, close, span }) => text.slice(open.end, close?.start ?? span.end).match(/[\p{L}\p{N}]+/gu) ?? [])
  )

/** Where a place of the draft stands after the edits. */
const moved = (offset: number, { edits }: Fix): number =>
  edits.reduce((at, { start, end, newText }) => (end <= offset ? at + newText.length - (end - start) : at), offset)

test('edits stand in order and do not overlap', () => {
  forEveryFix((text, _, __, { edits }) => {
    let at = 0
    for (const { start, end } of edits) {
      expect(start).toBeGreaterThanOrEqual(at)
      expect(end).toBeGreaterThanOrEqual(start)
      at = end
    }
    expect(at).toBeLessThanOrEqual(text.length)
    expect(edits.length).toBeGreaterThan(0)
  })
})

test('an attribution changes no word inside marks, and of what stands there one stop at most', () => {
  forEveryFix((text, analysis, _, fix) => {
    if (!fix.title.startsWith('Attribute to') || fix.title.includes('[speaker]')) return
    expect(quotedWords(analyze(applyEdits(text, fix.edits)))).toEqual(quotedWords(analysis))
    const replaced = fix.edits.map(({ start, end }) => text.slice(start, end)).filter((words) => words !== '')
    expect(replaced.length).toBeLessThanOrEqual(1)
    expect(replaced.join('')).toMatch(/^\.?$/)
  })
})

test('nor does any other fix, but the one that is asked to', () => {
  forEveryFix((text, analysis, { rule }, { title, edits }) => {
    if (title.startsWith('Use the body’s words')) return
    for (const { start, end } of edits) {
      if (!/[\p{L}\p{N}]/u.test(text.slice(start, end))) continue
      expect(['ambiguous-speaker', 'loaded-cue', 'unused-ignore', ...OF_NAMES]).toContain(rule)
      const inside = analysis.quotations.some(({ segments }) => segments.some(({ span }) => span.start < end && start < span.end))
      expect(inside).toBe(false)
    }
  })
})

test('a fix settles its finding', () => {
  forEveryFix((text, _, { rule, span }, fix) => {
    const after = analyze(applyEdits(text, fix.edits))
    const start = moved(span.start, fix)
    const still = findings(after, defaultLevels).filter((finding) => finding.rule === rule && finding.span.start === start)
    expect(still.map(({ message }) => `${fix.title}: ${message}`)).toEqual([])
  })
})

test('of want of a speaker, one far away and one who may be two, a quotation is told one at most', () => {
  fc.assert(
    fc.property(story, (text) => {
      const told = findings(analyze(text), defaultLevels).filter(({ rule }) => OF_SPEAKERS.has(rule))
      expect(new Set(told.map(({ span }) => span.start)).size).toBe(told.length)
    }),
    { numRuns: 200 }
  )
})

const OF_NAMES = ['misspelled-name', 'inconsistent-name', 'first-reference', 'ambiguous-name', 'wrong-role']

const OF_SPEAKERS: ReadonlySet<string> = new Set(['unattributed-quotation', 'distant-attribution', 'ambiguous-speaker'])
