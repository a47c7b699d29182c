/** Which stretches of a draft are somebody else’s words, so that whoever checks the writer’s can pass them over. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Span } from '../text/span.ts'

export interface QuotedRange {
  /** With its marks; of a block quotation, its lines. */
  readonly span: Span
  /** Null where nobody is known to have said it. */
  readonly speaker: string | null
}

/**
 * Everything in the draft that somebody is quoted with, word for word, in its order; none lies in another, and none runs over the end of its
 * paragraph. Titles, terms and scare quotes are the writer’s own, and so is what the draft only reports.
 */
export function quotedRanges({ quotations }: Analysis): readonly QuotedRange[] {
  const all = quotations
    .filter(({ kind }) => kind === 'direct' || kind === 'mixed')
    .flatMap(({ segments, speaker }) => segments.map(({ span }): QuotedRange => ({ span, speaker: speaker?.name ?? null })))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  let end = 0
  return all.filter(({ span }) => {
    const outside = span.start >= end && span.end > span.start
    if (outside) end = span.end
    return outside
  })
}

/**
 * The text with blanks for every letter in the ranges: whatever a checker tells of the rest, it tells at the right line and column. Signs of two
 * units stay, since some checkers count them as one.
 */
export function masked(text: string, ranges: readonly QuotedRange[]): string {
  let result = ''
  let at = 0
  for (const { span } of ranges) {
    result += text.slice(at, span.start) + text.slice(span.start, span.end).replace(/[^\s\uD800-\uDFFF]/g, ' ')
    at = span.end
  }
  return result + text.slice(at)
}
