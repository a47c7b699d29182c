/** Something to tell the writer, and the edits that settle it. */
import type { Span } from '../text/span.ts'
import type { PassagePlace } from '../verification/verification.ts'

export type RuleId =
  | 'unattributed-quotation'
  | 'distant-attribution'
  | 'ambiguous-speaker'
  | 'unclosed-quotation'
  | 'mismatched-quotation-marks'
  | 'anonymous-speaker'
  | 'loaded-cue'
  | 'inconsistent-quotation'
  | 'altered-quotation'
  | 'misattributed-quotation'
  | 'spliced-quotation'
  | 'quoted-paraphrase'
  | 'unsupported-quotation'
  | 'unmarked-quotation'
  | 'borrowed-quotation'
  | 'unused-ignore'
  | 'takeaway-count'
  | 'takeaway-without-quotation'
  | 'single-speaker-takeaway'
  | 'misspelled-name'
  | 'inconsistent-name'
  | 'first-reference'
  | 'ambiguous-name'
  | 'wrong-role'

export type Severity = 'error' | 'warning' | 'information' | 'hint'

/** One change of the draft; offsets into the draft before any of the fix's edits. */
export interface Edit extends Span {
  readonly newText: string
}

/** A change that would settle a finding. The writer chooses; it is one undo step. */
export interface Fix {
  /** What a menu shows: *Attribute to Korolev: last named speaker, 82 %*. */
  readonly title: string
  /** In draft order, never overlapping. */
  readonly edits: readonly Edit[]
  readonly preferred: boolean
  /** Words of the new text that stand for what only the writer knows, and are to be written over. */
  readonly blank?: string
  /** Changes no word, gives nothing to anybody and needs nobody’s judgement: it may be made for all findings at once. */
  readonly safe?: boolean
}

/** Where something is ignored; `next-line` by a comment on the line above. */
export type IgnoreScope = 'paragraph' | 'line' | 'next-line' | 'file'

/** A way to have a finding ignored, for its rule alone or for all. */
export interface Ignoring {
  readonly scope: IgnoreScope
  readonly rules: RuleId | 'all'
  readonly fix: Fix
}

/** Another place that a finding speaks of, in the draft or in the coverage, and what stands there, as a few words. */
export type Related =
  | { readonly kind: 'draft'; readonly span: Span; readonly message: string }
  | { readonly kind: 'coverage'; readonly passage: PassagePlace; readonly message: string }

export interface Finding {
  readonly rule: RuleId
  readonly severity: Severity
  readonly span: Span
  /** Whole sentences, for the writer. */
  readonly message: string
  readonly related?: readonly Related[]
  /** Made when asked for, since most findings are only drawn. */
  fixes(): readonly Fix[]
  /** The ways to have it ignored by what is written into the draft; none for what is ignored by taking something out. */
  ignoring(): readonly Ignoring[]
}
