/** Who is named at a place of the draft, for a list of what they said. */
import type { Analysis } from '../analysis/analysis.ts'
import { familyName } from '../attribution/candidates.ts'
import { touches } from '../text/span.ts'

export interface Named {
  readonly entity: string | null
  readonly name: string
  /** As a story goes on with: *Ortiz*. */
  readonly shortName: string
}

/** The person or body whose mention the offset touches; null where there is none that is known by name. */
export function namedAt(analysis: Analysis, offset: number): Named | null {
  for (const chain of analysis.chains) {
    const { entity, name } = chain
    if (name === null || !chain.mentions.some(({ span }) => touches(span, offset))) continue
    if (chain.kind !== null && chain.kind !== 'person' && chain.kind !== 'body') return null
    return { entity, name, shortName: familyName(chain, (id) => analysis.entity(id)) || name }
  }
  return null
}
