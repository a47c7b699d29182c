/** Words made comparable, as numbers with their places: the one reading that articles, the index and quotations share. */
import { fold } from '../text/fold.ts'
import { dottedSpelling, spelling, tensOf, unitOf } from './spellings.ts'
import {
  APOSTROPHE,
  ASTRAL,
  DIGIT,
  folded,
  folds,
  HYPHEN,
  IDEOGRAPH,
  LETTER,
  NOTHING,
  SIGN,
  SILENT,
  SURROGATE,
  type Unit,
  unitAt,
  units
} from './units.ts'

/**
 * The words of a text, in order. Marks, dashes, spaces and points are none; *don’t* is one word; *comic-book* is two, *twenty-five* the
 * number 25, *%* the word *percent*, an ideograph a word by itself.
 */
export interface Words {
  readonly count: number
  /** A number for each word: equal where the words are equal but for case, diacritics, US or UK spelling, and figures for numerals. */
  readonly ids: Uint32Array
  /** UTF-16 offsets, half-open. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** 1 where a hyphen joins the word to the next. */
  readonly hyphens: Uint8Array
}

/** Arrays that grow, to be used again for the next text; what `foldWords` returned last is then lost. */
export interface WordBuffer extends Words {
  count: number
  ids: Uint32Array
  starts: Uint32Array
  ends: Uint32Array
  hyphens: Uint8Array
}

export const wordBuffer = (words: number): WordBuffer => ({
  count: 0,
  ids: new Uint32Array(words),
  starts: new Uint32Array(words),
  ends: new Uint32Array(words),
  hyphens: new Uint8Array(words)
})

/** The words of the text. Linear in its length; total on any string. */
export function foldWords(text: string, buffer: WordBuffer = wordBuffer(16 + (text.length >> 2))): Words {
  buffer.count = 0
  let at = 0
  let before: Unit = NOTHING
  while (at < text.length) {
    const unit = unitAt(text, at)
    if (unit === NOTHING) {
      before = unit
      at += 1
    } else if (unit === LETTER || unit === DIGIT || unit === ASTRAL) {
      at = readPlainWord(text, at, buffer) || readWord(text, at, buffer)
      before = NOTHING
    } else if (unit === IDEOGRAPH) {
      push(buffer, idOf(text[at] as string), at, at + 1, PLAIN, 0)
      at += 1
    } else {
      if (unit === SIGN) push(buffer, signs.get(text[at] as string) as number, at, at + 1, PLAIN, 0)
      // “comic-book”: only a hyphen with nothing around it joins.
      else if (unit === HYPHEN && before === NOTHING && buffer.count > 0 && buffer.ends[buffer.count - 1] === at)
        buffer.hyphens[buffer.count - 1] = continues(text, at + 1) ? 1 : 0
      before = unit
      at += 1
    }
  }
  return buffer
}

/** The number of a word that is already spelt as `spelling` spells it. FNV-1a over UTF-16 units. */
export function idOf(word: string): number {
  let hash = FNV_START
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), FNV_PRIME)
  return hash >>> 0
}

const FNV_START = 0x811c9dc5 | 0
const FNV_PRIME = 0x01000193

const signs = new Map([
  ['%', idOf('percent')],
  ['٪', idOf('percent')],
  ['&', idOf('and')]
])

/** Whether a word may go on here. */
function continues(text: string, at: number): boolean {
  if (at >= text.length) return false
  const unit = unitAt(text, at)
  return unit === LETTER || unit === DIGIT || unit === ASTRAL
}

/**
 * Most words: ASCII letters and digits that were met before and do nothing to their neighbours. Where the word ends, or 0 where it takes
 * `readWord` to tell.
 */
function readPlainWord(text: string, start: number, buffer: WordBuffer): number {
  let hash = FNV_START
  let at = start
  let plain = 0
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    plain = code < 128 ? (ascii[code] as number) : 0
    if (plain <= STOP) break
    hash = Math.imul(hash ^ plain, FNV_PRIME)
  }
  // “1,000” and “U.S.” go on behind the sign.
  if (plain !== END && (plain !== STOP || at - start === 1 || isDigit(text, at - 1))) return 0
  const slot = slotOf(hash)
  if (known[slot] !== hash || known[slot + 2] !== PLAIN || isUs(text, start, at)) return 0
  const { count } = buffer
  if (count === buffer.ids.length) grow(buffer)
  buffer.ids[count] = known[slot + 1] as number
  buffer.starts[count] = start
  buffer.ends[count] = at
  buffer.hyphens[count] = 0
  buffer.count = count + 1
  lastRole = PLAIN
  return at
}

/** An ASCII letter's small letter and a digit itself; `END` of what ends a word whatever follows, `STOP` of a point and a comma, 0 of the rest. */
const END = 1
const STOP = 2
const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code)
  if (/[a-z\d]/i.test(char)) return char.toLowerCase().charCodeAt(0)
  return /[.,]/.test(char) ? STOP : /['[\]]/.test(char) ? 0 : END
})

const isDigit = (text: string, at: number): boolean => text.charCodeAt(at) <= 0x39

/** “US” in capitals is not “us”: the only spelling that case decides. */
const isUs = (text: string, start: number, end: number): boolean =>
  end - start === 2 && text.charCodeAt(start) === 0x55 && text.charCodeAt(start + 1) === 0x53

