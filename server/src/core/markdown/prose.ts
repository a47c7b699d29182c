/** What a reader of the page reads: a block's text without its markup, with the way back to the draft. */
import type { OffsetMap } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'

/** Stands in the prose for what is not prose but takes a place in the sentence: a code span, a picture, inline math. */
export const OBJECT = '\uFFFC'

export interface Prose {
  /** Soft and hard breaks are one `\n` each; markup, comments, link targets are dropped; escapes and entities decoded. */
  readonly text: string
  readonly map: OffsetMap
  /** Stretches of the prose set in emphasis, strong emphasis or a link's words. */
  readonly styled: readonly { readonly style: 'emphasis' | 'strong' | 'link'; readonly span: Span<'prose'> }[]
  /** Sentences, in order, without the spaces between them. */
  readonly sentences: readonly Span<'prose'>[]
  /** Paragraphs as an editor means them: one, or several where the draft ends paragraphs with a single newline. */
  readonly paragraphs: readonly Span<'prose'>[]
}
