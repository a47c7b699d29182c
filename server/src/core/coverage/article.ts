/** One published piece: what is known about it besides its text, which stays where it is. */
import { firstAt } from '../text/search.ts'
import type { Wording } from './statement.ts'

/** Where somebody begins to speak in a transcript; they do so until the next turn. UTF-16 offset into the article's text. */
export interface Turn {
  readonly start: number
  /** Empty where another voice begins that nobody names: `>>` in captions. */
  readonly speaker: string
}

/** Where the host finds an article's text again. */
export interface Place {
  readonly file: string
  /** Half-open, in bytes of the file: all of it, or one line of JSON. */
  readonly start: number
  readonly end: number
  /** Of a line of JSON: which one, counted from 0. */
  readonly line?: number
  /** Where in the file's text the article's own stands as it is, half-open UTF-16; left out where its reader makes another text of it. */
  readonly asIs?: readonly [start: number, end: number]
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
  /** Of captions, in order: from which offset on the words are spoken at which time, in milliseconds from the start. */
  readonly times?: readonly (readonly [start: number, milliseconds: number])[]
  readonly place?: Place
}

/** What is told of an article in one line; nobody's title is longer, and the index keeps it. */
export const told = (text: string): string => text.slice(0, 1000)

/** Who speaks at the offset, where the article itself says so. */
export function speakersAt({ speakers, turns }: Article, offset: number): readonly string[] {
  const turn = turns && lastBefore(turns, ({ start }) => start, offset)
  if (!turn) return speakers ?? []
  return turn.speaker === '' ? [] : [turn.speaker]
}

/** When the words at the offset are spoken, in milliseconds; null for an article that has no times. */
export const timeAt = ({ times }: Article, offset: number): number | null =>
  (times && lastBefore(times, ([start]) => start, offset)?.[1]) ?? null

/** The last of the items, which are in order, that stands at or before the offset. */
function lastBefore<T>(items: readonly T[], placeOf: (item: T) => number, offset: number): T | undefined {
  return items[firstAt(items, placeOf, offset + 1) - 1]
}
