/** One published piece: what is known about it besides its text, which stays where it is. */
import type { Wording } from './statement.ts'

/** Where somebody begins to speak in a transcript; they do so until the next turn. UTF-16 offset into the article's text. */
export interface Turn {
  readonly start: number
  readonly speaker: string
}

/** Plain data that can be written as JSON. */
export interface Article {
  /** A file's path, the `id` of a line, `pack#statement`; no two articles of one coverage share it. */
  readonly id: string
  readonly title?: string
  readonly publisher?: string
  /** As it was given; ISO where people follow the manual. */
  readonly date?: string
  readonly url?: string
  readonly author?: string
  readonly language?: string
  readonly wording?: Wording
  /** Where one person or body said everything in it: their names, or entities' ids. */
  readonly speakers?: readonly string[]
  /** Which of its words those spoke as they stand, half-open and in order, where it was not all; the rest is told in others' words. */
  readonly spoken?: readonly (readonly [start: number, end: number])[]
  /** Who said it where nobody is named: *a senior Ukrainian official*. */
  readonly unnamed?: string
  /** Where or when it was said: *farewell at the Kremlin*. */
  readonly occasion?: string
  /** Of a transcript, in order. */
  readonly turns?: readonly Turn[]
  /** Where the host finds the text again, in bytes of a file. */
  readonly place?: { readonly file: string; readonly start: number; readonly end: number }
}

/** Who speaks at the offset, where the article itself says so. */
export function speakersAt({ speakers, turns }: Article, offset: number): readonly string[] {
  if (!turns) return speakers ?? []
  let low = 0
  let high = turns.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((turns[middle] as Turn).start <= offset) low = middle + 1
    else high = middle
  }
  const turn = turns[low - 1]
  return turn ? [turn.speaker] : (speakers ?? [])
}
