/** Which of a pack's takeaways a stretch of a draft is like, by its words and people. The pack's paragraph numbers are never looked at. */
import type { Pack } from '../coverage/pack.ts'
import { termsOf } from './terms.ts'

export interface Likeness {
  /** The packs' takeaways, in their order. */
  readonly takeaways: readonly { readonly id: string; readonly title: string }[]
  /**
   * For each takeaway, how much the terms speak for it and against an even chance: the logarithm of its probability times the number of
   * takeaways; all zero where no term tells anything.
   */
  evidence(terms: Iterable<string>): Float64Array
}

/** The likeness to the takeaways of these packs; null where they have fewer than two. */
export function likenessTo(packs: readonly Pack[]): Likeness | null {
  const profiles = packs.flatMap(profilesOf)
  if (profiles.length < 2) return null
  const everywhere = new Map<string, number>()
  let all = 0
  for (const { terms } of profiles)
    for (const [term, count] of terms) {
      everywhere.set(term, (everywhere.get(term) ?? 0) + count)
      all += count
    }
  return {
    takeaways: profiles,
    evidence: (terms) => {
      const logs = new Float64Array(profiles.length)
      for (const term of new Set(terms)) {
        const common = everywhere.get(term)
        if (common === undefined) continue
        profiles.forEach(({ terms: own, total }, t) => {
          logs[t]! += TEMPER * Math.log(((own.get(term) ?? 0) + (SMOOTHING * common) / all) / (total + SMOOTHING))
        })
      }
      return againstChance(logs)
    }
  }
}

/** The takeaway for which the evidence speaks surely, or null. */
export function surely(evidence: Float64Array): number | null {
  let best = 0
  for (let t = 1; t < evidence.length; t += 1) if (evidence[t]! > evidence[best]!) best = t
  const second = evidence.reduce((most, value, t) => (t === best ? most : Math.max(most, value)), Number.NEGATIVE_INFINITY)
  return evidence[best]! >= SURE && evidence[best]! - second >= MARGIN ? best : null
}

const SURE = 1.4
const MARGIN = 1

/** Words of one text do not come one by one, so that each tells less than it seems to. */
const TEMPER = 0.5
const SMOOTHING = 12

interface Profile {
  readonly id: string
  readonly title: string
  readonly terms: ReadonlyMap<string, number>
  readonly total: number
}

/** A memo is a cache: packs do not change. */
const memo = new WeakMap<Pack, readonly Profile[]>()

/** The words of each takeaway’s title, summary and statements, and the names of its people and of those who made its statements. */
function profilesOf(pack: Pack): readonly Profile[] {
  const known = memo.get(pack)
  if (known) return known
  const nameOf = (id: string): string => pack.entities.find((entity) => entity.id === id)?.name ?? ''
  const profiles = pack.takeaways.map(({ id, title, summary, people, statements }) => {
    const said = pack.statements.filter((statement) => statements.includes(statement.id))
    const words = [
      title,
      summary,
      ...people.map(nameOf),
      ...said.flatMap((statement) => [statement.words, ...statement.speakers.map(nameOf)])
    ]
    const terms = new Map<string, number>()
    for (const term of termsOf(words.join(' '))) terms.set(term, (terms.get(term) ?? 0) + 1)
    return { id, title, terms, total: [...terms.values()].reduce((sum, count) => sum + count, 0) }
  })
  memo.set(pack, profiles)
  return profiles
}

function againstChance(logs: Float64Array): Float64Array {
  const most = Math.max(...logs)
  const sum = logs.reduce((total, log) => total + Math.exp(log - most), 0)
  return logs.map((log) => log - most - Math.log(sum) + Math.log(logs.length))
}
