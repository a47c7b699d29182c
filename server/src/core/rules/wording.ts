/** What marked words say, made comparable: without case, marks and punctuation, with what brackets and ellipses leave open. */
import type { BlockReading } from '../attribution/reading.ts'
import { fold } from '../text/fold.ts'
import type { Span } from '../text/span.ts'

/** One word and where it stands in the prose. */
export interface Word extends Span<'prose'> {
  readonly folded: string
}

export interface Wording {
  readonly words: readonly Word[]
  /** The words between brackets and ellipses, each part with a space before and behind every word: ` we will not `. */
  readonly parts: readonly string[]
  /** Numbers of every two and every three words in a row within a part, to find the same elsewhere. */
  readonly runs: readonly number[]
}

/** The wording of a stretch of prose. Linear in its length. */
export function wordingOf(text: string, { start, end }: Span<'prose'>): Wording {
  const words: Word[] = []
  const parts: string[] = []
  const runs: number[] = []
  let part = ''
  let one = 0
  let two = 0
  const inside = text.slice(start, end)
  for (const { 0: found, index } of inside.matchAll(WORD_OR_GAP)) {
    const letter = found.codePointAt(0) ?? 0
    if (letter === 0x5b || letter === 0x28 || letter === 0x2e || letter === 0x2026) {
      if (part) parts.push(`${part} `)
      part = ''
      one = 0
      two = 0
      continue
    }
    // “[l]asting”: a letter changed in brackets is part of its word.
    const folded = fold(found.replace(/[[\]]/g, ''))
    words.push({ start: start + index, end: start + index + found.length, folded })
    part += ` ${folded}`
    const number = hash(folded)
    if (two !== 0) runs.push(mix(two, number))
    if (one !== 0) runs.push(mix(one, number))
    two = one === 0 ? 0 : mix(one, number)
    one = number
  }
  if (part) parts.push(`${part} `)
  return { words, parts, runs }
}

/** A word, one with a letter in brackets, or what leaves something open: [sic], (laughs), an ellipsis. */
const WORD_OR_GAP = /\[\p{L}\][\p{L}\p{N}'’]+|\[[^\]]*\]|\([^)]*\)|…|\.(?:\s?\.){2,}|[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu

/** Whether all of these words stand in the other wording, in its order; what is left out is left out at an ellipsis or a bracket. */
export function standsIn({ parts }: Wording, other: Wording): boolean {
  const whole = ` ${other.words.map(({ folded }) => folded).join(' ')} `
  let at = 0
  for (const part of parts) {
    const found = whole.indexOf(part, at)
    if (found < 0) return false
    // The space behind one part may be the one before the next.
    at = found + part.length - 1
  }
  return parts.length > 0
}

const known = new WeakMap<BlockReading, readonly Wording[]>()

/** The wordings of the block's marked segments, one for each. */
export function wordingsOf(reading: BlockReading): readonly Wording[] {
  let found = known.get(reading)
  if (!found) {
    const { prose, segments } = reading
    found = segments.map(({ open, close, span }) => wordingOf(prose.text, { start: open.end, end: close?.start ?? span.end }))
    known.set(reading, found)
  }
  return found
}

/** FNV-1a; two words that share a number cost a comparison, no more. */
function hash(word: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < word.length; i += 1) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193)
  return value
}

const mix = (a: number, b: number): number => Math.imul(a ^ (b >>> 7) ^ (b << 11), 0x85ebca6b)
