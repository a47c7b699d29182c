/** What only all entries of a pack together show: references to nobody, names that do not fit, words that are not there. */
import * as l10n from '@vscode/l10n'
import type * as v from 'valibot'
import { isCommonWord } from '../entity/common-word.ts'
import type { Entity, Role } from '../entity/entity.ts'
import { isEverydayName } from '../entity/gazetteer.ts'
import { fold } from '../text/fold.ts'
import type { Pack, Takeaway } from './pack.ts'
import type { entityShape, statementShape, takeawayShape } from './pack-shape.ts'
import type { Statement } from './statement.ts'

/** Entries that are right by themselves. */
export interface Entries {
  readonly entities: readonly v.InferOutput<typeof entityShape>[]
  readonly statements: readonly v.InferOutput<typeof statementShape>[]
  readonly takeaways: readonly v.InferOutput<typeof takeawayShape>[]
}

/** Tells what is wrong with the value at the path inside the entry of that id. */
type Report = (message: string, owner: string, path: readonly (string | number)[]) => void

/** The entries as a pack has them; references that lead nowhere are told and left out. */
export function checkPack(
  { entities, statements, takeaways }: Entries,
  report: Report
): Pick<Pack, 'entities' | 'statements' | 'takeaways'> {
  const kinds = new Map(entities.map(({ id, kind }) => [id, kind]))
  const said = new Set(statements.map(({ id }) => id))
  const among = (owner: string, key: string, ids: readonly string[], wrong: (id: string) => string | null) =>
    ids.filter((id, i) => {
      const message = ids.indexOf(id) < i ? l10n.t('“{0}” is here twice', id) : wrong(id)
      if (message) report(message, owner, [key, i])
      return message === null
    })
  const nobody = (id: string) => (kinds.has(id) ? null : l10n.t('there is no entity “{0}” in this pack', id))
  const bearers = new Map(entities.map((entity) => [fold(entity.name), entity as Entity]))
  return {
    entities: entities.map(({ standsFor, ...entity }) => {
      checkNames(entity as Entity, report)
      checkAliases(entity as Entity, bearers, report)
      const [whose] = standsFor === undefined ? [] : among(entity.id, 'standsFor', [standsFor], (id) => wrongSeat(entity, id) ?? nobody(id))
      return { ...entity, ...(whose !== undefined && { standsFor: whose }) } as Entity
    }),
    statements: statements.map(({ verbatim, ...statement }) => {
      const { id, speakers, unnamed } = statement
      if (speakers.length === 0 && unnamed === undefined) report(l10n.t('a statement needs speakers, or somebody unnamed'), id, [])
      const ranges = verbatimRanges({ ...statement, ...(verbatim && { verbatim }) }, report)
      return { ...statement, ...(ranges && { verbatim: ranges }), speakers: among(id, 'speakers', speakers, nobody) } as Statement
    }),
    takeaways: takeaways.map(
      (takeaway): Takeaway => ({
        ...takeaway,
        people: among(
          takeaway.id,
          'people',
          takeaway.people,
          (id) => nobody(id) ?? (kinds.get(id) === 'person' ? null : l10n.t('“{0}” is no person', id))
        ),
        statements: among(takeaway.id, 'statements', takeaway.statements, (id) =>
          said.has(id) ? null : l10n.t('there is no statement “{0}” in this pack', id)
        )
      })
    )
  }
}

/** *Beijing* stands for the government of China; a person stands for nobody else, and nobody for themselves. */
function wrongSeat({ id, kind }: Pick<Entity, 'id' | 'kind'>, standsFor: string): string | null {
  if (kind !== 'place' && kind !== 'body') return l10n.t('only a place or a body stands for a government')
  return id === standsFor ? l10n.t('nobody stands for themselves') : null
}

