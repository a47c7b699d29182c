/** Which double mark closes which, in one paragraph: one pass with a stack, whatever the styles and the nesting. */
import { isDigit, type MarkSign } from './signs.ts'

/** What became of the sign at an index. */
export interface Pairs {
  /** For an opening mark the index of the one that closes it; −1 for any other sign. */
  readonly close: Int32Array
  /** Whether the sign plainly opens a quotation, closed or not. */
  readonly opens: Uint8Array
}

/** Pairs the signs of all styles but the single ones. Linear in their number. */
export function pairs(text: string, signs: readonly MarkSign[]): Pairs {
  const close = new Int32Array(signs.length).fill(-1)
  const opens = new Uint8Array(signs.length)
  const stack: number[] = []
  /** How many marks of each style are open. */
  const open = { curly: 0, straight: 0, tex: 0, guillemet: 0, angle: 0, low: 0, single: 0 }
  const pop = (): number => {
    const i = stack.pop()!
    open[signs[i]!.style] -= 1
    return i
  }
  let next = 0
  for (let i = 0; i < signs.length; i += 1) {
    const sign = signs[i]!
    if (sign.style === 'single') continue
    if (next <= i) next = i + 1
    while (next < signs.length && signs[next]!.style === 'single') next += 1
    if (measures(text, sign, stack.length > 0, signs[next])) continue
    const top = stack.length > 0 ? signs[stack[stack.length - 1]!]! : null
    if (top === null ? !beginsNothing(sign) : !closes(sign, open)) {
      stack.push(i)
      open[sign.style] += 1
      if (sign.atStart && sign.role !== 'close') opens[i] = 1
      continue
    }
    const proper = reaches(sign, open)
    if (top === null || !(proper || mixes(sign, top))) continue
    let opened = pop()
    // What was opened inside and never closed is given up: “He said "no to me,” she told them.
    while (proper && !pairsWith(sign, signs[opened]!)) opened = pop()
    close[opened] = i
    opens[opened] = 1
  }
  return { close, opens }
}

/** A closing mark where nothing is open; ”We go,” she said begins with one all the same. */
const beginsNothing = ({ role, atStart, atEnd, style }: MarkSign): boolean =>
  role === 'close' ? !atStart || style === 'guillemet' : role === 'either' && atEnd && !atStart

/** Whether the sign closes something rather than opening more. */
function closes({ role, atStart, atEnd, style }: MarkSign, open: Readonly<Record<MarkSign['style'], number>>): boolean {
  if (role === 'close' || (atEnd && !atStart)) return true
  if (role === 'either') return !atStart && open[style] > 0
  // „Wir gehen “: the sign that opens elsewhere closes here, and before a space nothing opens.
  return style === 'curly' && !atStart && open.curly + open.low > 0
}

/** Whether a mark that the sign properly closes is open. */
const reaches = (sign: MarkSign, open: Readonly<Record<MarkSign['style'], number>>): boolean =>
  open[sign.style] > 0 || (sign.style === 'curly' && open.low > 0)

const pairsWith = (sign: MarkSign, opened: MarkSign): boolean =>
  opened.style === sign.style || (sign.style === 'curly' && opened.style === 'low')

/** Two styles that get mixed: "We go,” and “We go," and ``We go". */
const mixes = (sign: MarkSign, opened: MarkSign): boolean => MIXED.has(sign.style) && MIXED.has(opened.style)

const MIXED: ReadonlySet<MarkSign['style']> = new Set(['curly', 'straight', 'tex', 'low'])

/**
 * Whether the sign stands for inches or minutes: a 5'10" guard, a 6" gap. Inside a quotation it does so behind a foot mark,
 * or where the next mark can only close, since then this one did not.
 */
function measures(text: string, { start, style, role }: MarkSign, inside: boolean, next: MarkSign | undefined): boolean {
  if ((style !== 'straight' && style !== 'curly') || role === 'open' || !isDigit(text.charCodeAt(start - 1))) return false
  if (!inside) return true
  let i = start - 1
  while (start - i < LONGEST_NUMBER && isDigit(text.charCodeAt(i))) i -= 1
  if (text.charCodeAt(i) === 32) i -= 1
  if (/['’′]/.test(text[i] ?? '') && isDigit(text.charCodeAt(i - 1))) return true
  const alike = next !== undefined && (next.style === style || (style === 'straight' && next.role === 'close'))
  return alike && next.atEnd && !next.atStart && /[,.!?…]/.test(text[next.start - 1] ?? '')
}

const LONGEST_NUMBER = 12
