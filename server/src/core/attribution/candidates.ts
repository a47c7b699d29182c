/** Who may have said words that nobody is said to have said: for fixes, likeliest first. */
import { asPhrase, presentRole, rolePhrase } from '../entity/role-phrase.ts'
import type { Candidate } from './attribution.ts'
import type { Somebody } from './people.ts'

/** What a candidate is judged by. */
export interface Standing {
  readonly somebody: Somebody
  readonly mention: { readonly start: number; readonly end: number }
  /** Blocks between their last mention before the words, or their first behind, and the words; negative where they are named only behind. */
  readonly distance: number
  readonly quotedBefore: boolean
}

/** The candidates with probabilities that add up to less than one: it may have been nobody named. */
export function rank(standings: readonly Standing[]): readonly Candidate[] {
  const weighed = standings
    .filter(canSpeak)
    .map((standing) => ({ standing, weight: weight(standing) }))
    .sort((a, b) => b.weight - a.weight)
  const total = weighed.reduce((sum, { weight }) => sum + weight, NOBODY_NAMED)
  const short = weighed.map(({ standing }) => shortName(standing.somebody))
  return weighed.map(({ standing, weight }, i) => {
    const shared = short.indexOf(short[i]!) !== short.lastIndexOf(short[i]!)
    return candidate(standing, weight / total, i === 0, shared)
  })
}

const NOBODY_NAMED = 0.4

/** People and bodies. A name that mostly stands behind *in* or *at* is a place, unless the draft quotes it. */
function canSpeak({ somebody, quotedBefore }: Standing): boolean {
  const { kind, name, gender, placed, seen } = somebody
  if (kind === 'person' || kind === 'body') return true
  if (kind !== null || gender === 'it') return false
  return quotedBefore || gender !== null || (/ /.test(name) && placed * 3 < seen.length)
}

function weight({ somebody, distance, quotedBefore }: Standing): number {
  const near = distance < 0 ? 0.3 : 1 / (1 + distance)
  return near * (quotedBefore ? 2 : 1) * (somebody.kind === 'body' ? 0.3 : 1)
}

function candidate(
  { somebody, mention, distance, quotedBefore }: Standing,
  probability: number,
  first: boolean,
  shared: boolean
): Candidate {
  const { entity, name } = somebody
  const introduced = distance >= 0
  const held = entity && presentRole(entity)
  const role = held ? rolePhrase(held) : somebody.role && asPhrase(somebody.role)
  return {
    entity: entity?.id ?? null,
    name,
    mention,
    // Two of one family name are told apart by their full names.
    shortName: introduced && !shared ? shortName(somebody) : name,
    role: introduced ? null : role,
    introduced,
    probability,
    reason: reason(distance, quotedBefore, first)
  }
}

function reason(distance: number, quotedBefore: boolean, first: boolean): string {
  if (distance < 0) return 'named further down'
  if (distance === 0) return 'named in this paragraph'
  if (quotedBefore) return first ? 'last named speaker' : 'quoted above'
  return distance === 1 ? 'named in the paragraph before' : 'named above'
}

/** The family name; of a body, its name. */
function shortName({ entity, name, kind }: Somebody): string {
  if (entity) return entity.family ?? entity.name
  if (kind === 'body') return name
  const words = name.split(/\s+/).filter((part) => !/^(?:Jr|Sr|II|III|IV)\.?$/.test(part))
  return words.at(-1)?.replace(/,$/, '') ?? name
}
