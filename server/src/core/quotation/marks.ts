/** The marked segments of a block's prose: which signs open and close, in every style, within one paragraph at a time. */
import type { Span } from '../text/span.ts'
import type { Segment } from './quotation.ts'
import { type MarkSign, markSigns } from './signs.ts'
import { singleMarks } from './single-marks.ts'

/**
 * The outermost marked segments, in order, never overlapping. What is nested inside one is part of it. A mark that is never
 * closed reaches to the paragraph's end, or to the next opening mark that could not be inside; then `close` is null.
 * Linear in the length, whatever the nesting.
 */
export function markedSegments(text: string, paragraphs: readonly Span<'prose'>[]): readonly Segment<'prose'>[] {
  const segments: Segment<'prose'>[] = []
  for (const paragraph of paragraphs) {
    const signs = markSigns(text, paragraph)
    if (signs.length > 0) pair(text, paragraph, signs, segments)
  }
  return segments
}

function pair(text: string, paragraph: Span<'prose'>, signs: readonly MarkSign[], segments: Segment<'prose'>[]): void {
  const singles = singleMarks(text, signs)
  const closersLeft = remaining(signs)
  const stack: MarkSign[] = []
  let skipUntil = -1
  for (let i = 0; i < signs.length; i += 1) {
    const sign = signs[i]!
    if (sign.start < skipUntil) continue
    if (sign.style === 'single') {
      const close = stack.length === 0 ? singles.get(i) : undefined
      if (close === undefined) continue
      segments.push(segment(sign, close))
      skipUntil = close.end
      continue
    }
    const outer = stack[0]
    if (outer === undefined) {
      if (sign.role !== 'close' || wrongWay(sign, signs, i)) stack.push(sign)
      continue
    }
    if (closes(sign, stack)) {
      unwind(sign, stack)
      if (stack.length === 0) segments.push(segment(outer, sign))
    } else if (sign.style === 'curly' && outer.style === 'curly' && (closersLeft[i] ?? 0) <= 0) {
      // “We go. “We stay,” she said: with no closing mark to spare, the first was never closed.
      segments.push(unclosed(text, outer, sign.start))
      stack.length = 0
      stack.push(sign)
    } else stack.push(sign)
  }
  const outer = stack[0]
  if (outer) segments.push(unclosed(text, outer, paragraph.end))
}

/** For each sign, how many closing curly marks follow in surplus of the opening ones that follow it and itself. */
function remaining(signs: readonly MarkSign[]): Int32Array {
  const left = new Int32Array(signs.length)
  let surplus = 0
  for (let i = signs.length - 1; i >= 0; i -= 1) {
    const sign = signs[i]!
    if (sign.style === 'curly') surplus += sign.role === 'open' ? -1 : 1
    left[i] = surplus
  }
  return left
}

/** ”We go,” she said: a closing mark that stands where one opens, with another to close it. */
function wrongWay(sign: MarkSign, signs: readonly MarkSign[], i: number): boolean {
  const next = signs[i + 1]
  return sign.atStart && next !== undefined && next.style === sign.style && next.atEnd
}

/** Whether the sign closes the innermost open mark, or one further out of its own style. */
function closes(sign: MarkSign, stack: readonly MarkSign[]): boolean {
  const top = stack[stack.length - 1]!
  if (sign.style === 'straight' && top.style === 'straight') return stack.length > 1 || sign.atEnd || !sign.atStart
  if (sign.style === top.style) return sign.role === 'close' || sign.role === 'either' || (sign.atEnd && !sign.atStart)
  if (top.style === 'low') return sign.style === 'curly' || (sign.style === 'straight' && sign.atEnd)
  return sign.role !== 'open' && sign.atEnd && !sign.atStart
}

function unwind(sign: MarkSign, stack: MarkSign[]): void {
  if (stack[stack.length - 1]!.style !== sign.style) {
    const outer = stack[0]!
    if (outer.style === sign.style) {
      stack.length = 0
      return
    }
  }
  stack.pop()
}

const segment = (open: Span<'prose'>, close: Span<'prose'>): Segment<'prose'> => ({
  span: { start: open.start, end: close.end },
  open: { start: open.start, end: open.end },
  close: { start: close.start, end: close.end },
  runsOn: false
})

function unclosed(text: string, open: MarkSign, limit: number): Segment<'prose'> {
  let end = limit
  while (end > open.end && /\s/.test(text[end - 1]!)) end -= 1
  return { span: { start: open.start, end }, open: { start: open.start, end: open.end }, close: null, runsOn: false }
}
