/** What somebody is published to have said. */

/** `as-published` words may be held against a draft word by word; `translated` and `rough` ones may not. */
export type Wording = 'as-published' | 'translated' | 'rough'

export const isWording = (value: unknown): value is Wording => value === 'as-published' || value === 'translated' || value === 'rough'

export interface Statement {
  readonly id: string
  /** The words as the coverage has them; of a mixed statement, the whole clause. */
  readonly words: string
  /** Of a mixed statement: which of the words were spoken as they stand, as half-open UTF-16 ranges of `words`, in order. */
  readonly verbatim?: readonly (readonly [start: number, end: number])[]
  /** Ids of those who said it: people, bodies, documents, and places that stand for a government. */
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
  /** The article's paragraph; the headline is the first. */
  readonly paragraph: number
}

/** The words with marks around what was spoken as it stands: all of a direct statement, parts of a mixed one, nothing of an indirect one. */
export function markedWords({ words, kind, verbatim }: Statement, open = '“', close = '”'): string {
  if (kind === 'indirect') return words
  let marked = ''
  let at = 0
  for (const [start, end] of kind === 'mixed' && verbatim ? verbatim : [[0, words.length] as const]) {
    marked += words.slice(at, start) + open + words.slice(start, end) + close
    at = end
  }
  return marked + words.slice(at)
}
