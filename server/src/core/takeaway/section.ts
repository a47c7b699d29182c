/** A part of a story: what it is, where it stands, and how it was told. */
import type { Span } from '../text/span.ts'

/** By what a reader sees that a takeaway begins; `prose` where nothing marks it and only the text itself tells. */
export type Mark = 'heading' | 'number' | 'bold' | 'line' | 'ordinal' | 'item' | 'prose'

export interface Section {
  readonly kind: 'headline' | 'lede' | 'takeaway'
  /** As a reader sees it, without markup; of a takeaway that nothing names, the pack's title or how it begins. */
  readonly title: string
  /** All of it; a takeaway runs to the next one, or to a heading that does not belong to it. */
  readonly span: Span
  /** The words that name it. */
  readonly selection: Span
  /** Of a takeaway. */
  readonly mark: Mark | null
  /** Of a takeaway that a pack knows: the pack's. */
  readonly takeaway: string | null
}
