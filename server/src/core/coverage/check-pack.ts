/** What only all entries of a pack together show: references to nobody, names that do not fit, words that are not there. */
import type * as v from 'valibot'
import type { Entity, Role } from '../entity/entity.ts'
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
      const message = ids.indexOf(id) < i ? `“${id}” is here twice` : wrong(id)
      if (message) report(message, owner, [key, i])
      return message === null
    })
  const nobody = (id: string) => (kinds.has(id) ? null : `there is no entity “${id}” in this pack`)
  return {
    entities: entities.map((entity) => {
      checkNames(entity as Entity, report)
      return entity as Entity
    }),
    statements: statements.map(({ verbatim, ...statement }) => {
      const { id, speakers, unnamed } = statement
      if (speakers.length === 0 && unnamed === undefined) report('a statement needs speakers, or somebody unnamed', id, [])
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
          (id) => nobody(id) ?? (kinds.get(id) === 'person' ? null : `“${id}” is no person`)
        ),
        statements: among(takeaway.id, 'statements', takeaway.statements, (id) =>
          said.has(id) ? null : `there is no statement “${id}” in this pack`
        )
      })
    )
  }
}

function checkNames({ id, name, family, given, order, roles }: Entity, report: Report): void {
  if (family && !name.includes(family)) report('the family name is no part of the name', id, ['family'])
  else if (given && !name.includes(given)) report('the given name is no part of the name', id, ['given'])
  else if (family && given && order && name.indexOf(family) !== name.indexOf(given)) {
    const familyFirst = name.indexOf(family) < name.indexOf(given)
    if (familyFirst !== (order === 'family-given')) report('the name stands in the other order', id, ['order'])
  }
  roles.forEach(({ from, until }: Role, i) => {
    if (from && until && until < from.slice(0, until.length)) report('this role ended before it began', id, ['roles', i, 'until'])
  })
}

/** Where the parts given as verbatim stand among the words, each after the one before. */
function verbatimRanges({ id, words, kind, verbatim }: Entries['statements'][number], report: Report): Statement['verbatim'] | undefined {
  if (kind === 'mixed' && (verbatim === undefined || verbatim.length === 0))
    report('a mixed statement says which of its words are verbatim', id, ['kind'])
  if (verbatim === undefined) return undefined
  if (kind !== 'mixed') {
    report('only a mixed statement has verbatim parts', id, ['verbatim'])
    return undefined
  }
  const ranges: [number, number][] = []
  let at = 0
  verbatim.forEach((part, i) => {
    const start = words.indexOf(part, at)
    if (start < 0) report('these are not among the words, or stand before the part above', id, ['verbatim', i])
    else {
      at = start + part.length
      ranges.push([start, at])
    }
  })
  return ranges
}