function checkNames({ id, name, family, given, order, roles }: Entity, report: Report): void {
  if (family && !name.includes(family)) report(l10n.t('the family name is no part of the name'), id, ['family'])
  else if (given && !name.includes(given)) report(l10n.t('the given name is no part of the name'), id, ['given'])
  else if (family && given && order && name.indexOf(family) !== name.indexOf(given)) {
    const familyFirst = name.indexOf(family) < name.indexOf(given)
    if (familyFirst !== (order === 'family-given')) report(l10n.t('the name stands in the other order'), id, ['order'])
  }
  roles.forEach(({ from, until }: Role, i) => {
    if (from && until && until < from.slice(0, until.length)) report(l10n.t('this role ended before it began'), id, ['roles', i, 'until'])
  })
}

/** Aliases that lead round in a circle, stand twice, or are no names; `bearers` are the entities by their folded names. */
function checkAliases({ id, name, aliases }: Entity, bearers: ReadonlyMap<string, Entity>, report: Report): void {
  for (const [path, text] of [[['name'], name] as const, ...aliases.map((alias, i) => [['aliases', i], alias] as const)]) {
    if (REGULAR_EXPRESSION.test(text)) report(l10n.t('a name is taken letter by letter; this looks like a regular expression'), id, path)
    else if (isCommonWord(text)) report(l10n.t('“{0}” is a common word; only with a capital it can be told from one', text), id, path)
    else if (isEverydayName(text))
      report(l10n.t('“{0}” is a common word as well; it is taken for the name only with a capital and inside a sentence', text), id, path)
  }
  aliases.forEach((alias, i) => {
    const bearer = bearers.get(fold(alias))
    if (aliases.indexOf(alias) < i) report(l10n.t('“{0}” is here twice', alias), id, ['aliases', i])
    else if (alias === name) report(l10n.t('this is the name itself'), id, ['aliases', i])
    else if (bearer && bearer.id !== id && bearer.aliases.some((other) => fold(other) === fold(name)))
      report(l10n.t('“{0}” is called “{1}” in turn: these two go round in a circle', bearer.id, name), id, ['aliases', i])
    else if (bearer && leadsTo(id, bearer, bearers, new Set()))
      report(l10n.t('“{0}” leads by the names of others back to “{1}”: these go round in a circle', alias, name), id, ['aliases', i])
  })
}

/** Whether somebody’s aliases, taken for the names of others and theirs for those of others in turn, come to the entity of that id. */
function leadsTo(id: string, from: Entity, bearers: ReadonlyMap<string, Entity>, seen: Set<string>): boolean {
  if (seen.has(from.id)) return false
  seen.add(from.id)
  return from.aliases.some((alias) => {
    const bearer = bearers.get(fold(alias))
    return bearer !== undefined && bearer.id !== from.id && (bearer.id === id || leadsTo(id, bearer, bearers, seen))
  })
}

/** *Zelensk(y|iy)*, *Ortiz.\**, *^Dana*; no name has these signs. */
const REGULAR_EXPRESSION = /[\\^$|*+?{}]|\((?:\?|[^)]*\|)|\[[^\]]*-[^\]]*\]/

/** Where the parts given as verbatim stand among the words, each after the one before. */
function verbatimRanges({ id, words, kind, verbatim }: Entries['statements'][number], report: Report): Statement['verbatim'] | undefined {
  if (kind === 'mixed' && (verbatim === undefined || verbatim.length === 0))
    report(l10n.t('a mixed statement says which of its words are verbatim'), id, ['kind'])
  if (verbatim === undefined) return undefined
  if (kind !== 'mixed') {
    report(l10n.t('only a mixed statement has verbatim parts'), id, ['verbatim'])
    return undefined
  }
  const ranges: [number, number][] = []
  let at = 0
  verbatim.forEach((part, i) => {
    const start = words.indexOf(part, at)
    if (start < 0) report(l10n.t('these are not among the words, or stand before the part above'), id, ['verbatim', i])
    else {
      at = start + part.length
      ranges.push([start, at])
    }
  })
  return ranges
}
