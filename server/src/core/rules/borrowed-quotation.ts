/** A quotation that only one outlet has, in a draft that does not name it. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Passage } from '../verification/verification.ts'
import type { Fix } from './finding.ts'
import { type Judgement, judgements } from './judgement.ts'
import { credit, places } from './published.ts'
import type { Told } from './told.ts'

export function* borrowedQuotations(analysis: Analysis): Iterable<Told> {
  const text = analysis.text.toLowerCase()
  for (const judgement of judgements(analysis)) {
    const { charge, block, segment, verification } = judgement
    const publisher = charge === 'sound' ? onlyPublisher(verification.passages) : null
    if (publisher === null || text.includes(publisher.toLowerCase().replace(/^the /, ''))) continue
    const [passage] = verification.passages as readonly [Passage]
    yield {
      block,
      span: segment.span,
      message: l10n.t('Only {0} has this quotation, and the draft does not name it ({1}).', publisher, credit(passage.article)),
      related: places(analysis, verification.passages),
      fixes: () => nameIt(analysis, judgement, publisher)
    }
  }
}

/** The publisher of all the passages; null where there are several, one is not known, or everybody could listen, as to a speech. */
function onlyPublisher(passages: readonly Passage[]): string | null {
  const publishers = new Set(passages.map(({ article }) => (article.turns || article.speakers ? '' : (article.publisher ?? ''))))
  const [publisher] = publishers
  return publishers.size === 1 && publisher ? publisher : null
}

/** *Ortiz said.* becomes *Ortiz said, Harbour Wire reported.* where the attribution ends the sentence. */
function nameIt({ text }: Analysis, { quotation: { speaker, cue } }: Judgement, publisher: string): readonly Fix[] {
  if (!speaker || !cue) return []
  const end = Math.max(speaker.span.end, cue.end)
  if (!/^\.(?:\s|$)/.test(text.slice(end, end + 2))) return []
  return [{ title: l10n.t('Name {0}', publisher), edits: [{ start: end, end, newText: `, ${publisher} reported` }], preferred: false }]
}
