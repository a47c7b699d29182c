/** All rules over one draft. A draft that tells no story gets none. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Block } from '../markdown/block.ts'
import { ambiguousSpeakers } from './ambiguous-speaker.ts'
import { anonymousSpeakers } from './anonymous-speaker.ts'
import { distantAttributions } from './distant-attribution.ts'
import type { Finding, RuleId, Severity } from './finding.ts'
import { ignoredBlocks } from './ignore.ts'
import { inconsistentQuotations } from './inconsistent-quotation.ts'
import { loadedCues } from './loaded-cue.ts'
import { mismatchedQuotationMarks } from './mismatched-quotation-marks.ts'
import type { Level } from './settings.ts'
import { unattributedQuotations } from './unattributed-quotation.ts'
import { unclosedQuotations } from './unclosed-quotation.ts'

/** A finding before its severity is known, with the block it belongs to, by which it can be ignored; none in the front matter. */
export type Told = Omit<Finding, 'rule' | 'severity'> & { readonly block: Block | null }

export type Rule = (analysis: Analysis) => Iterable<Told>

const rules: Readonly<Record<RuleId, Rule>> = {
  'unattributed-quotation': unattributedQuotations,
  'distant-attribution': distantAttributions,
  'ambiguous-speaker': ambiguousSpeakers,
  'unclosed-quotation': unclosedQuotations,
  'mismatched-quotation-marks': mismatchedQuotationMarks,
  'anonymous-speaker': anonymousSpeakers,
  'loaded-cue': loadedCues,
  'inconsistent-quotation': inconsistentQuotations
}

/** What to tell the writer, in draft order; rules whose level is `off` do not run. */
export function findings(analysis: Analysis, levels: Readonly<Record<RuleId, Level>>): readonly Finding[] {
  if (!analysis.story) return []
  const ignored = ignoredBlocks(analysis.markdown)
  const found: Finding[] = []
  for (const [rule, told] of Object.entries(rules) as [RuleId, Rule][]) {
    const severity = levels[rule]
    if (severity === 'off') continue
    for (const { block, ...finding } of told(analysis))
      if (!block || !ignored.has(block)) found.push({ ...finding, rule, severity: severity as Severity })
  }
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}
