/** The words and signs of a stretch of prose, each marked segment taken as one. */
import type { Segment } from '../quotation/quotation.ts'
import type { Span } from '../text/span.ts'
import { isAbbreviation, wordFlags, wordId, wordIdAt } from './lexicon.ts'
import { isBrokenWord, unbroken } from './name-words.ts'

/** How a token looks. */
export const SIGN = 0
export const LOWER = 1
export const CAPITALISED = 2
export const CAPITALS = 3
export const NUMBER = 4
/** A whole marked segment. */
export const QUOTED = 5

/** Tokens as columns, in order. `id` is the lexicon's word number; `sentence` rises by one at every sentence's start. */
export interface Tokens {
  readonly text: string
  readonly length: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly shape: Uint8Array
  readonly id: Uint16Array
  readonly flags: Int32Array
  /** For a marked segment its index in the block's segments, else −1. */
  readonly segment: Int32Array
  readonly sentence: Int32Array
}

interface Columns {
  length: number
  start: Int32Array
  end: Int32Array
  shape: Uint8Array
  id: Uint16Array
  flags: Int32Array
  segment: Int32Array
}

const columns = (size: number): Columns => ({
  length: 0,
  start: new Int32Array(size),
  end: new Int32Array(size),
  shape: new Uint8Array(size),
  id: new Uint16Array(size),
  flags: new Int32Array(size),
  segment: new Int32Array(size)
})

/** Filled anew for every stretch of prose, since columns that grow cost more than the words in them. */
let scratch = columns(1024)

/**
 * Tokens of `text` between `from` and `to`; `segments` (in order, may be empty) become one token each.
 * Possessive endings and contractions are tokens of their own: *Ortiz* + *’s*. Linear in the length.
 */
export function tokens(
  text: string,
  from: number,
  to: number,
  segments: readonly Segment<'prose'>[],
  firstSegment: number,
  sentences: readonly Span<'prose'>[]
): Tokens {
  // No stretch has more tokens than units.
  if (scratch.shape.length < to - from) scratch = columns(2 * (to - from))
  const out = scratch
  out.length = 0
  let segment = firstSegment
  let i = from
  while (i < to) {
    const marked = segments[segment]
    if (marked && i >= marked.span.start) {
      if (marked.span.end > i) {
        push(out, i, Math.min(to, marked.span.end), QUOTED, 0, 0, segment)
        i = marked.span.end
      }
      segment += 1
      continue
    }
    const code = text.charCodeAt(i)
    if (isSpace(code)) i += 1
    else if (isWordUnit(code)) i = word(text, i, Math.min(to, marked ? marked.span.start : to), out)
    else {
      push(out, i, i + 1, SIGN, 0, 0, -1)
      i += 1
    }
  }
  const { length } = out
  return {
    text,
    length,
    start: out.start.slice(0, length),
    end: out.end.slice(0, length),
    shape: out.shape.slice(0, length),
    id: out.id.slice(0, length),
    flags: out.flags.slice(0, length),
    segment: out.segment.slice(0, length),
    sentence: sentenceNumbers(out, sentences)
  }
}

const isSpace = (code: number): boolean =>
  code <= 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200f) || code === 0x202f || code === 0x3000 || code === 0xfeff
const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isUpper = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7) || (code > 0x100 && code < 0x2000 && isUpperLetter(code))
const isUpperLetter = (code: number): boolean => {
  const letter = String.fromCharCode(code)
  return letter !== letter.toLowerCase()
}
const isWordUnit = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  isDigit(code) ||
  (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x2c00 && code < 0xfe00) ||
  (code >= 0x3040 && code < 0xd800)
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019

function push(out: Columns, start: number, end: number, shape: number, id: number, flags: number, segment: number): void {
  const i = out.length
  out.start[i] = start
  out.end[i] = end
  out.shape[i] = shape
  out.id[i] = id
  out.flags[i] = flags
  out.segment[i] = segment
  out.length = i + 1
}

