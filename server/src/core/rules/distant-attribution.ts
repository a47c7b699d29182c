/** A quotation whose speaker is told only paragraphs away, or is no more than a guess. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Candidate, Quotation } from '../attribution/attribution.ts'
import type { Span } from '../text/span.ts'
import { attributionFixes } from './attribution-fixes.ts'
import type { Told } from './told.ts'

export function* distantAttributions(analysis: Analysis): Iterable<Told> {
  const { quotations, blocks, text } = analysis
  let carried = 0
  let last: Quotation | undefined
  for (const quotation of quotations) {
    if (!quotation.carriedOver) carried = 0
    // “… / “…”: a quotation that runs on is one, however many paragraphs it has.
    else if (!last?.segments.at(-1)?.runsOn) carried += 1
    last = quotation
    // Once for each speaker who goes on and on: with this one attributed, the next are near it.
    const isFar = quotation.carriedOver && carried === PARAGRAPHS
    if (!isFar && !isGuess(quotation)) continue
    const mention = quotation.evidence?.words[0]
    const block = blocks[quotation.block]?.block
    if (!mention || !block) continue
    const words = text.slice(mention.start, mention.end)
    const who = /^(?:he|she|they|it)$/i.test(words) ? (quotation.speaker?.name ?? words) : words
    yield {
      block,
      span: quotation.span,
      message: isFar
        ? l10n.t('The last word on who says this, “{0}”, stands two paragraphs above.', who)
        : l10n.t('Perhaps “{0}” said this, but the draft does not plainly say so.', who),
      fixes: () =>
        attributionFixes(
          analysis,
          quotation,
          block,
          speakerFirst(analysis, quotation, mention, isFar ? l10n.t('goes on from above') : l10n.t('a guess'))
        )
    }
  }
}

/** From one paragraph to the next a reader carries the speaker over, not to the one after. */
const PARAGRAPHS = 2

/** Whether a speaker was found for whole sentences, but is likelier wrong than right. */
export const isGuess = (quotation: Quotation): boolean =>
  quotation.kind === 'direct' && quotation.probability < LIKELY && !quotation.carriedOver && quotation.evidence !== null

/** A margin below one half: a reader who would guess as well needs no finding. */
const LIKELY = 0.4

/** The candidates, the speaker found so far in front. */
function speakerFirst(analysis: Analysis, quotation: Quotation, mention: Span, reason: string): readonly Candidate[] {
  const { speaker, probability } = quotation
  const all = analysis.candidates(quotation)
  if (!speaker) return all
  const same = ({ entity, name }: Candidate): boolean => (speaker.entity === null ? name === speaker.name : entity === speaker.entity)
  const known = all.find(same)
  const words = analysis.text.slice(mention.start, mention.end)
  const first: Candidate = known
    ? { ...known, probability, reason }
    : { ...speaker, mention, shortName: definite(words), role: null, introduced: true, probability, reason }
  return [first, ...all.filter((candidate) => candidate !== known)]
}

/** *A trader* is *the trader* from the second mention on. */
const definite = (words: string): string => words.replace(/^an?\s/i, 'the ')
