/** A takeaway in which nobody is quoted: a point that only the writer makes. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import { overlaps } from '../text/span.ts'
import { startOf } from './takeaway-place.ts'
import type { Told } from './told.ts'

export function* takeawaysWithoutQuotation(analysis: Analysis): Iterable<Told> {
  const quoted = analysis.quotations.filter(
    ({ kind, speaker, unattributed }) => (kind === 'direct' || kind === 'mixed') && (speaker !== null || unattributed)
  )
  for (const { kind, span, selection } of analysis.sections) {
    if (kind !== 'takeaway' || quoted.some((quotation) => overlaps(span, quotation.span))) continue
    yield { block: startOf(analysis, span), span: selection, message: l10n.t('Nobody is quoted in this takeaway.'), fixes: () => [] }
  }
}