function readWord(text: string, start: number, buffer: WordBuffer): number {
  let hash = FNV_START
  let at = start
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    let unit = units[code] as number
    if (unit === 0 || unit === SURROGATE) unit = unitAt(text, at)
    if (unit === LETTER || unit === DIGIT) hash = mix(hash, code)
    else if (unit === ASTRAL) {
      hash = mix(mix(hash, code), text.charCodeAt(at + 1))
      at += 1
    } else if (unit === APOSTROPHE) {
      if (!continues(text, at + 1)) break
      hash = Math.imul(hash ^ 0x27, FNV_PRIME)
    } else if (unit !== SILENT && !(unit === NOTHING && isInside(text, at, code))) {
      break
    } else if (unit === NOTHING && code === POINT) hash = Math.imul(hash ^ POINT, FNV_PRIME)
  }
  const dots = at - start === 1 ? dottedAt(text, start, at) : null
  if (dots !== null) {
    push(buffer, dots.id, start, dots.end, PLAIN, 0)
    return dots.end
  }
  if (isUs(text, start, at)) {
    push(buffer, US, start, at, PLAIN, 0)
    return at
  }
  const slot = slotOf(hash)
  if (known[slot] !== hash || known[slot + 2] === UNKNOWN) meet(text.slice(start, at), hash, slot)
  const met = known[slot + 2] as number
  push(buffer, known[slot + 1] as number, start, at, met & 7, met >>> 3)
  return at
}

const POINT = 0x2e
const US = idOf(spelling('us', 'US'))

function mix(hash: number, code: number): number {
  if (code < 128) return Math.imul(hash ^ (ascii[code] as number), FNV_PRIME)
  const one = folded[code] as number
  if (one !== 0) return Math.imul(hash ^ one, FNV_PRIME)
  let mixed = hash
  for (const char of folds.get(code) ?? '') mixed = Math.imul(mixed ^ char.charCodeAt(0), FNV_PRIME)
  return mixed
}

/** What stands inside a word although it is no letter: “1,000”, “2.5”, “[l]asting”, “want[s]”. */
function isInside(text: string, at: number, code: number): boolean {
  if (code === 0x2c || code === POINT) {
    if (units[text.charCodeAt(at - 1)] !== DIGIT || unitAt(text, at + 1) !== DIGIT) return false
    return code === POINT || /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))
  }
  if (code === 0x5d) return /\[\p{L}{1,4}$/u.test(text.slice(Math.max(0, at - 5), at)) && /^\p{Ll}/u.test(text.slice(at + 1, at + 2))
  return code === 0x5b && /^(?!sic\b)\p{L}{1,4}\]/u.test(text.slice(at + 1, at + 6))
}

/** *U.S.*, *p.m.*: single letters, each with its point, that the list of spellings knows. */
function dottedAt(text: string, start: number, end: number): { id: number; end: number } | null {
  if (end - start !== 1 || text.charCodeAt(end) !== POINT || !continues(text, end + 1)) return null
  const letters = /^(?:\p{L}\.){1,5}\p{L}?(?!\p{L})/u.exec(text.slice(start, start + 12))?.[0]
  if (letters === undefined) return null
  const known = dottedSpelling(fold(letters.replaceAll('.', '')))
  return known === null ? null : { id: idOf(known), end: start + letters.length }
}

/**
 * Words met so far, four numbers for each: hash, number, role and value, and one that is free. A cache, since spelling a word out costs a hundred
 * times as much. Its hash leads each word to two places, and what is met anew takes the first.
 */
const known = new Int32Array(1 << 20)

/** The place that has the hash, or the first one. */
function slotOf(hash: number): number {
  const first = ((hash ^ (hash >>> 17)) & (known.length / 8 - 1)) << 3
  return known[first] !== hash && known[first + 4] === hash ? first + 4 : first
}

/** What a word does to the one before it. */
const UNKNOWN = 0
const PLAIN = 1
const TENS = 2
const UNIT = 3
const PER = 4
const CENT = 5

/** Spells the word out; `slot` is the first of its two places. */
function meet(written: string, hash: number, slot: number): void {
  const word = fold(written).replace(/[^\p{L}\p{N}'.]/gu, '')
  const tens = tensOf(word)
  const unit = unitOf(word)
  const role = tens > 0 ? TENS : unit > 0 ? UNIT : word === 'per' ? PER : word === 'cent' ? CENT : PLAIN
  known.copyWithin(slot + 4, slot, slot + 4)
  known[slot] = hash
  known[slot + 1] = idOf(spelling(word, written))
  known[slot + 2] = role | ((tens + unit) << 3)
}

/** The last word's role and value, which the next may join: *twenty-five*, *per cent*. */
let lastRole = UNKNOWN
let lastValue = 0

function push(buffer: WordBuffer, id: number, start: number, end: number, role: number, value: number): void {
  const last = buffer.count - 1
  if (last >= 0 && start - (buffer.ends[last] as number) <= 1) {
    const joined =
      role === UNIT && lastRole === TENS ? idOf(String(lastValue + value)) : role === CENT && lastRole === PER ? PERCENT : undefined
    if (joined !== undefined) {
      buffer.ids[last] = joined
      buffer.ends[last] = end
      buffer.hyphens[last] = 0
      lastRole = PLAIN
      return
    }
  }
  if (buffer.count === buffer.ids.length) grow(buffer)
  buffer.ids[buffer.count] = id
  buffer.starts[buffer.count] = start
  buffer.ends[buffer.count] = end
  buffer.hyphens[buffer.count] = 0
  buffer.count += 1
  lastRole = role
  lastValue = value
}

const PERCENT = idOf('percent')

function grow(buffer: WordBuffer): void {
  const size = Math.max(64, 2 * buffer.ids.length)
  const larger = <T extends Uint32Array | Uint8Array>(from: T, to: T): T => {
    to.set(from)
    return to
  }
  buffer.ids = larger(buffer.ids, new Uint32Array(size))
  buffer.starts = larger(buffer.starts, new Uint32Array(size))
  buffer.ends = larger(buffer.ends, new Uint32Array(size))
  buffer.hyphens = larger(buffer.hyphens, new Uint8Array(size))
}
