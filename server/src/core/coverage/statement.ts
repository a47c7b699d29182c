/** What somebody is published to have said. */

/** `as-published` words may be held against a draft word by word; `translated` and `rough` ones may not. */
export type Wording = 'as-published' | 'translated' | 'rough'

export interface Statement {
  readonly id: string
  /** The words as the coverage has them. */
  readonly words: string
  /** Ids of those who said it: people, bodies, documents. */
  readonly speakers: readonly string[]
  /** Who said it where nobody is named: *a senior Ukrainian official*. */
  readonly unnamed?: string
  readonly kind: 'direct' | 'mixed' | 'indirect'
  /** How sure the kind is, where the coverage lost its quotation marks. */
  readonly certainty: 'sure' | 'likely' | 'unsure'
  readonly occasion?: string
  /** ISO. */
  readonly date?: string
  /** The language it was said in, as a BCP 47 tag: `ru`. */
  readonly language: string
  readonly wording: Wording
  /** The article's paragraph, from 1. */
  readonly paragraph: number
}
