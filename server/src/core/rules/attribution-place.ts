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
import type { Edit } from './finding.ts'
import { closingMark } from './marks.ts'

/** The edits that put the clause to the quotation; none where no place reads well. */
export function placeAttribution(
  { text }: Analysis,
  quotation: Quotation,
  block: Block,
  clause: Clause,
  style: HouseStyle
): readonly Edit[] {
  const segment = quotation.segments[0]
  if (!segment) return []
  if (segment.open.start === segment.open.end) return credit(text, quotation, block, clause)
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
  if (style.colonFirst) return [insert(segment.open.start, `${clause.before(isQuestion(text, close.start))}: `)]
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

/** A block quotation gets a last line of its own. */
function credit(text: string, { span }: Quotation, block: Block, clause: Clause): Edit[] {
  const lineStart = text.lastIndexOf('\n', block.start - 1) + 1
  const marker = /^[ \t>]*/.exec(text.slice(lineStart))?.[0].trimEnd() ?? ''
  if (!marker.includes('>')) return []
  const lineEnd = text.indexOf('\n', span.end)
  const at = lineEnd < 0 ? text.length : lineEnd
  return [insert(text[at - 1] === '\r' ? at - 1 : at, `\n${marker}\n${marker} — ${clause.credit}`)]
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
function besidePart({ text, block, close, segment, clause, style, prose }: Place): Edit[] {
  const sentence = block.prose.sentences.find((candidate) => candidate.end >= prose.end)
  const end = sentence ? toDraft(block.prose.map, sentence, block.start).end : close.end
  const tail = text.slice(close.end, end)
  if (/[?!]\s*$/.test(tail)) return [insert(segment.open.start, `what ${clause.called} `)]
  if (!/[\p{L}\p{N}]/u.test(tail)) return atEndOf(text, close, clause, style)
  const stop = /[.…]?$/.exec(tail.trimEnd())?.[0] ?? ''
  const at = close.end + tail.trimEnd().length - stop.length
  return [insert(at, `, ${clause.after(false)}${stop ? '' : '.'}`)]
}

/** Closes the marks after the first sentence of several and opens them again before the second. */
function betweenSentences({ text, block, segment, clause, style, prose }: Place): Edit[] | null {
  const { map, text: words, sentences } = block.prose
  const open = text.slice(segment.open.start, segment.open.end)
  const mark = (segment.close && text.slice(segment.close.start, segment.close.end)) ?? closingMark(open) ?? open
  for (const [i, sentence] of sentences.entries()) {
    const next = sentences[i + 1]
    if (!next || next.start >= prose.end) return null
    if (sentence.end <= prose.start || insideInnerMarks(words.slice(prose.start, sentence.end))) continue
    const stop = toDraft(map, { start: sentence.end - 1, end: sentence.end }, block.start)
    const sign = words[sentence.end - 1] ?? ''
    if (!/[.?!…]/.test(sign)) continue
    const again = toDraft(map, { start: next.start, end: next.start + 1 }, block.start).start
    return [...closeWith(text, stop, mark, sign, `${clause.after(sign === '?')}.`, style), insert(again, open)]
  }
  return null
}

/** `…step.` becomes `…step,” Putin said.`; the question mark and its like stay. */
function closeWith(text: string, stop: Span, mark: string, sign: string, clause: string, { commaInside }: HouseStyle): Edit[] {
  const ellipsis = sign === '.' && text.slice(stop.start - 2, stop.start) === '..'
  if (sign !== '.' || ellipsis) return [insert(stop.end, `${mark} ${clause}`)]
  return [{ ...stop, newText: commaInside ? `,${mark} ${clause}` : `${mark}, ${clause}` }]
}

function atEnd({ text, close, segment, clause, style }: Place): Edit[] {
  if (segment.close) return atEndOf(text, close, clause, style)
  // A first paragraph that runs on has no closing mark; a clause in front is the only place that leaves its marks alone.
  return [insert(segment.open.start, `${clause.before(isQuestion(text, close.start))}: `)]
}

/** At the end of a quotation of one sentence. */
function atEndOf(text: string, close: Span, clause: Clause, { commaInside }: HouseStyle): Edit[] {
  const outsideStop = text[close.end] === '.' ? '' : '.'
  const said = `${clause.after(isQuestion(text, close.start))}${outsideStop}`
  const at = lastSign(text, close.start)
  const sign = text[at] ?? ''
  const ellipsis = sign === '.' && text.slice(at - 2, at) === '..'
  if (/[?!…—–-]/.test(sign) || ellipsis) return [insert(close.end, ` ${said}`)]
  if (sign === ',') return [insert(close.end, ` ${said}`)]
  if (sign === '.') {
    const stop = { start: at, end: at + 1 }
    return commaInside
      ? [{ ...stop, newText: ',' }, insert(close.end, ` ${said}`)]
      : [{ ...stop, newText: '' }, insert(close.end, `, ${said}`)]
  }
  return commaInside ? [insert(close.start, ','), insert(close.end, ` ${said}`)] : [insert(close.end, `, ${said}`)]
}

/** The last sign before the closing mark, emphasis marks aside. */
function lastSign(text: string, closeStart: number): number {
  let at = closeStart - 1
  while (at > 0 && /[*_~\s]/.test(text[at] ?? '')) at -= 1
  return at
}

const isQuestion = (text: string, closeStart: number): boolean => text[lastSign(text, closeStart)] === '?'

/** Whether the words end inside marks of their own: “He told me, ‘Stay. Do not go.’” */
function insideInnerMarks(words: string): boolean {
  const opened = words.match(/(?<!\w)[‘“«]/g)?.length ?? 0
  const closed = words.match(/[’”»](?!\w)/g)?.length ?? 0
  return opened > closed
}

const proseSpan = ({ prose, start }: Block, span: Span): Span<'prose'> => ({
  start: toProse(prose.map, span.start, start),
  end: toProse(prose.map, span.end, start)
})

const emptyAt = (offset: number): Span => ({ start: offset, end: offset })

const insert = (offset: number, newText: string): Edit => ({ start: offset, end: offset, newText })
