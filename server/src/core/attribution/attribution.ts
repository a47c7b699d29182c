/** Who said a quotation, and why we think so. */
import type { EntityKind } from '../entity/entity.ts'
import type { Mention } from '../entity/mention.ts'
import type { QuotationKind, Segment } from '../quotation/quotation.ts'
import type { Span } from '../text/span.ts'

/** Why an attribution was made: the sieve or ranker that decided, the words it stood on, and a sentence for a reader. */
export interface Evidence {
  /** `adjacent`, `according-to`, `colon`, `carried-over`, `block-quote-credit` … */
  readonly sieve: string
  readonly words: readonly Span[]
  /** “*Korolev* stands beside the cue *said*.” */
  readonly reason: string
}

/** One person or body a quotation is given to; `entity` is a gazetteer's id, `name` the fullest name known from gazetteer or draft. */
export interface Somebody {
  readonly entity: string | null
  readonly name: string | null
}

export interface Speaker extends Somebody {
  /** The mention nearest the quotation that says who speaks; *Xi and Putin* is one span, the second in `also`. */
  readonly span: Span
  readonly also: readonly Somebody[]
  /** Whether it was taken over from an earlier paragraph. */
  readonly carriedOver: boolean
}

/** A candidate that a fix may offer for an unattributed quotation, likeliest first. */
export interface Candidate extends Somebody {
  readonly mention: Span
  /** How the draft names them here, after introduction: the family name, or the nominal. */
  readonly shortName: string
  /** What they are, as a phrase, where known: for a first mention and for a credit line. */
  readonly role: string | null
  readonly introduced: boolean
  readonly probability: number
  readonly reason: string
}

/** A quotation with its speaker, in draft offsets. What costs something is worked out when it is first asked for. */
export interface Quotation {
  /** From the first to the last mark; of an indirect one, its words. */
  readonly span: Span
  readonly kind: QuotationKind
  readonly segments: readonly Segment[]
  readonly speaker: Speaker | null
  /** Equal for quotations of the same people; empty where nobody is known. */
  readonly speakerKey: string
  readonly cue: Span | null
  readonly evidence: Evidence | null
  /** That the speaker is right (with a speaker), or that somebody is quoted unattributed (without). */
  readonly probability: number
  /** Whether somebody is quoted and no speaker found, so that `unattributed-quotation` may be told. */
  readonly unattributed: boolean
  /** Whether its speaker was taken over from an earlier paragraph; told here as well as of the speaker, since it costs nothing. */
  readonly carriedOver: boolean
  /** Whether every mark that was opened is closed, here or in the next paragraph. */
  readonly ended: boolean
  /** Index of the block (in draft order) it starts in. */
  readonly block: number
  /** The very same object while its paragraph stays as it is: a key for what is remembered of its words. */
  readonly local: object
}

/** The mentions that are one entity, in draft order. */
export interface Chain extends Somebody {
  readonly kind: EntityKind | null
  readonly mentions: readonly Mention[]
  readonly pronoun: 'he' | 'she' | 'they' | 'it' | null
  /** The role the draft gives them: *an international relations expert at …*. */
  readonly role: string | null
}
