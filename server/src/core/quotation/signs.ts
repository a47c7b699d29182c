/** The signs in a paragraph that may be quotation marks, and which way each looks. Apostrophes and inch marks are sorted out here where one sign tells. */
import type { Span } from '../text/span.ts'

export interface MarkSign extends Span<'prose'> {
  readonly style: 'curly' | 'straight' | 'tex' | 'guillemet' | 'low' | 'single'
  /** What the sign itself says; `either` for straight marks and for guillemets, which languages turn both ways. */
  readonly role: 'open' | 'close' | 'either'
  /** Whether a quotation could begin here: space, start or an opening sign before, no space after. */
  readonly atStart: boolean
  /** Whether one could end here: no space before, and a space, the end or punctuation after. */
  readonly atEnd: boolean
}

/** Every sign that may be a mark, in order. */
export function markSigns(text: string, { start, end }: Span<'prose'>): readonly MarkSign[] {
  const signs: MarkSign[] = []
  let tex = false
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i)
    // The signs are 34 ", 39 ', 96 `, 171 « and 187 », and 0x2018–0x201e.
    if (code !== 34 && code !== 39 && code !== 96 && code !== 171 && code !== 187 && (code < 0x2018 || code > 0x201e)) continue
    const twice = i + 1 < end && text.charCodeAt(i + 1) === code
    if (code === 34) {
      // 5'10", a 6" gap: after a number, with nothing open before it, a straight mark measures.
      if (isDigit(text.charCodeAt(i - 1)) && measures(text, i, start, signs)) continue
      signs.push(sign(text, i, i + 1, start, end, 'straight', 'either'))
    } else if (code === 96) {
      if (!twice) continue
      signs.push(sign(text, i, i + 2, start, end, 'tex', 'open'))
      tex = true
      i += 1
    } else if (code === 39 && twice) {
      signs.push(sign(text, i, i + 2, start, end, 'tex', tex ? 'close' : 'either'))
      i += 1
    } else if (code === 0x2018 || code === 0x2019 || code === 39) {
      const found = sign(text, i, i + 1, start, end, 'single', code === 0x2018 ? 'open' : code === 0x2019 ? 'close' : 'either')
      if (found.atStart || found.atEnd) signs.push(found)
    } else if (code === 0x201c || code === 0x201d) signs.push(sign(text, i, i + 1, start, end, 'curly', code === 0x201c ? 'open' : 'close'))
    else if (code === 0x201e) signs.push(sign(text, i, i + 1, start, end, 'low', 'open'))
    else if (code === 171 || code === 187) signs.push(guillemet(text, i, start, end, code))
  }
  return signs
}

/** « words »: French sets a space inside, so a guillemet's own direction decides unless it touches a word on the other side. */
function guillemet(text: string, at: number, start: number, end: number, code: number): MarkSign {
  const seen = sign(text, at, at + 1, start, end, 'guillemet', 'either')
  if (seen.atStart !== seen.atEnd) return { ...seen, role: seen.atStart ? 'open' : 'close' }
  return { ...seen, role: code === 171 ? 'open' : 'close' }
}

function sign(
  text: string,
  at: number,
  after: number,
  start: number,
  end: number,
  style: MarkSign['style'],
  role: MarkSign['role']
): MarkSign {
  const before = at > start ? text.charCodeAt(at - 1) : 32
  const next = after < end ? text.charCodeAt(after) : 32
  const openBefore = isSpace(before) || opens(before)
  return {
    start: at,
    end: after,
    style,
    role,
    atStart: openBefore && !isSpace(next),
    atEnd: !isSpace(before) && !opens(before) && !isLetterOrDigit(next)
  }
}

function measures(text: string, at: number, start: number, signs: readonly MarkSign[]): boolean {
  let open = false
  for (let i = signs.length - 1; i >= 0 && i > signs.length - 200; i -= 1) if (signs[i]!.style === 'straight') open = !open
  if (!open) return true
  // “a 5'10" guard”: a foot mark before the inches.
  let i = at - 1
  while (i > start && isDigit(text.charCodeAt(i))) i -= 1
  return (text.charCodeAt(i) === 39 || text.charCodeAt(i) === 0x2019) && isDigit(text.charCodeAt(i - 1))
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isSpace = (code: number): boolean =>
  code <= 32 || code === 0xa0 || code === 0x2009 || code === 0x200b || code === 0x202f || code === 0x3000
const isLetterOrDigit = (code: number): boolean =>
  isDigit(code) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) ||
  (code > 0x2fff && code < 0xd800)
/** Brackets, dashes, slashes and other opening marks. */
const opens = (code: number): boolean =>
  code === 40 ||
  code === 91 ||
  code === 123 ||
  code === 45 ||
  code === 47 ||
  code === 0x2013 ||
  code === 0x2014 ||
  code === 0x201c ||
  code === 0x2018 ||
  code === 34 ||
  code === 0x201e ||
  code === 0xab
