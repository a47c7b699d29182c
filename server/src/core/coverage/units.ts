/** What each UTF-16 unit is to a word, and what it is folded to; worked out once for each unit that is met. */
import { fold } from '../text/fold.ts'

/** What a UTF-16 unit is to a word; one of the numbers below. */
export type Unit = number
export const NOTHING = 1
export const LETTER = 2
export const DIGIT = 3
export const APOSTROPHE = 4
export const HYPHEN = 5
/** Stands in a word and is none of it: a combining mark, a soft hyphen, a joiner. */
export const SILENT = 6
export const SIGN = 7
export const IDEOGRAPH = 8
/** A pair of surrogates that is a letter. */
export const ASTRAL = 9
export const SURROGATE = 10

/** What each UTF-16 unit is, filled as units are met; 0 is not yet known. */
export const units = new Uint8Array(0x10000)
/** What a unit is folded to, where that is one unit; 0 where it is more, and `folds` has it. */
export const folded = new Uint16Array(0x10000)
export const folds = new Map<number, string>()

/** What stands there; a pair of surrogates is told at its first. */
export function unitAt(text: string, at: number): Unit {
  const code = text.charCodeAt(at)
  const known = units[code] as number
  const unit = known === 0 ? learn(code) : known
  if (unit !== SURROGATE) return unit
  return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2)) ? ASTRAL : NOTHING
}

function learn(code: number): Unit {
  const char = String.fromCharCode(code)
  units[code] = kindOf(char, code)
  const folding = fold(char)
  folded[code] = folding.length === 1 ? folding.charCodeAt(0) : 0
  if (folding.length !== 1) folds.set(code, folding)
  return units[code] as number
}

function kindOf(char: string, code: number): Unit {
  if (/[%&٪]/.test(char)) return SIGN
  if (/['’‘ʼ＇]/.test(char)) return APOSTROPHE
  if (/[-‐‑]/.test(char)) return HYPHEN
  if ((code & 0xf800) === 0xd800) return SURROGATE
  if (/\p{M}|[\u00ad\u2060]|\u200c|\u200d/u.test(char)) return SILENT
  // Scripts that put no spaces between words.
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(char)) return IDEOGRAPH
  if (/\p{L}/u.test(char)) return LETTER
  return /\p{N}/u.test(char) ? DIGIT : NOTHING
}
