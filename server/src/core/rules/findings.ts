/** All rules over one draft. A draft that tells no story gets none. */
import type { Analysis } from '../analysis/analysis.ts'
import { withLineEnds } from '../text/edit.ts'
import { alteredQuotations } from './altered-quotation.ts'
import { ambiguousNames } from './ambiguous-name.ts'
import { ambiguousSpeakers } from './ambiguous-speaker.ts'
import { anonymousSpeakers } from './anonymous-speaker.ts'
import { borrowedQuotations } from './borrowed-quotation.ts'
import { distantAttributions } from './distant-attribution.ts'
import type { Finding, Fix, RuleId, Severity } from './finding.ts'
import { firstReferences } from './first-reference.ts'
import { hides, type Ignore, ignoresIn } from './ignore.ts'
import { ignoring } from './ignoring.ts'
import { inconsistentNames } from './inconsistent-name.ts'
import { inconsistentQuotations } from './inconsistent-quotation.ts'
import { loadedCues } from './loaded-cue.ts'
import { misattributedQuotations } from './misattributed-quotation.ts'
import { mismatchedQuotationMarks } from './mismatched-quotation-marks.ts'
import { misspelledNames } from './misspelled-name.ts'
import { quotedParaphrases } from './quoted-paraphrase.ts'
import { defaultLevels, type Level, ruleIds, softer } from './settings.ts'
import { singleSpeakerTakeaways } from './single-speaker-takeaway.ts'
import { splicedQuotations } from './spliced-quotation.ts'
import { takeawayCounts } from './takeaway-count.ts'
import { takeawaysWithoutQuotation } from './takeaway-without-quotation.ts'
import type { Rule, Told } from './told.ts'
import { unattributedQuotations } from './unattributed-quotation.ts'
import { unclosedQuotations } from './unclosed-quotation.ts'
import { unmarkedQuotations } from './unmarked-quotation.ts'
import { unsupportedQuotations } from './unsupported-quotation.ts'
import { unusedIgnores } from './unused-ignore.ts'
import { wrongRoles } from './wrong-role.ts'

/** All but the one that tells of the others’ ignores. */
const rules: Readonly<Record<Exclude<RuleId, 'unused-ignore'>, Rule>> = {
  'unattributed-quotation': unattributedQuotations,
  'distant-attribution': distantAttributions,
  'ambiguous-speaker': ambiguousSpeakers,
  'unclosed-quotation': unclosedQuotations,
  'mismatched-quotation-marks': mismatchedQuotationMarks,
  'anonymous-speaker': anonymousSpeakers,
  'loaded-cue': loadedCues,
  'inconsistent-quotation': inconsistentQuotations,
  'altered-quotation': alteredQuotations,
  'misattributed-quotation': misattributedQuotations,
  'spliced-quotation': splicedQuotations,
  'quoted-paraphrase': quotedParaphrases,
  'unsupported-quotation': unsupportedQuotations,
  'unmarked-quotation': unmarkedQuotations,
  'borrowed-quotation': borrowedQuotations,
  'takeaway-count': takeawayCounts,
  'takeaway-without-quotation': takeawaysWithoutQuotation,
  'single-speaker-takeaway': singleSpeakerTakeaways,
  'misspelled-name': misspelledNames,
  'inconsistent-name': inconsistentNames,
  'first-reference': firstReferences,
  'ambiguous-name': ambiguousNames,
  'wrong-role': wrongRoles
}

/** The rules that hold the draft against the coverage. */
export const coverageRules: readonly RuleId[] = [
  'altered-quotation',
  'misattributed-quotation',
  'spliced-quotation',
  'quoted-paraphrase',
  'unsupported-quotation',
  'unmarked-quotation',
  'borrowed-quotation'
]

/** Whether anything is looked up in the coverage at these levels. */
export const askCoverage = (levels: Readonly<Record<RuleId, Level>>): boolean => coverageRules.some((rule) => levels[rule] !== 'off')

/**
 * What to tell the writer, in draft order; rules whose level is `off` do not run. With `verified`, nothing is looked up in the coverage: only what
 * was looked up before is told.
 */
export function findings(
  analysis: Analysis,
  levels: Readonly<Record<RuleId, Level>>,
  known: 'all' | 'verified' = 'all'
): readonly Finding[] {
  if (!analysis.story) return []
  if (known === 'all' && askCoverage(levels)) for (const look of analysis.unverified()) look()
  const { markdown, text } = analysis
  const ignores = ignoresIn(markdown)
  const used = new Set<Ignore>()
  const found: Finding[] = []
  const take = (rule: RuleId, { block, atMost, ...finding }: Told) => {
    const level = levels[rule] as Severity
    const asWritten = <F extends Fix>(fix: F): F => ({ ...fix, edits: withLineEnds(fix.edits, text) })
    found.push({
      ...finding,
      rule,
      severity: softer(level, atMost ?? level),
      fixes: () => finding.fixes().map(asWritten),
      ignoring: () =>
        rule === 'unused-ignore'
          ? []
          : ignoring(analysis, rule, finding.span.start, block).map((way) => ({ ...way, fix: asWritten(way.fix) }))
    })
  }
  for (const [rule, told] of Object.entries(rules) as [RuleId, Rule][]) {
    if (levels[rule] === 'off') continue
    for (const finding of told(analysis)) {
      const hidden = ignores.filter((ignore) => hides(ignore, rule, finding.block, finding.span))
      for (const ignore of hidden) used.add(ignore)
      if (hidden.length === 0) take(rule, finding)
    }
  }
  if (levels['unused-ignore'] !== 'off' && ignores.length > 0) {
    const idle = ignores.filter((ignore) => !used.has(ignore) && wasHeeded(analysis, levels, ignore))
    for (const finding of unusedIgnores(analysis, ignores, new Set(idle))) take('unused-ignore', finding)
  }
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

/** Whether everything that the ignore could hide was looked for. */
function wasHeeded(analysis: Analysis, levels: Readonly<Record<RuleId, Level>>, { rules }: Ignore): boolean {
  const spoken = rules === 'all' ? ruleIds.filter((rule) => defaultLevels[rule] !== 'off') : rules
  if (spoken.some((rule) => levels[rule] === 'off')) return false
  if (!spoken.some((rule) => coverageRules.includes(rule))) return true
  // Coverage that is still being read may yet bring what is to be hidden.
  return (rules === 'all' || analysis.coverage.index.segments.length > 0) && analysis.unverified().length === 0
}
