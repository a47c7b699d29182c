/** The marked segments of a block's prose, in every style of marks, within one paragraph at a time. */
import type { Span } from '../text/span.ts'
import { type Pairs, pairs } from './pairs.ts'
import type { Segment } from './quotation.ts'
import { type MarkSign, markSigns } from './signs.ts'
import { closeOfSingle, followsStop, opensSingle, opensTurned } from './single-marks.ts'

/**
 * The outermost marked segments, in order, never overlapping. What is nested inside one is part of it. A mark that is never
 * closed reaches to the paragraph's end, or to the next that opens in the same style; then `close` is null.
 * No paragraph's segments depend on another's text. Linear in the length, whatever the nesting.
 */
export function markedSegments(text: string, paragraphs: readonly Span<'prose'>[]): readonly Segment<'prose'>[] {
  return paragraphs.flatMap(({ start, end }) => {
    const own = text.slice(start, end)
    const found = outermost(own, markSigns(own))
    return start === 0 ? found : found.map((segment) => moved(segment, start))
  })
}

function outermost(text: string, signs: readonly MarkSign[]): readonly Segment<'prose'>[] {
  const found: Segment<'prose'>[] = []
  if (signs.length === 0) return found
  const paired = pairs(text, signs)
  let at = 0
  for (let i = 0; i < signs.length; i += 1) {
    const open = signs[i]!
    if (open.start < at) continue
    const segment = open.style === 'single' ? single(text, signs, paired, i) : double(text, signs, paired, i)
    if (!segment || text.slice(segment.open.end, segment.close?.start ?? segment.span.end).trim() === '') continue
    found.push(segment)
    at = segment.span.end
  }
  return found
}

function double(text: string, signs: readonly MarkSign[], { close, opens }: Pairs, i: number): Segment<'prose'> | null {
  const open = signs[i]!
  if (opens[i] === 0) return null
  if (close[i]! > i) return closed(open, signs[close[i]!]!)
  const next = nextOfItsStyle(signs, opens, i)
  const mistaken = closedBySingle(text, signs, { close, opens }, i, next)
  return mistaken ? closed(open, mistaken) : unclosed(text, open, next < signs.length ? signs[next]!.start : text.length)
}

/** “We go. “We stay,” she said: the first was never closed, and ends before the second. */
function nextOfItsStyle(signs: readonly MarkSign[], opens: Uint8Array, i: number): number {
  let next = i + 1
  while (next < signs.length && !(opens[next] === 1 && signs[next]!.style === signs[i]!.style)) next += 1
  return next
}

/** “We go.’: a single mark behind a full stop or comma that closes nothing else; an apostrophe never stands there. */
function closedBySingle(text: string, signs: readonly MarkSign[], paired: Pairs, i: number, limit: number): MarkSign | null {
  for (let j = i + 1; j < limit; j += 1) {
    const sign = signs[j]!
    if (sign.style !== 'single') {
      if (paired.close[j]! > j) j = paired.close[j]!
    } else if (opensSingle(text, sign)) {
      const inner = closeOfSingle(text, signs, paired, j)
      while (inner && j + 1 < limit && signs[j + 1]!.start <= inner.start) j += 1
    } else if (sign.atEnd && followsStop(text, sign)) return sign
  }
  return null
}

function single(text: string, signs: readonly MarkSign[], paired: Pairs, i: number): Segment<'prose'> | null {
  const open = signs[i]!
  if (opensTurned(text, open)) {
    const close = closeOfSingle(text, signs, paired, i)
    return close && followsStop(text, close) ? closed(open, close) : null
  }
  if (!opensSingle(text, open)) return null
  const close = closeOfSingle(text, signs, paired, i) ?? closedByDouble(text, signs, paired, i)
  if (close) return closed(open, close)
  // Only at a paragraph's start is an unclosed single mark more likely a quotation that runs on than an apostrophe.
  const first = i === 0 && text.slice(0, open.start).trim() === '' && (open.role === 'open' || /\p{Lu}/u.test(text[open.end] ?? ''))
  return first ? unclosed(text, open, text.length) : null
}

/** ‘We go,” she said: the next double mark, where it closes nothing else. */
function closedByDouble(text: string, signs: readonly MarkSign[], { opens }: Pairs, i: number): MarkSign | null {
  for (let j = i + 1; j < signs.length; j += 1) {
    const sign = signs[j]!
    if (sign.style !== 'single') return opens[j] === 0 && sign.atEnd && followsStop(text, sign) ? sign : null
    if (opensSingle(text, sign)) return null
  }
  return null
}

const closed = (open: Span<'prose'>, close: Span<'prose'>): Segment<'prose'> => ({
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

function moved({ span, open, close, runsOn }: Segment<'prose'>, by: number): Segment<'prose'> {
  const move = ({ start, end }: Span<'prose'>): Span<'prose'> => ({ start: start + by, end: end + by })
  return { span: move(span), open: move(open), close: close && move(close), runsOn }
}
