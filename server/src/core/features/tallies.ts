/** How the quotations of each takeaway stand with the coverage, as a line over its heading. */
import type { Analysis } from '../analysis/analysis.ts'
import { holds, type Span } from '../text/span.ts'
import { quotationSheet } from './sheet.ts'
import { tallyWords } from './sheet-text.ts'

export interface Tally {
  /** The takeaway’s heading. */
  readonly span: Span
  /** *4 quotations: 3 verbatim, 1 altered*. */
  readonly title: string
}

/** One for each takeaway that quotes somebody, in draft order. Looks up what was not looked up yet. */
export function tallies(analysis: Analysis): readonly Tally[] {
  const rows = quotationSheet(analysis)
  return analysis.sections.flatMap(({ kind, span, selection }) => {
    const own = rows.filter((row) => holds(span, row.span))
    return kind === 'takeaway' && own.length > 0 ? [{ span: selection, title: tallyWords(own) }] : []
  })
}
