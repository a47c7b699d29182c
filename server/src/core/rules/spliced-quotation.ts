/** A quotation that joins two passages of the coverage without a sign. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Segment } from '../quotation/quotation.ts'
import type { Span } from '../text/span.ts'
import type { Passage } from '../verification/verification.ts'
import type { Fix } from './finding.ts'
import { judgements } from './judgement.ts'
import { closingMark } from './marks.ts'
import { credit, places } from './published.ts'
import type { Told } from './told.ts'

export function* splicedQuotations(analysis: Analysis): Iterable<Told> {
  for (const { charge, block, segment, verification } of judgements(analysis)) {
    const [first, second] = verification.passages
    const { seam } = verification
    if (charge !== 'spliced' || !first || !second || !seam) continue
    yield {
      block,
      span: segment.span,
      message:
        first.article.id === second.article.id
          ? l10n.t('The coverage has these words in two places, not as one ({0}).', credit(first.article))
          : l10n.t('The coverage has these words in two places: {0}, and {1}.', credit(first.article), credit(second.article)),
      related: places(analysis, [first, second]),
      fixes: () => [...ellipsis(analysis, segment, seam, first, second), ...twoQuotations(analysis, segment, seam)]
    }
  }
}

/** What an ellipsis may leave out, in UTF-16 units. */
const REACH = 700

/** Where the second stands not far behind the first, what lies between was left out. */
function ellipsis({ text }: Analysis, segment: Segment, seam: Span, first: Passage, second: Passage): Fix[] {
  const between = second.start - first.end
  if (first.article.id !== second.article.id || between < 0 || between > REACH || !isPlain(text, segment, seam)) return []
  return [
    { title: l10n.t('Show the omission with an ellipsis'), edits: [{ ...seam, newText: `${stopIn(text, seam)} … ` }], preferred: false }
  ]
}

/** “We stay” and, elsewhere, “the levy goes”: marks closed and opened again, a stop kept with the first sentence. */
function twoQuotations({ text }: Analysis, segment: Segment, seam: Span): Fix[] {
  const open = text.slice(segment.open.start, segment.open.end)
  const close = segment.close ? text.slice(segment.close.start, segment.close.end) : closingMark(open)
  if (open === '' || !close || !isPlain(text, segment, seam)) return []
  const stop = stopIn(text, seam)
  const newText = stop ? `${stop}${close} Elsewhere: ${open}` : `${close} and, elsewhere, ${open}`
  return [{ title: l10n.t('Make two quotations of it'), edits: [{ ...seam, newText }], preferred: false }]
}

const stopIn = (text: string, seam: Span): string => /[.?!]/.exec(text.slice(seam.start, seam.end))?.[0] ?? ''

/** Whether only signs, spaces and a word that joins stand at the seam, and no markup. */
const isPlain = (text: string, { open, close, span }: Segment, { start, end }: Span): boolean =>
  start >= open.end && end <= (close?.start ?? span.end) && !/[*_`<>[\]\\\n]/.test(text.slice(start, end + 1))
