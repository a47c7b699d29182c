/** The stop before a closing mark, and how it gives way to an attribution behind it. */
import type { Span } from '../text/span.ts'
import type { HouseStyle } from './attribution-style.ts'
import type { Edit } from './finding.ts'

/** Whether the words before the offset end with a question mark. */
export const isQuestion = (text: string, end: number): boolean => text[lastSign(text, end)] === '?'

/**
 * `said` behind the closing mark: `…step.”` becomes `…step,” Putin said.` or, as the British have it, `…step”, Putin said.`
 * A question mark and its like stay, and no comma is added.
 */
export function behindClosingMark(text: string, close: Span, said: string, { commaInside }: HouseStyle): readonly Edit[] {
  const at = lastSign(text, close.start)
  const sign = text[at] ?? ''
  const behind = behindEmphasis(text, close.end)
  const clause = ` ${said}${text[behind] === '.' ? '' : '.'}`
  if (staysAsItIs(text, at)) return [insert(behind, clause)]
  if (sign === ',') return [insert(behind, clause)]
  if (sign === '.')
    return commaInside
      ? [{ start: at, end: at + 1, newText: ',' }, insert(behind, clause)]
      : [{ start: at, end: at + 1, newText: '' }, insert(behind, `,${clause}`)]
  return commaInside ? [insert(close.start, ','), insert(behind, clause)] : [insert(behind, `,${clause}`)]
}

/** The marks closed behind a sentence within, `said` put there, and the marks opened again where the next one starts. */
export function betweenMarks(
  text: string,
  stop: Span,
  next: number,
  [open, close]: readonly [string, string],
  said: string,
  { commaInside }: HouseStyle
): readonly Edit[] {
  const gap = text.slice(stop.end, next)
  const closers = /^[*_~]+(?=\s)/.exec(gap)?.[0].length ?? 0
  const openers = /(?<=\s)[*_~]+$/.exec(gap)?.[0].length ?? 0
  const again = insert(next - openers, open)
  const behind = stop.end + closers
  const sign = text.slice(stop.start, stop.end)
  if (sign !== '.' || staysAsItIs(text, stop.start)) return [insert(behind, `${close} ${said}.`), again]
  const closed = commaInside ? [',', `${close} ${said}.`] : ['', `${close}, ${said}.`]
  if (closers === 0) return [{ ...stop, newText: closed.join('') }, again]
  return [{ ...stop, newText: closed[0]! }, insert(behind, closed[1]!), again]
}

/** Question and exclamation marks, ellipses, dashes and colons. */
const staysAsItIs = (text: string, at: number): boolean =>
  /[?!…—–\-:;]/.test(text[at] ?? '') || /\.\s?\.$/.test(text.slice(Math.max(0, at - 2), at + 1))

/** The last sign of the words, emphasis and the closing marks of inner quotations aside. */
function lastSign(text: string, end: number): number {
  let at = end - 1
  while (at > 0 && /[*_~\s’”'"»]/.test(text[at] ?? '')) at -= 1
  return at
}

/** Behind `**“We stay.”**`, where emphasis ends with the quotation. */
const behindEmphasis = (text: string, at: number): number => at + (/^[*_~]+(?=\s|$)/.exec(text.slice(at, at + 6))?.[0].length ?? 0)

const insert = (offset: number, newText: string): Edit => ({ start: offset, end: offset, newText })
