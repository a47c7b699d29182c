/** Where a draft first names whom a pack knows: the places that lead to the pack’s entries. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Entity } from '../entity/entity.ts'
import type { Span } from '../text/span.ts'
import { occurrences } from './occurrences.ts'

export interface FirstMention {
  readonly span: Span
  readonly entity: Entity
}

/** One for each entity, in draft order: its first name outside quotation marks. */
export function firstMentions(analysis: Analysis): readonly FirstMention[] {
  return analysis.chains
    .flatMap((chain): FirstMention[] => {
      const entity = chain.entity === null ? undefined : analysis.entity(chain.entity)
      const first = entity && occurrences(analysis, chain).find(({ kind, inMarks }) => kind === 'name' && !inMarks)
      return entity && first ? [{ span: first.span, entity }] : []
    })
    .sort((a, b) => a.span.start - b.span.start)
}
