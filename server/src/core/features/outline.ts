/** The story as its parts: headline, lede, takeaways, and under each the quotations with their speakers. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation } from '../attribution/attribution.ts'
import { holds, type Span } from '../text/span.ts'

export interface OutlineItem {
  readonly kind: 'headline' | 'lede' | 'takeaway' | 'quotation'
  readonly title: string
  /** The speaker of a quotation; how many quotations a takeaway holds. */
  readonly detail: string
  readonly span: Span
  /** Lies inside `span`. */
  readonly selection: Span
  /** The id of the pack’s takeaway that it is. */
  readonly takeaway: string | null
  readonly children: readonly OutlineItem[]
}

/** In draft order; a quotation stands under the part that holds it, else on the top level. */
export function outline(analysis: Analysis): readonly OutlineItem[] {
  const quotations = analysis.quotations
    .filter(({ kind }) => kind === 'direct' || kind === 'mixed')
    .map((quotation) => quotationItem(analysis, quotation))
  const parts = analysis.sections.map(({ kind, title, span, selection, takeaway }): OutlineItem => {
    const children = kind === 'headline' ? [] : quotations.filter((item) => holds(span, item.span))
    return { kind, title, detail: kind === 'takeaway' ? counted(children.length) : '', span, selection, takeaway, children }
  })
  const loose = quotations.filter((item) => !parts.some(({ children }) => children.includes(item)))
  return [...parts, ...loose].sort((a, b) => a.span.start - b.span.start)
}

function quotationItem({ text }: Analysis, { span, speaker }: Quotation): OutlineItem {
  const words = text
    .slice(span.start, span.end)
    .replace(/\s*\n[\s>]*/g, ' ')
    .replace(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}/g, '')
  const title = words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words
  const detail = speaker
    ? [speaker.name ?? text.slice(speaker.span.start, speaker.span.end), ...speaker.also.flatMap(({ name }) => name ?? [])].join(' and ')
    : 'nobody'
  return { kind: 'quotation', title, detail, span, selection: span, takeaway: null, children: [] }
}

const counted = (count: number): string => (count === 0 ? 'no quotations' : count === 1 ? '1 quotation' : `${count} quotations`)
