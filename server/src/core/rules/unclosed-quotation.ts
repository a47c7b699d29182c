/** A quotation whose closing mark is missing, where it does not run on in the next paragraph. */
import * as l10n from '@vscode/l10n'
import type { Analysis, AnalyzedBlock } from '../analysis/analysis.ts'
import type { Segment } from '../quotation/quotation.ts'
import { toDraft } from '../text/offset-map.ts'
import { firstAt } from '../text/search.ts'
import type { Fix } from './finding.ts'
import { closingMark } from './marks.ts'
import type { Told } from './told.ts'

export function* unclosedQuotations({ quotations, blocks, text }: Analysis): Iterable<Told> {
  for (const quotation of quotations) {
    if (quotation.ended) continue
    const open = quotation.segments.find(({ close, runsOn }) => close === null && !runsOn)
    const analyzed = blocks[quotation.block]
    if (!open || !analyzed || open.open.start === open.open.end) continue
    const { block, reading } = analyzed
    const start = ({ span }: Segment<'prose'>): number => toDraft(block.prose.map, span, block.start).start
    const segment = reading.segments[firstAt(reading.segments, start, open.span.start)]
    if (!segment || start(segment) !== open.span.start) continue
    yield {
      block,
      span: open.span,
      message: l10n.t('This quotation is opened and never closed.'),
      fixes: () => closings(analyzed, segment, text)
    }
  }
}

/** Closes it before the words that report it, where there are some; else after its first sentence or at its end. */
function closings({ block, reading }: AnalyzedBlock, { span, open }: Segment<'prose'>, text: string): readonly Fix[] {
  const { prose } = block
  const opening = prose.text.slice(open.start, open.end)
  const mark = closingMark(opening) ?? opening
  const closeAt = (offset: number, title: string, preferred: boolean): Fix => {
    const at = toDraft(prose.map, { start: offset - 1, end: offset }, block.start).end
    return { title, edits: [{ start: at, end: at, newText: mark }], preferred }
  }
  const clause = reportingClause(reading, span.start, span.end)
  if (clause !== null) {
    const words = prose.text
      .slice(clause, clause + 24)
      .trim()
      .split(/\s+/)
      .slice(0, 3)
    return [{ ...closeAt(clause, l10n.t('Close the quotation before “{0}”', words.join(' ')), true), safe: true }]
  }
  const ends = prose.sentences.map((sentence) => Math.min(sentence.end, span.end)).filter((end) => end > open.end && end <= span.end)
  const last = prose.text.slice(0, span.end).trimEnd().length
  if (last <= open.end) return []
  const first = ends[0]
  const atEnd = closeAt(last, l10n.t('Close the quotation at its end'), ends.length < 2)
  return first !== undefined && first < last && text.length > 0
    ? [closeAt(first, l10n.t('Close the quotation after its first sentence'), false), atEnd]
    : [atEnd]
}

/** Where the clause *, she said* begins: behind the comma, question mark or exclamation mark before the cue and its mention. */
function reportingClause({ prose, cues, mentions }: AnalyzedBlock['reading'], from: number, to: number): number | null {
  for (const cue of cues) {
    if (cue.span.start <= from || cue.span.end > to) continue
    const subject = mentions.find(
      (mention) => mention.span.end <= cue.span.start && prose.text.slice(mention.span.end, cue.span.start).trim() === ''
    )
    const start = subject ? subject.span.start : cue.span.start
    const before = prose.text.slice(0, start).trimEnd()
    if (/[,?!]$/.test(before) && before.length > from + 1) return before.length
  }
  return null
}
