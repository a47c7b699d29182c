/** What one block says by itself: everything found by reading its text, in prose offsets. Memoised by the block's key. */
import type { KnownName } from '../entity/gazetteer.ts'
import type { Mention } from '../entity/mention.ts'
import type { Block } from '../markdown/block.ts'
import type { Prose } from '../markdown/prose.ts'
import type { Segment } from '../quotation/quotation.ts'
import type { Span } from '../text/span.ts'
import type { ParagraphReading } from './paragraph.ts'

/** The words that report: *said*, *told CNN*, *according to*, a colon. */
export interface Cue<C extends 'prose' | 'draft' = 'draft'> {
  readonly span: Span<C>
  /** The verb's base form or the phrase: `say`, `according to`, `:`. */
  readonly lemma: string
}

export interface BlockReading {
  readonly kind: Block['kind']
  readonly prose: Prose
  readonly segments: readonly Segment<'prose'>[]
  readonly mentions: readonly Mention<'prose'>[]
  readonly cues: readonly Cue<'prose'>[]
  /** Names of the gazetteer that stand here. */
  readonly known: readonly KnownName[]
  /** The same, a paragraph at a time, as attribution reads it. */
  readonly paragraphs: readonly ParagraphReading[]
}
