/**
 * Where an attribution goes: after the first sentence of several, at the end of one, in front where the draft mostly
 * does so; never inside a sentence. Of what stands inside the marks only the stop before a closing mark may change.
 */
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation } from '../attribution/attribution.ts'
import type { Block } from '../markdown/block.ts'
import type { Segment } from '../quotation/quotation.ts'
import { toDraft, toProse } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import type { Clause } from './attribution-clause.ts'
import type { HouseStyle } from './attribution-style.ts'
import { behindClosingMark, betweenMarks, isQuestion } from './closing-stop.ts'
import { blockQuotationOf } from './display.ts'
import type { Edit } from './finding.ts'
import { closingMark } from './marks.ts'

/** The edits that put the clause to the quotation; none where no place reads well. */
export function placeAttribution(
  analysis: Analysis,
  quotation: Quotation,
  block: Block,
  clause: Clause,
  style: HouseStyle
): readonly Edit[] {
  const { text } = analysis
  const segment = quotation.segments[0]
  if (!segment) return []
  if (segment.open.start === segment.open.end) return toBlockQuotation(analysis, quotation, clause, style)
  const close = segment.close ?? emptyAt(Math.min(segment.span.end, block.end))
  const place: Place = {
    text,
    block,
    segment,
    close,
    clause,
    style,
    prose: proseSpan(block, { start: segment.open.end, end: close.start })
  }
  if (isPartial(place)) return besidePart(place)
  if (style.colonFirst) return inFront(place)
  return betweenSentences(place) ?? atEnd(place)
}

interface Place {
  readonly text: string
  readonly block: Block
  readonly segment: Segment
  /** The closing mark, or where it would stand in a paragraph that runs on. */
  readonly close: Span
  readonly clause: Clause
  readonly style: HouseStyle
  /** The words between the marks. */
  readonly prose: Span<'prose'>
}

/** A block quotation gets a last line of its own, or a line in front where the draft mostly does so. */
function toBlockQuotation({ text, blocks }: Analysis, { block: at, span }: Quotation, clause: Clause, style: HouseStyle): Edit[] {
  const { block } = blocks[at]!
  const lineStart = text.lastIndexOf('\n', block.start - 1) + 1
  const marker = /^[ \t>]*/.exec(text.slice(lineStart, block.start))?.[0].trimEnd() ?? ''
  if (!marker.includes('>')) return []
  if (style.colonFirst && marker === '>') return [insert(lineStart, `${clause.before(isQuestion(text, span.end))}:\n\n`)]
  const own = blockQuotationOf(block)
  let last = at
  while (blocks[last + 1] && blockQuotationOf(blocks[last + 1]!.block) === own) last += 1
  const lineEnd = text.indexOf('\n', blocks[last]!.block.end)
  const end = lineEnd < 0 ? text.length : lineEnd
  return [insert(text[end - 1] === '\r' ? end - 1 : end, `\n${marker}\n${marker} — ${clause.credit}`)]
}

/** *Putin said: “…”*; in front of the emphasis that begins with the quotation. */
function inFront({ text, segment, close, clause }: Place): Edit[] {
  const { start } = segment.open
  const emphasis = /(?<=^|\s)[*_~]+$/.exec(text.slice(Math.max(0, start - 6), start))?.[0].length ?? 0
  return [insert(start - emphasis, `${clause.before(isQuestion(text, close.start))}: `)]
}

/** Whether words outside the marks belong to the same sentence: *It was “a very big step” for both.* */
function isPartial({ block, prose }: Place): boolean {
  const sentences = block.prose.sentences
  const first = sentences.find((sentence) => sentence.end > prose.start - 1)
  const last = sentences.find((sentence) => sentence.end >= prose.end)
  const before = first ? block.prose.text.slice(first.start, Math.max(first.start, prose.start - 1)) : ''
  const after = last ? block.prose.text.slice(Math.min(last.end, prose.end + 1), last.end) : ''
  return (/[\p{L}\p{N}]/u.test(before) && !/[:—–]\s*["“”'‘]?\s*$/.test(before)) || /[\p{L}\p{N}]/u.test(after)
}

/** *…, Putin said* before the stop of the sentence; in a question, *what Putin called “…”*. */
function besidePart({ text, block, close, segment, clause, style, prose }: Place): readonly Edit[] {
  const sentence = block.prose.sentences.find((candidate) => candidate.end >= prose.end)
  const end = sentence ? toDraft(block.prose.map, sentence, block.start).end : close.end
  const tail = text.slice(close.end, end)
  if (/[?!]\s*$/.test(tail)) return [insert(segment.open.start, `what ${clause.called} `)]
  if (!/[\p{L}\p{N}]/u.test(tail)) return behindClosingMark(text, close, clause.after(isQuestion(text, close.start)), style)
  const stop = /[.…]?$/.exec(tail.trimEnd())?.[0] ?? ''
  const at = close.end + tail.trimEnd().length - stop.length
  return [insert(at, `, ${clause.after(false)}${stop ? '' : '.'}`)]
}

/** Closes the marks after the first sentence of several and opens them again before the second. */
function betweenSentences({ text, block, segment, clause, style, prose }: Place): readonly Edit[] | null {
  const { map, text: words, sentences } = block.prose
  const open = text.slice(segment.open.start, segment.open.end)
  const close = (segment.close && text.slice(segment.close.start, segment.close.end)) ?? closingMark(open) ?? open
  for (const [i, sentence] of sentences.entries()) {
    const next = sentences[i + 1]
    if (!next || next.start >= prose.end) return null
    const sign = words[sentence.end - 1] ?? ''
    if (sentence.end <= prose.start || !/[.?!…]/.test(sign) || insideInnerMarks(words.slice(prose.start, sentence.end))) continue
    const stop = toDraft(map, { start: sentence.end - 1, end: sentence.end }, block.start)
    const again = toDraft(map, { start: next.start, end: next.start + 1 }, block.start).start
    return betweenMarks(text, stop, again, [open, close], clause.after(sign === '?'), style)
  }
  return null
}

function atEnd(place: Place): readonly Edit[] {
  const { text, close, segment, clause, style } = place
  // A first paragraph that runs on has no closing mark; a clause in front is the only place that leaves its marks alone.
  return segment.close ? behindClosingMark(text, close, clause.after(isQuestion(text, close.start)), style) : inFront(place)
}

/** Whether the words end inside marks of their own: “He told me, ‘Stay. Do not go.’” */
function insideInnerMarks(words: string): boolean {
  let depth = 0
  for (const { 0: mark, index } of words.matchAll(/["'‘’“”«»]/g)) {
    const inWordBefore = /[\p{L}\p{N}.,?!…]/u.test(words[index - 1] ?? '')
    const inWordBehind = /[\p{L}\p{N}]/u.test(words[index + 1] ?? '')
    if (!inWordBefore && inWordBehind && mark !== '’' && mark !== '”') depth += 1
    else if (inWordBefore && !inWordBehind && depth > 0) depth -= 1
  }
  return depth > 0
}

const proseSpan = ({ prose, start }: Block, span: Span): Span<'prose'> => ({
  start: toProse(prose.map, span.start, start),
  end: toProse(prose.map, span.end, start)
})

const emptyAt = (offset: number): Span => ({ start: offset, end: offset })

const insert = (offset: number, newText: string): Edit => ({ start: offset, end: offset, newText })
