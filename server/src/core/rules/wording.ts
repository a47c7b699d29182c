/** What quoted words say, made comparable: without case, marks and punctuation, with what brackets and ellipses leave open. */
import type { BlockReading } from '../attribution/reading.ts'
import { fold } from '../text/fold.ts'
import type { Span } from '../text/span.ts'

/** One word and where it stands in the text it was read from. */
export interface Word<C extends 'prose' | 'draft' = 'prose'> extends Span<C> {
  readonly folded: string
}

/** Words with nothing left out between them: from the index of the first to behind that of the last. */
export interface Part {
  readonly from: number
  readonly to: number
}

export interface Wording<C extends 'prose' | 'draft' = 'prose'> {
  readonly words: readonly Word<C>[]
  /** All of them, with a space in front of and behind each. */
  readonly joined: string
  /** In order; between them stands a bracket or an ellipsis. */
  readonly parts: readonly Part[]
  /** Numbers of every two and every three words in a row within a part, to find the same elsewhere. */
  readonly runs: readonly number[]
}

/** A marked segment of the draft, or a block quotation without marks. */
export interface Quoted {
  /** Index of its block among those that quote, in the newest text; `places` says which of the draft’s it is. */
  place: number
  /** Its index among the segments of the block; 0 where there are none. */
  readonly segment: number
  readonly wording: Wording
}

/** Whether the one stands before the other in the draft. */
export const isBefore = (one: Quoted, other: Quoted): boolean =>
  one.place < other.place || (one.place === other.place && one.segment < other.segment)

/** The wording of a stretch of text. Linear in its length. */
export function wordingOf<C extends 'prose' | 'draft'>(text: string, { start, end }: Span<C>): Wording<C> {
  const words: Word<C>[] = []
  const parts: Part[] = []
  const runs: number[] = []
  let from = 0
  let last = 0
  let lastTwo = 0
  const endPart = (): void => {
    if (words.length > from) parts.push({ from, to: words.length })
    from = words.length
    last = 0
    lastTwo = 0
  }
  for (const { 0: found, index } of text.slice(start, end).matchAll(WORD_OR_GAP)) {
    if (GAP.test(found)) {
      endPart()
      continue
    }
    // “[l]asting”: a letter changed in brackets is part of its word.
    const folded = comparable(found.replace(/[[\]]/g, ''))
    const number = hash(folded)
    if (lastTwo !== 0) runs.push(mix(lastTwo, number))
    if (last !== 0) runs.push(mix(last, number))
    lastTwo = last === 0 ? 0 : mix(last, number)
    last = number
    words.push({ start: start + index, end: start + index + found.length, folded })
  }
  endPart()
  return { words, joined: phrase(words), parts, runs }
}

/** A word, one with its first letter in brackets, or what leaves something open: [sic], (laughs), an ellipsis. */
const WORD_OR_GAP = /\[\p{L}\][\p{L}\p{N}'’]+|\[[^\]]*\]|\([^)]*\)|…|\.(?:\s?\.){2,}|[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu

const GAP = /^(?:[(.…]|\[(?!\p{L}\]\p{L}))/u

/** *Ten* and *10* are one outlet’s and another’s spelling. */
function comparable(word: string): string {
  const folded = fold(word)
  return numbers.get(folded) ?? folded
}

const numbers = new Map(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, String(i + 1)] as const)
)

/** Whether all of these words stand in the other wording, in its order; what is left out is left out at an ellipsis or a bracket. */
export function standsIn<A extends 'prose' | 'draft', B extends 'prose' | 'draft'>(wording: Wording<A>, other: Wording<B>): boolean {
  let at = 0
  for (const { from, to } of wording.parts) {
    const part = wording.parts.length === 1 ? wording.joined : phrase(wording.words.slice(from, to))
    const found = other.joined.indexOf(part, at)
    if (found < 0) return false
    // The space behind one part may be the one before the next.
    at = found + part.length - 1
  }
  return wording.parts.length > 0
}

const phrase = (words: readonly { readonly folded: string }[]): string => ` ${words.map(({ folded }) => folded).join(' ')} `

const known = new WeakMap<BlockReading, readonly Wording[]>()

/** The wordings of the block’s marked segments, one for each; of a block without marks, the wording of all but its credit line. */
export function wordingsOf(reading: BlockReading): readonly Wording[] {
  let found = known.get(reading)
  if (!found) {
    const { prose, segments } = reading
    const said = segments.map(({ open, close, span }) => ({ start: open.end, end: close?.start ?? span.end }))
    const whole = { start: 0, end: prose.text.replace(CREDIT, '').length }
    found = (said.length > 0 ? said : [whole]).map((span) => wordingOf<'prose'>(prose.text, span))
    known.set(reading, found)
  }
  return found
}

/** *— Dana Ortiz, mayor*, on the last line. */
const CREDIT = /(?:^|\n)\s*(?:—|–|--?)\s*\p{L}[^\n]*$/u

/** FNV-1a, never 0; two words that share a number cost a comparison, no more. */
function hash(word: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < word.length; i += 1) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193)
  return value || 1
}

const mix = (a: number, b: number): number => Math.imul(a ^ (b >>> 7) ^ (b << 11), 0x85ebca6b) || 1
