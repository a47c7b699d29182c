/** The names that a story knows, while one is typed: in full with its role where it is the first time, the family name after that. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Entity } from '../entity/entity.ts'
import { asPhrase, rolePhrase } from '../entity/role-phrase.ts'
import { roleAt } from '../entity/roles.ts'
import { fold } from '../text/fold.ts'
import { overlaps, type Span } from '../text/span.ts'
import { entityOf } from './whom.ts'

export interface NameCompletion {
  readonly label: string
  /** What they are, where it is known. */
  readonly detail: string
  readonly newText: string
  readonly kind: 'person' | 'other'
}

export interface NameCompletions {
  /** What each of them replaces: the letters typed so far, with the `@`. */
  readonly span: Span
  readonly items: readonly NameCompletion[]
}

/** Behind an `@`, or a capital and a letter more; null elsewhere, and inside quotation marks. */
export function nameCompletions(analysis: Analysis, offset: number): NameCompletions | null {
  const typed = /(?:(?<![\p{L}\p{N}.])@[\p{L}’'-]*|(?<![\p{L}\p{N}@])\p{Lu}[\p{L}’'-]+)$/u.exec(
    analysis.text.slice(Math.max(0, offset - LONGEST), offset)
  )?.[0]
  if (typed === undefined || isQuoted(analysis, offset)) return null
  const begins = fold(typed.replace(/^@/, ''))
  const span = { start: offset - typed.length, end: offset }
  const items = everybody(analysis, span).filter(({ name, entity }) =>
    [name, ...(entity?.aliases ?? [])].some((one) => one.split(/[\s-]+/).some((word) => fold(word).startsWith(begins)))
  )
  return items.length === 0 ? null : { span, items: items.slice(0, MOST).flatMap((one) => offers(analysis, one, span.start)) }
}

const LONGEST = 40
const MOST = 40

const isQuoted = ({ quotations }: Analysis, offset: number): boolean =>
  quotations.some(({ segments }) =>
    segments.some(({ span, close }) => span.start < offset && (close ? offset < span.end : offset <= span.end))
  )

interface Known {
  readonly name: string
  readonly entity: Entity | null
  /** What the draft says they are. */
  readonly role: string | null
  readonly person: boolean
  /** Where they are named first; Infinity where they are not. */
  readonly first: number
}

/** Those of the draft in the order of their first mention, then those whom only the gazetteer knows. */
function everybody(analysis: Analysis, typed: Span): readonly Known[] {
  const named = analysis.chains.flatMap((chain) => {
    // The letters typed so far are nobody’s name yet.
    if (chain.name === null || chain.mentions.every(({ span }) => overlaps(span, typed))) return []
    const entity = entityOf(analysis, chain)
    const first = chain.mentions.find(({ kind }) => kind === 'name')?.span.start ?? Infinity
    const person = chain.kind === 'person' || (chain.kind === null && (chain.pronoun === 'he' || chain.pronoun === 'she'))
    return [{ name: chain.name, entity, role: chain.role, person, first }]
  })
  const met = new Set(named.map(({ entity }) => entity?.id))
  const others = analysis.gazetteer.entities
    .filter(({ id }) => !met.has(id))
    .map((entity) => ({ name: entity.name, entity, role: null, person: entity.kind === 'person', first: Infinity }))
  return [...named, ...others]
}

/** Named before, the family name; not yet, the full name with the role, and without. */
function offers(analysis: Analysis, { name, entity, role, person, first }: Known, at: number): NameCompletion[] {
  const held = entity && roleAt(entity, analysis.date)
  const phrase = held ? rolePhrase(held) : role ? asPhrase(role) : ''
  const kind = person ? 'person' : 'other'
  const family = person ? (entity?.family ?? name.split(' ').at(-1)!) : name
  if (first < at) {
    const short = { label: family, detail: phrase || name, newText: family, kind } as const
    return family === name ? [short] : [short, { label: name, detail: phrase, newText: name, kind }]
  }
  const full = { label: name, detail: phrase, newText: name, kind } as const
  return person && phrase
    ? [{ label: `${name}, ${phrase}`, detail: l10n.t('first reference'), newText: `${name}, ${phrase}`, kind }, full]
    : [full]
}
