/** A name that is almost one which the coverage knows or the draft itself uses: *Vlodomyr Zelensky*. Never another real person's. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import { givenGender, wordId } from '../entity/lexicon.ts'
import { nameDistance } from '../entity/near-name.ts'
import { fold } from '../text/fold.ts'
import { type NameHere, type Names, type NameWord, namesOf, placeOf } from './names.ts'
import type { Told } from './told.ts'

export function* misspelledNames(analysis: Analysis): Iterable<Told> {
  for (const [name, { word, spelling, known, times }] of misspellingsIn(analysis)) {
    const at = name.words.indexOf(word)
    const span = placeOf(analysis, name, at, at + 1)
    yield {
      block: analysis.blocks[name.block]!.block,
      span,
      message: known
        ? l10n.t('The coverage spells this name “{0}”.', spelling)
        : l10n.t('The draft spells this name “{0}” in {1} other places.', spelling, times),
      fixes: () => [{ title: l10n.t('Spell it “{0}”', spelling), edits: [{ ...span, newText: spelling }], preferred: true }]
    }
  }
}

/** What was meant instead of a name. */
export interface Meant {
  readonly word: NameWord
  readonly spelling: string
  /** Whether the gazetteer has it, rather than the draft. */
  readonly known: boolean
  readonly times: number
}

const found = new WeakMap<Names, ReadonlyMap<NameHere, Meant>>()

/** Every misspelt name of the draft with what was meant. */
export function misspellingsIn(analysis: Analysis): ReadonlyMap<NameHere, Meant> {
  const names = namesOf(analysis)
  let slips = found.get(names)
  if (!slips) {
    const right = rightNames(analysis, names)
    slips = new Map(names.all.flatMap((name) => entryOf(name, right, names)))
    found.set(names, slips)
  }
  return slips
}

function entryOf(name: NameHere, right: RightNames, names: Names): [NameHere, Meant][] {
  if (name.mention.body || name.entity || name.words.length > 3) return []
  const meant = name.words.length > 1 ? fullMeant(name, right, names) : familyMeant(name, right, names)
  return meant ? [[name, meant]] : []
}

/** A spelling that is right: of the gazetteer, or used often by the draft. */
interface Right {
  readonly given: string
  readonly family: string
  readonly givenText: string
  readonly familyText: string
  readonly known: boolean
  /** How often the draft has the given name and the family name so. */
  readonly givenTimes: number
  readonly familyTimes: number
}

interface RightNames {
  readonly byGiven: ReadonlyMap<string, readonly Right[]>
  readonly byFamily: ReadonlyMap<string, readonly Right[]>
  readonly all: readonly Right[]
  /** Words that the draft goes on calling somebody by, and whether it names them in full as well. */
  readonly alone: readonly { readonly word: NameWord; readonly times: number; readonly full: boolean }[]
}

