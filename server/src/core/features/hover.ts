/** What stands under the cursor: who a name is and what they said, or who said a quotation, and whether they did. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation } from '../attribution/attribution.ts'
import { type Span, touches } from '../text/span.ts'
import { entityText } from './entity-hover.ts'
import { quotationText } from './quotation-text.ts'
import { whomAt } from './whom.ts'

export interface Hover {
  readonly span: Span
  /** Markdown; its first sentence makes sense read aloud. */
  readonly markdown: string
}

/** The hover at a draft offset, or null where nothing is known. A name inside a quotation wins over the quotation. */
export function hover(analysis: Analysis, offset: number): Hover | null {
  const whom = whomAt(analysis, offset)
  if (whom) return { span: whom.mention.span, markdown: entityText(analysis, whom) }
  const quotation = analysis.quotations.find(({ segments, span, kind }) =>
    kind === 'indirect' ? touches(span, offset) : segments.some((segment) => touches(segment.span, offset))
  )
  return quotation && isReported(quotation) ? { span: quotation.span, markdown: quotationText(analysis, quotation) } : null
}

const isReported = ({ kind }: Quotation): boolean => kind === 'direct' || kind === 'mixed' || kind === 'indirect'
