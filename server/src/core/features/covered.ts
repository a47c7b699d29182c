/** Whether the coverage knows the story that a draft tells. */
import type { Analysis } from '../analysis/analysis.ts'

/** Of a draft about something else the coverage has no quotation, and that tells nothing. */
export const isCovered = (analysis: Analysis): boolean =>
  analysis.coverage.index.segments.length > 0 &&
  (analysis.packs.some(({ statements }) => statements.length > 0) ||
    analysis.quotations.some((quotation) => {
      const verdict = analysis.verified(quotation)?.whole?.verdict
      return verdict !== undefined && verdict !== 'unsupported'
    }))
