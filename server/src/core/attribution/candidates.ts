/** Who may have said words that nobody is said to have said: for fixes, likeliest first. */
import * as l10n from '@vscode/l10n'
import type { Entity } from '../entity/entity.ts'
import { asPhrase, presentRole, rolePhrase } from '../entity/role-phrase.ts'
import type { Candidate, Chain, Quotation } from './attribution.ts'
import { isBody, lastName, type NamedDraft, type Standing, standings } from './standing.ts'

/** The candidates with probabilities that add up to less than one: it may have been nobody named. */
export function candidates(wanted: Quotation, draft: NamedDraft, entity: (id: string) => Entity | undefined): readonly Candidate[] {
  const weighed = standings(wanted, draft)
    .filter(canSpeak)
    .map((standing) => ({ standing, weight: Math.exp(weight(standing)) }))
    .sort((a, b) => b.weight - a.weight)
  const total = weighed.reduce((sum, { weight }) => sum + weight, NOBODY_NAMED)
  const lastSpeaker = weighed.reduce(
    (least, { standing: { chain, saidAbove } }) => (saidAbove < 0 || chain.kind === 'place' ? least : Math.min(least, saidAbove)),
    Infinity
  )
  const short = weighed.map(({ standing: { chain } }) => familyName(chain, entity))
  return weighed.map(({ standing, weight }, i) => {
    // Two of one family name are told apart by their full names.
    const shared = short.indexOf(short[i]!) !== short.lastIndexOf(short[i]!)
    return candidate(standing, weight / total, shared ? null : short[i]!, lastSpeaker, entity)
  })
}

/** People and bodies, and a place that speaks: *Beijing said*. A name of which nothing shows that it is somebody’s may be anything; one behind *in* or *at* is a place, and *Tensions* that rose a word. */
function canSpeak(standing: Standing): boolean {
  const { chain, placed, saidAbove, subjectBelow, saidBelow, quotedBelow, titled, onlyOpens } = standing
  if (chain.kind === 'place') return saidAbove >= 0 || quotedBelow
  if (chain.kind !== null) return chain.kind === 'person' || chain.kind === 'body'
  if (chain.pronoun === 'it') return false
  if (saidAbove >= 0 || saidBelow || quotedBelow || titled || chain.pronoun !== null) return true
  return / /.test(chain.name ?? '') ? placed * 3 < 1 : subjectBelow && !onlyOpens
}

/**
 * How much speaks for them, as the exponent of a chance. Fitted by a softmax over everybody named in 236 stories from which
 * an attribution had been deleted, and rounded; left-out folds were ranked as well as those it was fitted on.
 */
function weight({ chain, ...standing }: Standing): number {
  const near = standing.above < 0 ? 0 : 1 / (1 + standing.above)
  return (
    (standing.above < 0 ? -1 : (standing.subjectAbove ? 5.3 : 3.5) * near) +
    (standing.saidAbove < 0 ? 0 : 2.8 / (1 + standing.saidAbove)) +
    (standing.neverIntroduced ? 3.5 : 0) +
    (standing.subjectBelow ? 0.8 : 0) +
    (standing.quotedBelow ? 0.8 : 0) +
    (standing.saidBelow ? 0.5 : 0) +
    (standing.titled ? 0.6 : 0) +
    (/ /.test(chain.name ?? '') ? 0.4 : 0) -
    (standing.namedInWords ? 2.3 : 0) -
    (isBody(chain) ? 1.2 : 0) -
    1.2 * standing.placed
  )
}

/** The chance that it was nobody named, on the same scale: the likeliest candidate is right about as often as its probability says. */
const NOBODY_NAMED = 20

function candidate(
  standing: Standing,
  probability: number,
  short: string | null,
  lastSpeaker: number,
  entity: (id: string) => Entity | undefined
): Candidate {
  const { chain, mention, above } = standing
  const known = chain.entity === null ? undefined : entity(chain.entity)
  const held = known && presentRole(known)
  const role = held ? rolePhrase(held) : chain.role && asPhrase(chain.role)
  const introduced = above >= 0
  return {
    entity: chain.entity,
    name: chain.name,
    mention,
    shortName: (introduced ? short : null) ?? chain.name ?? '',
    role,
    introduced,
    probability,
    reason: reason(standing, lastSpeaker)
  }
}

function reason({ above, saidAbove, neverIntroduced }: Standing, lastSpeaker: number): string {
  if (above < 0) return neverIntroduced ? l10n.t('named further down, never introduced') : l10n.t('named further down')
  if (above === 0) return l10n.t('named in this paragraph')
  if (saidAbove >= 0) return saidAbove === lastSpeaker ? l10n.t('last named speaker') : l10n.t('quoted above')
  return above === 1 ? l10n.t('named in the paragraph before') : l10n.t('named above')
}

/** As the draft names them once they are introduced: the family name; of a body, its name. */
export function familyName(chain: Chain, entity: (id: string) => Entity | undefined): string {
  const known = chain.entity === null ? undefined : entity(chain.entity)
  if (known) return known.family ?? known.name
  return isBody(chain) ? (chain.name ?? '') : lastName(chain.name ?? '')
}
