/** Whom the name, noun or pronoun at a place of the draft stands for. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Chain, Somebody, Speaker } from '../attribution/attribution.ts'
import type { Entity } from '../entity/entity.ts'
import type { Mention } from '../entity/mention.ts'
import { toDraft } from '../text/offset-map.ts'
import { firstAt } from '../text/search.ts'
import { holds, touches } from '../text/span.ts'

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
  if (found?.entity) return found
  const known = knownAt(analysis, offset)
  return found && !(known && holds(known.mention.span, found.mention.span)) ? found : known
}

/** A name of the gazetteer where no mention stands: *Russian* in *Russian troops*, *the joint statement*. */
function knownAt(analysis: Analysis, offset: number): Whom | null {
  const analyzed = analysis.blocks[firstAt(analysis.blocks, ({ block }) => block.start, offset + 1) - 1]
  if (!analyzed || offset > analyzed.block.end) return null
  const { prose, start } = analyzed.block
  for (const { span: own, entities } of analyzed.reading.known) {
    const span = toDraft(prose.map, own, start)
    const [entity] = entities
    if (!touches(span, offset) || !entity || entities.length > 1) continue
    const { id, name, kind } = entity
    const chain = analysis.chains.find((candidate) => candidate.entity === id) ?? {
      entity: id,
      name,
      kind,
      mentions: [],
      pronoun: null,
      role: null
    }
    const head = prose.text.slice(own.start, own.end)
    return { chain, entity, mention: { span, kind: 'name', head, gender: null, number: 'one', role: null } }
  }
  return null
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
