/** A family name alone that two people of the draft share, where nothing near tells which of them is meant. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import { displayOf } from './display.ts'
import { type NameHere, type Names, namesOf, placeOf, textOf } from './names.ts'
import type { Told } from './told.ts'

export function* ambiguousNames(analysis: Analysis): Iterable<Told> {
  for (const candidates of candidatesIn(namesOf(analysis))) {
    let told = -1
    for (const { name, both, place } of candidates) {
      // The first is enough: whoever settles it knows of the rest.
      if (told >= place || isTold(analysis, name)) continue
      told = order(name)
      yield tell(analysis, name, both)
    }
  }
}

/** A family name alone, and the two in full whom it may mean. */
interface Candidate {
  readonly name: NameHere
  readonly both: readonly NameHere[]
  /** Where the later of the two is named. */
  readonly place: number
}

const known = new WeakMap<Names, readonly (readonly Candidate[])[]>()

/** For each family name that two people share, where it may mean either. */
function candidatesIn(names: Names): readonly (readonly Candidate[])[] {
  let found = known.get(names)
  if (!found) {
    found = [...names.fullByFamily].map(([family, fulls]) => {
      const alone = names.byKey.get(family)
      if (!alone || !fulls.some(({ key }) => key !== fulls[0]!.key)) return []
      const bearers = bearersOf(fulls)
      if (bearers.length < 2 || isUsual(alone, bearers)) return []
      return alone.flatMap((name) => namedTogether(name, bearers) ?? [])
    })
    found = found.filter((candidates) => candidates.length > 0)
    known.set(names, found)
  }
  return found
}

/** Two people, each wherever they are named in full: not *Dana Ortiz* and *Dana M. Ortiz*, nor *D. Ortiz*. */
function bearersOf(fulls: readonly NameHere[]): readonly (readonly NameHere[])[] {
  const bearers: NameHere[][] = []
  for (const full of fulls) {
    if (!full.person || full.words.length > 4) continue
    const own = bearers.find(([first]) => mayBeOne(first!, full))
    if (own) own.push(full)
    else bearers.push([full])
  }
  return bearers
}

function mayBeOne(a: NameHere, b: NameHere): boolean {
  if (a.entity && b.entity) return a.entity.id === b.entity.id
  const [one, other] = [a.words[0]!.key, b.words[0]!.key]
  return one === other || one.startsWith(other.slice(0, 3)) || (Math.min(one.length, other.length) === 1 && one[0] === other[0])
}

const order = ({ block, at }: NameHere): number => block * 2 ** 20 + at

/** The two whom the nearest paragraph that names either in full names both; the name stands in it or in the next. */
function namedTogether(name: NameHere, bearers: readonly (readonly NameHere[])[]): Candidate | null {
  const last = bearers
    .map((uses) => uses.findLast((use) => order(use) < order(name)))
    .filter((use) => use !== undefined)
    .sort((a, b) => order(b) - order(a))
  const [one, other] = last
  if (!one || !other || one.block !== other.block || name.block - one.block > 1) return null
  return { name, both: [other, one], place: order(one) }
}

/** Where the draft calls one of them so before it names the other, that is whom it means. */
function isUsual(alone: readonly NameHere[], bearers: readonly (readonly NameHere[])[]): boolean {
  const met = bearers.map(([first]) => order(first!)).sort((a, b) => a - b)
  return alone.some((name) => order(name) < met[1]!)
}

/** *Mayor Ortiz*, *the Ortiz campaign*; what stands in a headline. */
function isTold(analysis: Analysis, { mention, block }: NameHere): boolean {
  return (
    mention.role !== null ||
    mention.gender !== null ||
    analysis.blocks[block]!.block.kind !== 'paragraph' ||
    displayOf(analysis, block) !== null
  )
}

function tell(analysis: Analysis, name: NameHere, names: readonly NameHere[]): Told {
  const span = placeOf(analysis, name)
  const [one = '', other = ''] = names.map(textOf)
  return {
    block: analysis.blocks[name.block]!.block,
    span,
    message: l10n.t('“{0}” may be {1} or {2}: both are named just before.', textOf(name), one, other),
    related: names.map((full) => ({
      kind: 'draft' as const,
      span: placeOf(analysis, full),
      message: l10n.t('{0} is named here.', textOf(full))
    })),
    fixes: () =>
      names.map((full) => ({ title: l10n.t('Say “{0}”', textOf(full)), edits: [{ ...span, newText: textOf(full) }], preferred: false }))
  }
}
