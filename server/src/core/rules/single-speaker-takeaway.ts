/** A takeaway in which only one person or body speaks. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Somebody } from '../attribution/attribution.ts'
import { overlaps, type Span } from '../text/span.ts'
import { startOf } from './takeaway-place.ts'
import type { Told } from './told.ts'

export function* singleSpeakerTakeaways(analysis: Analysis): Iterable<Told> {
  for (const { kind, span, selection } of analysis.sections) {
    const only = kind === 'takeaway' ? onlySpeaker(analysis, span) : null
    if (only)
      yield { block: startOf(analysis, span), span: selection, message: l10n.t('Only {0} speaks in this takeaway.', only), fixes: () => [] }
  }
}

/** The one who speaks, with or without marks; null where nobody does, where several do, and where one of them is not known. */
function onlySpeaker({ quotations }: Analysis, span: Span): string | null {
  const speakers: (Somebody | null)[] = []
  for (const { kind, span: words, speaker } of quotations) {
    if (!overlaps(span, words) || kind === 'scare' || kind === 'title' || kind === 'term') continue
    speakers.push(speaker, ...(speaker?.also ?? []))
  }
  const [first] = speakers
  return first?.name && speakers.every((other) => other && isSame(first, other)) ? first.name : null
}

const isSame = (one: Somebody, other: Somebody): boolean =>
  one.entity !== null || other.entity !== null ? one.entity === other.entity : one.name === other.name
