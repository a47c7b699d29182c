/** Where a quotation leads: the passages it has its words from, and which quotations of a draft stand for a passage. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation } from '../attribution/attribution.ts'
import { type Span, touches } from '../text/span.ts'
import type { Passage } from '../verification/verification.ts'

/** What a quotation under the cursor was taken from. */
export interface Origin {
  /** The segment that the cursor is in. */
  readonly span: Span
  /** The best first; of a splice both; of what is not in the coverage, what comes nearest. */
  readonly passages: readonly Passage[]
}

/** The passages of the quotation at the offset, or null where there is no quotation or the coverage has nothing of it. */
export function passagesAt(analysis: Analysis, offset: number): Origin | null {
  for (const quotation of analysis.quotations) {
    if (!isSpoken(quotation)) continue
    const at = quotation.segments.findIndex(({ span }) => touches(span, offset))
    const segment = quotation.segments[at]
    if (!segment) continue
    const passages = analysis.verification(quotation).segments[at]?.passages ?? []
    return passages.length > 0 ? { span: segment.span, passages: passages.slice(0, MOST) } : null
  }
  return null
}

/** More are a list that nobody opens one by one. */
const MOST = 20

/** The quotations of the draft that have words of one of the passages, as the spans of their segments, in draft order. */
export function quotationsOf(analysis: Analysis, passages: readonly Passage[]): readonly Span[] {
  return analysis.quotations.filter(isSpoken).flatMap((quotation) => {
    const { segments } = analysis.verification(quotation)
    return quotation.segments
      .filter((_, i) => segments[i]?.passages.some((own) => passages.some((other) => isOne(own, other))))
      .map(({ span }) => span)
  })
}

const isSpoken = ({ kind }: Quotation): boolean => kind === 'direct' || kind === 'mixed'

const isOne = (a: Passage, b: Passage): boolean => a.article.id === b.article.id && a.start < b.end && b.start < a.end
