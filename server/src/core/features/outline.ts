/** The story as its parts: headline, lede, takeaways, and under each the quotations with their speakers. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import { enumerated } from '../text/in-words.ts'
import type { Span } from '../text/span.ts'
import { quotationCount } from './sheet-text.ts'
import { type Part, parts, type QuotedWords } from './takeaways.ts'
import { verdictName } from './verdict.ts'

export interface OutlineItem {
  readonly kind: 'headline' | 'lede' | 'takeaway' | 'quotation'
  readonly title: string
  /** The speaker of a quotation and what the coverage says to it; of a takeaway how many quotations it holds, and its people. */
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
  const told = parts(analysis)
  return [...told.parts.map(partItem), ...told.outside.map(quotationItem)].sort((a, b) => a.span.start - b.span.start)
}

const partItem = ({ kind, title, span, selection, takeaway, quotations: own, people }: Part): OutlineItem => ({
  kind,
  title,
  detail: kind === 'takeaway' ? [counted(own.length), listed(people)].filter(Boolean).join(' · ') : '',
  span,
  selection,
  takeaway,
  children: own.map(quotationItem)
})

const quotationItem = ({ span, words, speakers, verdict }: QuotedWords): OutlineItem => ({
  kind: 'quotation',
  title: words,
  detail: [enumerated(speakers) || l10n.t('nobody'), verdict && verdictName(verdict)].filter(Boolean).join(' · '),
  span,
  selection: span,
  takeaway: null,
  children: []
})

const counted = (count: number): string => (count === 0 ? l10n.t('no quotations') : quotationCount(count))

/** An outline is narrow. */
const listed = (people: readonly string[]): string =>
  people.length > MOST_PEOPLE
    ? l10n.t('{0} and {1} more', people.slice(0, MOST_PEOPLE).join(', '), people.length - MOST_PEOPLE)
    : people.join(', ')

const MOST_PEOPLE = 3
