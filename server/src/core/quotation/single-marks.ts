/** Single marks as the outer marks (British books, headlines), told from apostrophes, possessives and ’80s. */
import type { MarkSign } from './signs.ts'

/**
 * For each single sign that opens a quotation, by its index, the sign that closes it. A closing sign next to punctuation
 * is surer than one after an *s*, which may be a possessive: in *‘the voters’ choice’* the second closes.
 */
export function singleMarks(text: string, signs: readonly MarkSign[]): ReadonlyMap<number, MarkSign> {
  const pairs = new Map<number, MarkSign>()
  let until = -1
  for (let i = 0; i < signs.length; i += 1) {
    const open = signs[i]!
    if (open.start < until || !opensQuotation(text, open)) continue
    const close = closing(text, signs, i)
    if (close === null) continue
    pairs.set(i, close)
    until = close.end
  }
  return pairs
}

function closing(text: string, signs: readonly MarkSign[], at: number): MarkSign | null {
  const curly = signs[at]!.role === 'open'
  let weak: MarkSign | null = null
  let doubles = 0
  for (let i = at + 1; i < signs.length; i += 1) {
    const sign = signs[i]!
    if (sign.style !== 'single') {
      doubles += 1
      continue
    }
    if (opensQuotation(text, sign)) break
    if (!sign.atEnd || sign.role === 'open' || curly !== (sign.role === 'close') || doubles % 2 === 1) continue
    if (!afterS(text, sign)) return sign
    weak ??= sign
  }
  return weak
}

const afterS = (text: string, sign: MarkSign): boolean =>
  (text[sign.start - 1] === 's' || text[sign.start - 1] === 'S') && /^\s\p{L}/u.test(text.slice(sign.end, sign.end + 2))

/** ’80s, ’em, ’til: a sign before these leaves out letters. */
const shortened = /^(?:\d\ds?\b|(?:em|til|tis|twas|cause|bout|n|round|cos)\b)/i

const opensQuotation = (text: string, sign: MarkSign): boolean =>
  sign.style === 'single' && sign.atStart && sign.role !== 'close' && !shortened.test(text.slice(sign.end, sign.end + 6))
