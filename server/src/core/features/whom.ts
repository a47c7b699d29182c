/** Whom the name, noun or pronoun at a place of the draft stands for. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Chain, Somebody, Speaker } from '../attribution/attribution.ts'
import type { Entity } from '../entity/entity.ts'
import type { Mention } from '../entity/mention.ts'
import { touches } from '../text/span.ts'

export interface Whom {
  readonly chain: Chain
  readonly mention: Mention
  readonly entity: Entity | null
}

/** The innermost mention that the offset touches, of somebody who is known by name; null where there is none. */
export function whomAt(analysis: Analysis, offset: number): Whom | null {
  let found: Whom | null = null
  for (const chain of analysis.chains) {
    // A noun or pronoun that stands for nobody we know is not worth an answer.
    if (chain.entity === null && chain.name === null) continue
    for (const mention of chain.mentions) {
      if (!touches(mention.span, offset) || (found && lengthOf(found.mention) <= lengthOf(mention))) continue
      found = { chain, mention, entity: entityOf(analysis, chain) }
    }
  }
  return found
}

const lengthOf = ({ span }: Mention): number => span.end - span.start

export const entityOf = (analysis: Analysis, { entity }: Somebody): Entity | null =>
  entity === null ? null : (analysis.entity(entity) ?? null)

/** Whether the two are one: the same entity, or where none is known, the same name. */
export const isSame = (a: Somebody, b: Somebody): boolean =>
  a.entity !== null || b.entity !== null ? a.entity === b.entity : a.name !== null && a.name === b.name

/** Whether the speaker is them, alone or with others. */
export const speaksAs = (speaker: Speaker | null, somebody: Somebody): boolean =>
  speaker !== null && (isSame(speaker, somebody) || speaker.also.some((other) => isSame(other, somebody)))
