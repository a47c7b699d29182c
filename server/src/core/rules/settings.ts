/** How loud each rule is, as the writer set it. */
import type { RuleId, Severity } from './finding.ts'

export type Level = Severity | 'off'

export const defaultLevels: Readonly<Record<RuleId, Level>> = {
  'unattributed-quotation': 'warning',
  'distant-attribution': 'information',
  'ambiguous-speaker': 'information',
  'unclosed-quotation': 'warning',
  'mismatched-quotation-marks': 'information',
  'anonymous-speaker': 'information',
  'loaded-cue': 'hint',
  'inconsistent-quotation': 'information'
}

export const ruleIds = Object.keys(defaultLevels) as readonly RuleId[]
