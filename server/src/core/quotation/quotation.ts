/** What a quotation is, wherever it was found. `C` says whether the offsets run in a block's prose or in the draft. */
import type { Span } from '../text/span.ts'

/** Reported speech (`direct`, `mixed`, `indirect`), or words in marks that nobody is reported to have said. */
export type QuotationKind = 'direct' | 'mixed' | 'indirect' | 'scare' | 'title' | 'term'

/** One marked piece of a quotation, with its marks: `“Levies,”` in `“Levies,” she said, “stay.”`. */
export interface Segment<C extends 'prose' | 'draft' = 'draft'> {
  readonly span: Span<C>
  /** The opening mark; empty (start = end) in a quotation without marks, such as a block quotation. */
  readonly open: Span<C>
  /** The closing mark, or null where the paragraph ends without one. */
  readonly close: Span<C> | null
  /** Whether the missing closing mark is right: the quotation runs on in the next paragraph, which opens with a mark. */
  readonly runsOn: boolean
}
