/** Whom a pronoun stands for, among the people of a draft. */
import type { PlacedMention } from '../entity/placed-mention.ts'
import { blockOf, type Somebody } from './somebody.ts'

/**
 * Of those who fit and were named in the nearest paragraph that names one, whom its last sentences tell about (Grosz, Joshi and
 * Weinstein, “Centering”, 1995): *Ortiz praised Brandt. She …* is Ortiz. Where none of its sentences tells about one, the last named.
 */
export function pronounFor({ gender, head }: PlacedMention, place: number, all: readonly Somebody[]): Somebody | null {
  if (head === 'i' || head === 'we' || head === 'you' || gender === null || gender === 'they') return null
  let best: Somebody | null = null
  let latest = -1
  let led = -1
  for (const somebody of all) {
    const at = lastBefore(somebody.seen, place)
    if (at < 0 || blockOf(at) < blockOf(latest) || !fits(somebody, gender)) continue
    const leads = lastBefore(somebody.led, place)
    const leadsHere = blockOf(leads) === blockOf(at) ? leads : -1
    if (blockOf(at) > blockOf(latest) || leadsHere > led || (leadsHere === led && at > latest)) {
      best = somebody
      latest = at
      led = leadsHere
    }
  }
  // *It* mostly stands for a noun; for a name only where the sentence before tells about that.
  return gender === 'it' && led < 0 ? null : best
}

function fits({ gender, kind, name, entity }: Somebody, pronoun: 'he' | 'she' | 'it'): boolean {
  // A place is hardly ever an *it* that says something, but where it stands for a government: *Beijing said … It …*
  if (pronoun === 'it')
    return kind === 'body' || entity?.standsFor !== undefined || kind === 'document' || (kind === null && gender === 'it')
  if (kind !== null && kind !== 'person') return false
  return gender === pronoun || (gender === null && / /.test(name))
}

function lastBefore(seen: readonly number[], place: number): number {
  let low = 0
  let high = seen.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (seen[middle]! < place) low = middle + 1
    else high = middle
  }
  return low > 0 ? seen[low - 1]! : -1
}
