/** What became of a quotation that was held against the coverage. */
import type { Article } from '../coverage/article.ts'
import type { Said } from '../coverage/said.ts'

/**
 * `verbatim`: the coverage has these words. `trimmed`: it has them, less or other than what brackets and ellipses show. `altered`: it has
 * almost these words. `spliced`: two of its passages stand here as one. `unsupported`: it has nothing that can be taken for them.
 */
export type Verdict = 'verbatim' | 'trimmed' | 'altered' | 'spliced' | 'unsupported'

/** A stretch of an article, in half-open UTF-16 offsets into its text. */
export interface PassagePlace {
  readonly article: Article
  readonly start: number
  readonly end: number
}

/**
 * A stretch of an article with who says it there and in whose words. Of many places with the same
 * words only the first few are read for that.
 */
export interface Passage extends PassagePlace, Said {}

/** One word by which quotation and passage differ. */
export interface Edit {
  /** `sub`: another word stands in the quotation; `ins`: only the quotation has it; `del`: only the passage has it. */
  readonly op: 'sub' | 'ins' | 'del'
  /** The quotation's word, or empty. */
  readonly quote: string
  /** The passage's word, or empty. */
  readonly published: string
  /** Where in the text that was verified; empty, where a word is missing, at the next word. */
  readonly start: number
  readonly end: number
  /** Where in the article, likewise. */
  readonly passage: { readonly start: number; readonly end: number }
  /** Whether brackets or an ellipsis show it to the reader. */
  readonly shown: boolean
}

export interface Verification {
  readonly verdict: Verdict
  /**
   * Whether the coverage gives the words to the draft's speaker, in one of its places at least (`same`), or plainly to somebody else (`other`);
   * null where one of the two is not known.
   */
  readonly saidBy: 'same' | 'other' | null
  /**
   * Every place that was found with equally near words, the best first; of a splice, the places that were joined; of what is unsupported, what
   * comes nearest, if anything does.
   */
  readonly passages: readonly Passage[]
  /** Against the first passage; of a splice, against the nearest single one. */
  readonly edits: readonly Edit[]
  /** How many of the changed words only turn speech into a report of it: *is* into *was*, *I* into *he*. */
  readonly shifted: number
  /** How many words were compared, those in brackets aside. */
  readonly words: number
  /** Of a splice, what stands between the two passages' words in the text that was verified: signs, or a word that joins. */
  readonly seam: { readonly start: number; readonly end: number } | null
}

/** A quotation's segments each by itself, and all together. */
export interface QuotationVerification {
  /** One for each segment, null where nothing can be said of it. */
  readonly segments: readonly (Verification | null)[]
  /** The worst that was found of a segment, with the edits of all; null where nothing can be said of any. */
  readonly whole: Verification | null
}
