/** One stretch of a Markdown draft that holds inline prose of its own. */
import type { Prose } from './prose.ts'

export interface Container {
  readonly kind: 'block-quote' | 'list-item' | 'footnote'
  /** The container's ordinal in the draft: two blocks with the same ordinal stand in the same container. */
  readonly ordinal: number
}

export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'table-cell'
  /** Draft offsets of the block's own text, first to last prose-bearing line, container markers of the first line excluded. */
  readonly start: number
  readonly end: number
  /** The draft from `start` to `end`. */
  readonly text: string
  /** 1–6 for a heading, else 0. */
  readonly level: number
  /** Outermost first. */
  readonly containers: readonly Container[]
  /** Blocks of equal key have equal prose: kind, container kinds, text, and the labels in it that the draft defines as links. */
  readonly key: string
  /** Equal key gives the very same object while the draft is open, so that it can key caches. */
  readonly prose: Prose
}

/** A draft read as Markdown. A value; the next one shares whatever did not change. */
export interface Markdown {
  readonly text: string
  readonly blocks: readonly Block[]
  /** The YAML between the `---` lines at the top, without them; null where there is none. */
  readonly frontMatter: { readonly start: number; readonly end: number; readonly text: string } | null
  /** HTML comments, block or inline, with their inner text trimmed: `saidby: not-a-quotation`. */
  readonly comments: readonly { readonly start: number; readonly end: number; readonly text: string }[]
}
