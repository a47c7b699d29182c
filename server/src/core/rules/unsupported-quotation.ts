/** A quotation of somebody whom the coverage quotes, of which the coverage has nothing. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation } from '../attribution/attribution.ts'
import { isNamed, type Judgement, judgements } from './judgement.ts'
import { places } from './published.ts'
import type { Told } from './told.ts'

export function* unsupportedQuotations(analysis: Analysis): Iterable<Told> {
  const all = judgements(analysis)
  const open = all.filter(({ charge, verification }) => charge === 'unsupported' && verification.words >= FEWEST)
  if (open.length === 0) return
  const covered = coveredSpeakers(analysis, all)
  for (const { quotation, block, segment, verification } of open) {
    const { speaker } = quotation
    if (!speaker || !isNamed(analysis, quotation) || !covered.has(keyOf(speaker))) continue
    const [nearest] = places(analysis, verification.passages)
    yield {
      block,
      span: segment.span,
      message: l10n.t('The coverage quotes {0}, but not with these words.', speaker.name ?? ''),
      ...(nearest && { related: [nearest] }),
      fixes: () => []
    }
  }
}

/** A few words more than others, since nothing is there to be looked at. */
const FEWEST = 8

/**
 * Whom the coverage is known to quote in this story, since it is not expected to have a writer's own interviews: speakers of whose quotations
 * it has as many as it has not, and of statements in the packs that know the story.
 */
function coveredSpeakers({ packs, entity }: Analysis, all: readonly Judgement[]): ReadonlySet<string> {
  const balance = new Map<string, number>()
  for (const { quotation, verification } of all) {
    const { speaker } = quotation
    if (!speaker) continue
    const found = verification.verdict !== 'unsupported' && verification.saidBy === 'same'
    balance.set(keyOf(speaker), (balance.get(keyOf(speaker)) ?? 0) + (found ? 1 : -1))
  }
  const quoted = [...balance].flatMap(([who, surplus]) => (surplus >= 0 ? who : []))
  const stated = packs.flatMap(({ statements }) => statements.flatMap(({ speakers }) => speakers))
  return new Set([...quoted, ...stated.filter((id) => entity(id)?.kind === 'person')])
}

const keyOf = ({ entity, name }: NonNullable<Quotation['speaker']>): string => entity ?? name ?? ''
