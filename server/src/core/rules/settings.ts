/** How loud each rule is, as the writer set it. */
import type { RuleId, Severity } from './finding.ts'

export type Level = Severity | 'off'

export type Levels = Readonly<Record<RuleId, Level>>

/** How loud each rule is by itself. */
export const defaultLevels: Levels = {
  'unattributed-quotation': 'warning',
  'distant-attribution': 'information',
  'ambiguous-speaker': 'information',
  'unclosed-quotation': 'warning',
  'mismatched-quotation-marks': 'information',
  'anonymous-speaker': 'information',
  'loaded-cue': 'hint',
  'inconsistent-quotation': 'information',
  'altered-quotation': 'warning',
  'misattributed-quotation': 'warning',
  'spliced-quotation': 'warning',
  'quoted-paraphrase': 'warning',
  'unsupported-quotation': 'information',
  'unmarked-quotation': 'warning',
  'borrowed-quotation': 'off',
  'unused-ignore': 'hint',
  'takeaway-count': 'information',
  'takeaway-without-quotation': 'off',
  'single-speaker-takeaway': 'off',
  'misspelled-name': 'warning',
  'inconsistent-name': 'information',
  'first-reference': 'information',
  'ambiguous-name': 'information',
  'wrong-role': 'warning'
}

export const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off']

export const ruleIds = Object.keys(defaultLevels) as readonly RuleId[]

export const allOff = Object.fromEntries(ruleIds.map((rule) => [rule, 'off'])) as Levels

const loudness: readonly Severity[] = ['hint', 'information', 'warning', 'error']

/** The softer of the two. */
export const softer = (one: Severity, other: Severity): Severity => (loudness.indexOf(one) < loudness.indexOf(other) ? one : other)