/** People with given and family name: those of the gazetteer, and those whom the draft names in full and goes on naming so. */
function rightNames({ gazetteer }: Analysis, names: Names): RightNames {
  const all: Right[] = []
  for (const { kind, given, family } of gazetteer.entities) {
    if (kind !== 'person' || !given || !family) continue
    const keys = { given: fold(given), family: fold(family) }
    all.push({ ...keys, givenText: given, familyText: family, known: true, givenTimes: 0, familyTimes: 0 })
  }
  for (const [key, uses] of names.byKey) {
    const [first] = uses as readonly [NameHere]
    if (first.words.length < 2 || first.words.length > 3 || first.mention.body || first.entity || !uses.some(({ person }) => person))
      continue
    const given = first.words[0]!
    const family = first.words.at(-1)!
    const familyTimes = uses.length + (names.byKey.get(family.key)?.length ?? 0)
    if (familyTimes < 2 || key === family.key) continue
    all.push({
      given: given.key,
      family: family.key,
      givenText: given.text,
      familyText: family.text,
      known: false,
      givenTimes: uses.length,
      familyTimes
    })
  }
  const alone = [...names.byKey.values()].flatMap((uses) => {
    const { words, mention, entity } = uses[0]!
    const word = words[0]!
    const isName = words.length === 1 && !mention.body && !entity && word.key.length >= SHORTEST_ALONE
    return isName && uses.length > 2 ? [{ word, times: uses.length, full: names.fullByFamily.has(word.key) }] : []
  })
  return { all, alone, byGiven: grouped(all, ({ given }) => given), byFamily: grouped(all, ({ family }) => family) }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** *Vlodomyr Zelensky*, *Samuel Okofar*: one of the two is right, the other near. */
function fullMeant(name: NameHere, right: RightNames, names: Names): Meant | null {
  if ((names.byKey.get(name.key)?.length ?? 0) > 1) return null
  const given = name.words[0]!
  const family = name.words.at(-1)!
  for (const one of right.byFamily.get(family.key) ?? []) {
    if (one.given === given.key || isAnotherGiven(given.key, one.given) || !isNear(given.key, one.given)) continue
    if (one.known || (one.givenTimes > 1 && isOftenMistyped(given.key, one.given)))
      return { word: given, spelling: one.givenText, known: one.known, times: one.givenTimes }
  }
  for (const one of right.byGiven.get(given.key) ?? []) {
    if (one.family === family.key || !isNear(family.key, one.family)) continue
    // Somebody who goes on being called so is another.
    if (names.byKey.has(family.key)) continue
    if (one.known || (one.familyTimes > 2 && isOftenMistyped(family.key, one.family)))
      return { word: family, spelling: one.familyText, known: one.known, times: one.familyTimes }
  }
  if (names.byKey.has(family.key) || isWord(family.key)) return null
  // *Samuel Okofar*, who is *Okafor* ever after; *Luis Otriz* beside the Ortizes.
  const after = right.alone.filter(
    ({ word, full }) =>
      isNear(family.key, word.key) && (isSwapped(family.key, word.key) || (!full && name.person && isOftenMistyped(family.key, word.key)))
  )
  return after.length === 1 ? { word: family, spelling: after[0]!.word.text, known: false, times: after[0]!.times } : null
}

/** *Okofar* alone, where the draft tells of an Okafor and nobody is an Okofar in full. */
function familyMeant(name: NameHere, right: RightNames, names: Names): Meant | null {
  const family = name.words[0]!
  if ((names.byKey.get(name.key)?.length ?? 0) > 1 || names.fullByFamily.has(family.key) || isWord(family.key)) return null
  let meant: Meant | null = null
  for (const one of right.all) {
    if (one.family === family.key || !(one.known || one.familyTimes > 2)) continue
    if (family.key.length < SHORTEST_ALONE || !isNear(family.key, one.family) || !isOftenMistyped(family.key, one.family)) continue
    if (meant && meant.spelling !== one.familyText) return null
    meant = { word: family, spelling: one.familyText, known: one.known, times: one.familyTimes }
  }
  return meant
}

const SHORTEST_ALONE = 5

const isWord = (key: string): boolean => wordId(key) !== 0 || givenGender(key) !== null

/** One slip in a name of four letters and more, two in one of eight; the first letter is seldom wrong. */
function isNear(key: string, right: string): boolean {
  if (key === right || right.length < 4 || key[0] !== right[0] || isDerived(key, right)) return false
  return nameDistance(key, right, right.length < 8 ? 1 : 2) <= 2
}

/** *Clintons*, *Trumpian*, *Russian*: made of the name, not a slip. */
const isDerived = (key: string, right: string): boolean => key.startsWith(right) || right.startsWith(key)

/** *Valentino* is not *Valentina*, and *Micah* not *Michael*. */
const isAnotherGiven = (key: string, right: string): boolean => givenGender(key) !== null || key.slice(0, -1) === right.slice(0, -1)

/** Letters swapped or confused, or one doubled: not *Kelly* for *Kerry*, who are two. */
function isOftenMistyped(key: string, right: string): boolean {
  return isSwapped(key, right) || nameDistance(key, right, right.length < 6 ? 0.5 : 1) <= 1
}

const isSwapped = (key: string, right: string): boolean => key !== right && sorted(key) === sorted(right)

const sorted = (word: string): string => [...word].sort().join('')