/** Takes the word at `start` and returns where it ends. */
function word(text: string, start: number, limit: number, out: Columns): number {
  let end = start
  let apostrophe = -1
  let upper = 0
  let letters = 0
  let digits = 0
  while (end < limit) {
    const code = text.charCodeAt(end)
    if (isWordUnit(code)) {
      if (isDigit(code)) digits += 1
      else {
        letters += 1
        if (isUpper(code)) upper += 1
      }
    } else if ((code === 45 || code === 38) && end + 1 < limit && isWordUnit(text.charCodeAt(end + 1))) {
      // A hyphen or an ampersand inside a word stays: *Lloyd-Reed*, *AT&T*.
    } else if (code === 45 && end + 2 < limit && (isBrokenWord(text, end) || isBrokenName(text, start, end))) {
      // A word that is hyphenated over a soft break is one: *Zelens-⏎ky*, *Jean-⏎Pierre*.
      end += 1
    } else if (isApostrophe(code) && end + 1 < limit && isWordUnit(text.charCodeAt(end + 1))) {
      apostrophe = end
    } else if (
      code === 46 &&
      end + 1 < limit &&
      isWordUnit(text.charCodeAt(end + 1)) &&
      (digits > 0 || end - start <= 1 || text.charCodeAt(end - 2) === 46)
    ) {
      // *U.S.*, *2.5*: the full stop between single letters or digits.
    } else if (code === 44 && digits > 0 && letters === 0 && end + 1 < limit && isDigit(text.charCodeAt(end + 1))) {
      // *20,000*
    } else break
    end += 1
  }
  const first = text.charCodeAt(start)
  const shapeOf = isDigit(first) ? NUMBER : !isUpper(first) ? LOWER : letters > 1 && upper === letters ? CAPITALS : CAPITALISED
  if (apostrophe > start && splits(text, apostrophe, end)) {
    pushWord(text, start, apostrophe, shapeOf, out)
    pushWord(text, apostrophe, end, LOWER, out)
    return end
  }
  if (end < limit && text.charCodeAt(end) === 46 && end - start < 6) {
    const lower = text.slice(start, end + 1).toLowerCase()
    if (isAbbreviation(lower) || (end - start === 1 && shapeOf === CAPITALISED) || lower.indexOf('.') < lower.length - 1) {
      const id = wordIdAt(text, start, end + 1) || wordIdAt(text, start, end)
      push(out, start, end + 1, shapeOf, id, wordFlags(id), -1)
      return end + 1
    }
  }
  pushWord(text, start, end, shapeOf, out)
  return end
}

/** *Jean-⏎Pierre*, whose hyphen stays. */
const isBrokenName = (text: string, start: number, hyphen: number): boolean =>
  text.charCodeAt(hyphen + 1) === 10 && isUpper(text.charCodeAt(start)) && isUpper(text.charCodeAt(hyphen + 2))

/** *Ortiz’s*, *she’d*, *they’re* split; *O’Brien* and *didn’t* do not. */
function splits(text: string, apostrophe: number, end: number): boolean {
  const rest = end - apostrophe - 1
  if (rest > 2) return false
  const tail = text.slice(apostrophe + 1, end).toLowerCase()
  return tail === 's' || tail === 'd' || tail === 'll' || tail === 're' || tail === 've' || tail === 'm'
}

function pushWord(text: string, start: number, end: number, shape: number, out: Columns): void {
  const whole = wordIdAt(text, start, end)
  const id = whole === 0 && text.slice(start, end).includes('\n') ? wordId(unbroken(text.slice(start, end)).toLowerCase()) : whole
  push(out, start, end, shape, id, wordFlags(id), -1)
}

/** A new sentence begins at a token when a sentence of the prose ends between it and the token before. */
function sentenceNumbers(out: Columns, sentences: readonly Span<'prose'>[]): Int32Array {
  const numbers = new Int32Array(out.length)
  let at = 0
  let number = 0
  for (let i = 0; i < out.length; i += 1) {
    const start = out.start[i]!
    const before = at
    while (at < sentences.length && sentences[at]!.end <= start) at += 1
    if (i > 0 && at > before) number += 1
    numbers[i] = number
    // Sentences that end inside a marked segment are not ends of the sentence around it.
    const end = out.end[i]!
    if (out.shape[i] === QUOTED) while (at < sentences.length && sentences[at]!.end < end) at += 1
  }
  return numbers
}
