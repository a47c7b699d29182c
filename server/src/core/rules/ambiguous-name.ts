/** A family name alone that two people of the draft share, where nothing near tells which of them is meant. */
import type { Analysis } from '../analysis/analysis.ts'
import { displayOf } from './display.ts'
import type { Told } from './findings.ts'
import { type NameHere, namesOf, placeOf, spanOf, textOf } from './names.ts'

export function* ambiguousNames(analysis: Analysis): Iterable<Told> {
  const { fullByFamily, byKey } = namesOf(analysis)
  for (const [family, fulls] of fullByFamily) {
    const alone = byKey.get(family)
    if (!alone || !fulls.some(({ key }) => key !== fulls[0]!.key)) continue
    const bearers = bearersOf(fulls)
    if (bearers.length < 2) continue
    let told = -1
    for (const name of alone) {
      const both = namedTogether(name, bearers)
      // The first is enough: whoever settles it knows of the rest.
      if (!both || told >= both.place || isUsual(alone, bearers) || isTold(analysis, name)) continue
      told = order(name)
      yield tell(analysis, name, both.names)
    }
  }
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

const order = ({ block, mention }: NameHere): number => block * 2 ** 24 + mention.span.start

/** The two whom the nearest paragraph that names either in full names both; the name stands in it or in the next. */
function namedTogether(name: NameHere, bearers: readonly (readonly NameHere[])[]): { names: readonly NameHere[]; place: number } | null {
  const last = bearers
    .map((uses) => uses.findLast((use) => order(use) < order(name)))
    .filter((use) => use !== undefined)
    .sort((a, b) => order(b) - order(a))
  const [one, other] = last
  if (!one || !other || one.block !== other.block || name.block - one.block > 1) return null
  return { names: [other, one], place: order(one) }
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
  const span = placeOf(analysis, name.block, spanOf(name))
  const [one, other] = names.map(textOf)
  return {
    block: analysis.blocks[name.block]!.block,
    span,
    message: `“${textOf(name)}” may be ${one} or ${other}: both are named just before.`,
    fixes: () => names.map((full) => ({ title: `Say “${textOf(full)}”`, edits: [{ ...span, newText: textOf(full) }], preferred: false }))
  }
}
