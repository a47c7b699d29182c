/** The signs in a paragraph that may be quotation marks, and what their shape and their neighbours say of each. */
import type { Span } from '../text/span.ts'

export interface MarkSign extends Span<'prose'> {
  /** `tex` are marks of two signs: ``We go'', ''We go'', ‘‘We go’’; `low` is „ and `angle` ‹ and ›. */
  readonly style: 'curly' | 'straight' | 'tex' | 'guillemet' | 'angle' | 'low' | 'single'
  /** What the sign itself says; `either` for straight marks, and for guillemets where the neighbours do not tell. */
  readonly role: 'open' | 'close' | 'either'
  /** Whether a quotation could begin here: space, start, a dash or an opening sign before, words behind. */
  readonly atStart: boolean
  /** Whether one could end here: words or their punctuation before, and no letter behind. */
  readonly atEnd: boolean
}

/** Every sign of the paragraph that may be a mark, in order. Apostrophes inside words and the marks of attributes are none. */
export function markSigns(text: string): readonly MarkSign[] {
  const signs: MarkSign[] = []
  const add = (at: number, after: number, style: MarkSign['style'], role: MarkSign['role']): MarkSign => {
    const sign = { start: at, end: after, style, role, ...neighbours(text, at, after) }
    signs.push(sign)
    return sign
  }
  let tex = false
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code !== 34 && code !== 39 && code !== 96 && code !== 171 && code !== 187 && (code < 0x2018 || code > 0x203a)) continue
    const twice = text.charCodeAt(i + 1) === code
    switch (code) {
      case 34: {
        const attribute = text.charCodeAt(i - 1) === 61 ? attributeEnd(text, i) : -1
        if (attribute > 0) i = attribute
        else add(i, i + 1, 'straight', 'either')
        break
      }
      case 0x201c:
      case 0x201f:
        add(i, i + 1, 'curly', 'open')
        break
      case 0x201d:
        add(i, i + 1, 'curly', 'close')
        break
      case 0x201e:
        add(i, i + 1, 'low', 'open')
        break
      case 96:
        if (!twice) break
        add(i, i + 2, 'tex', 'open')
        tex = true
        i += 1
        break
      case 39:
      case 0x2018:
      case 0x2019:
      case 0x201a:
      case 0x201b: {
        const role = code === 39 ? 'either' : code === 0x2019 ? 'close' : 'open'
        if (twice && code !== 0x201a) {
          add(i, i + 2, 'tex', role === 'either' && tex ? 'close' : role)
          i += 1
          break
        }
        const sign = add(i, i + 1, 'single', role)
        if (!sign.atStart && !sign.atEnd) signs.pop()
        break
      }
      case 171:
      case 187:
      case 0x2039:
      case 0x203a: {
        const sign = add(i, i + 1, code < 256 ? 'guillemet' : 'angle', 'either')
        signs[signs.length - 1] = { ...sign, role: directed(sign, code === 171 || code === 0x2039) }
      }
    }
  }
  return signs
}

/** German turns guillemets inwards and French outwards, with a space inside; so the neighbours decide, and else the sign's own direction. */
const directed = ({ atStart, atEnd }: MarkSign, left: boolean): MarkSign['role'] =>
  (atStart === atEnd ? left : atStart) ? 'open' : 'close'

/** Where the value of `name="value"` ends; −1 where it does not, or where the equals sign stands by itself. */
function attributeEnd(text: string, at: number): number {
  if (!isLetterOrDigit(text.charCodeAt(at - 2))) return -1
  const limit = Math.min(text.length, at + LONGEST_ATTRIBUTE)
  for (let i = at + 1; i < limit; i += 1) if (text.charCodeAt(i) === 34) return i
  return -1
}

const LONGEST_ATTRIBUTE = 400

function neighbours(text: string, at: number, after: number): { atStart: boolean; atEnd: boolean } {
  let left = at - 1
  while (left >= 0 && isInvisible(text.charCodeAt(left))) left -= 1
  let right = after
  while (right < text.length && isInvisible(text.charCodeAt(right))) right += 1
  const before = left >= 0 ? text.charCodeAt(left) : SPACE
  const next = right < text.length ? text.charCodeAt(right) : SPACE
  const opened = isOpening(before)
  return {
    atStart: (isSpace(before) || isDash(before) || opened) && !isSpace(next) && (!isClosing(next) || goesOn(text.charCodeAt(right + 1))),
    atEnd: !isSpace(before) && !opened && !isLetterOrDigit(next) && !isLow(text.charCodeAt(at))
  }
}

/** “...and left”, “—no”, “.22”: a sign that ends things, with a word or a further sign right behind it, can begin one. */
const goesOn = (next: number): boolean => isLetterOrDigit(next) || next === 46

const SPACE = 32
const isSpace = (code: number): boolean =>
  code <= 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000
/** Zero-width signs and those that turn the direction of writing: what a mark stands beside is what a reader sees beside it. */
const isInvisible = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069) ||
  code === 0xad ||
  code === 0xfeff
export const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isLetterOrDigit = (code: number): boolean =>
  isDigit(code) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) ||
  (code > 0x303f && code < 0xd800)
const isDash = (code: number): boolean => code === 45 || code === 0x2013 || code === 0x2014 || code === 0x2015 || code === 47
/** „ and ‚ never end anything. */
const isLow = (code: number): boolean => code === 0x201a || code === 0x201e
/** Brackets and opening marks; a straight mark before another may be one. */
const isOpening = (code: number): boolean =>
  code === 40 ||
  code === 91 ||
  code === 123 ||
  code === 34 ||
  code === 39 ||
  code === 96 ||
  code === 0xab ||
  code === 0x2018 ||
  code === 0x201a ||
  code === 0x201c ||
  code === 0x201e ||
  code === 0x2039
const isClosing = (code: number): boolean =>
  code === 44 ||
  code === 46 ||
  code === 59 ||
  code === 58 ||
  code === 33 ||
  code === 63 ||
  code === 41 ||
  code === 93 ||
  code === 125 ||
  isDash(code)
