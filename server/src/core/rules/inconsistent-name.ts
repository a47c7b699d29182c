/** One name in two spellings: *Kyiv* and *Kiev* in one draft, or in another than the house’s. Never inside marks, nor where it is part of another name: *Dynamo Kiev*. */
import * as l10n from '@vscode/l10n'
import data from '../../../data/name-spellings.json'
import type { Analysis } from '../analysis/analysis.ts'
import type { House } from '../analysis/house.ts'
import { wordId } from '../entity/lexicon.ts'
import { transliterationKey } from '../entity/near-name.ts'
import { fold } from '../text/fold.ts'
import type { Edit, Fix, Related } from './finding.ts'
import { misspellingsIn } from './misspelled-name.ts'
import { isOthers, type NameHere, type Names, namesOf, placeOf, textOf } from './names.ts'
import type { Told } from './told.ts'

export function* inconsistentNames(analysis: Analysis): Iterable<Told> {
  for (const group of spelledTwice(analysis)) {
    const wanted = preferred(group, analysis)
    const wrong = group.uses.filter(({ spelling }) => !isSame(spelling, wanted.spelling))
    const edits = wrong.map((use) => edit(analysis, use, wanted.spelling))
    const other = group.uses.find(({ spelling }) => isSame(spelling, wanted.spelling))
    const related = other && [spelledAs(analysis, other)]
    for (const [i, use] of wrong.entries()) {
      yield {
        block: analysis.blocks[use.name.block]!.block,
        span: placeOf(analysis, use.name, use.from, use.to),
        message: told(wanted, use.spelling),
        ...(related && { related }),
        fixes: () => fixes(edits, i, wanted)
      }
    }
  }
}

const spelledAs = (analysis: Analysis, { name, spelling, from, to }: Use): Related => ({
  kind: 'draft',
  span: placeOf(analysis, name, from, to),
  message: l10n.t('Here it is “{0}”.', spelling)
})

/** A spelling where it stands: a whole name, or the family name in one. */
interface Use {
  readonly name: NameHere
  readonly spelling: string
  /** Which of its words. */
  readonly from: number
  readonly to: number
}

interface Group {
  readonly uses: readonly Use[]
  /** The spelling that the project file wants. */
  readonly settled: string | null
}

type Spellings = House['spellings']

const known = new WeakMap<Names, { readonly spellings: Spellings; readonly groups: readonly Group[] }>()

/** The names that the draft spells in more than one way, or not as the project file wants, each with all its uses. */
function spelledTwice(analysis: Analysis): readonly Group[] {
  const names = namesOf(analysis)
  const { spellings } = analysis.house
  const before = known.get(names)
  if (before?.spellings === spellings) return before.groups
  const groups = grouped(analysis, names).filter(
    ({ uses, settled }) => uses.some(({ spelling }) => !isSame(spelling, settled ?? uses[0]!.spelling)) && !tellsOfTheNames(uses)
  )
  known.set(names, { spellings, groups })
  return groups
}

function grouped(analysis: Analysis, names: Names): readonly Group[] {
  const groups = new Map<string, Use[]>()
  const slips = misspellingsIn(analysis)
  const families = namesakes(names)
  const { spellings } = analysis.house
  const settled = new Map([...spellings, ...[...spellings.values()].map((spelling) => [fold(spelling), spelling] as const)])
  for (const name of names.all) {
    if (name.emphasised || slips.has(name) || isOthers(analysis.blocks[name.block]!.block)) continue
    for (const { key, ...use } of settledIn(name, settled) ?? spellingsOf(name, families)) {
      const uses = groups.get(key)
      if (uses) uses.push(use)
      else groups.set(key, [use])
    }
  }
  return [...groups].map(([key, uses]) => ({ uses, settled: key.startsWith('!') ? key.slice(1) : null }))
}

/** The name as the project file speaks of it: as a whole, or a person’s last word. Not *Dynamo Kiev*, which is another name. */
function settledIn(name: NameHere, settled: Spellings): readonly (Use & { readonly key: string })[] | null {
  const { key, family, words, person } = name
  const whole = settled.get(key)
  if (whole) return [{ name, spelling: textOf(name), from: 0, to: words.length, key: `!${whole}` }]
  const last = person ? settled.get(family) : undefined
  return last ? [{ name, spelling: words.at(-1)!.text, from: words.length - 1, to: words.length, key: `!${last}` }] : null
}

/** Headlines in capitals, straight and curly apostrophes are no spellings of their own. */
const isSame = (a: string, b: string): boolean => a === b || plainly(a) === plainly(b)

const plainly = (spelling: string): string => spelling.toLowerCase().replace(/[’ʼ]/g, "'")

/** What of the name may be spelt in another way, and by what key that other way is known. */
function spellingsOf(name: NameHere, families: ReadonlyMap<string, string>): readonly (Use & { readonly key: string })[] {
  const { entity, words } = name
  const whole = { name, spelling: textOf(name), from: 0, to: words.length }
  const part = (at: number) => ({ name, spelling: words[at]!.text, from: at, to: at + 1 })
  if (words.every(({ text }) => text === text.toUpperCase())) return []
  if (entity && entity.kind !== 'person') {
    const same = transliterationKey(name.key) === transliterationKey(entity.name) && words.length === wordCount(entity.name)
    return listed.has(name.key) ? [{ ...whole, key: listed.get(name.key)! }] : same ? [{ ...whole, key: `#${entity.id}` }] : []
  }
  if (entity?.family) {
    const wanted = transliterationKey(entity.family)
    return words.flatMap(({ text }, at) => (transliterationKey(text) === wanted ? [{ ...part(at), key: `#${entity.id}` }] : []))
  }
  const place = listed.get(name.key)
  if (place) return [{ ...whole, key: place }]
  const shared = words.findIndex(({ key }) => families.has(key))
  const at = shared < 0 ? words.length - 1 : shared
  return [{ ...part(at), key: families.get(words[at]!.key) ?? `~${words[at]!.key}` }]
}

const listed = new Map(data.same.flatMap((names, i) => names.map((name) => [fold(name), `${i}`] as const)))

const wordCount = (name: string): number => name.split(/\s+/).length

/**
 * Family names that are one, by the key they share: where one given name goes with both, *Irina Petrenko* is *Irina Petrenco*. Two whom the draft
 * tells apart by their given names are two.
 */
function namesakes(names: Names): ReadonlyMap<string, string> {
  const byBoth = new Map<string, Set<string>>()
  for (const [first] of names.byKey.values()) {
    const { words, mention, entity, family, person } = first!
    const given = words[0]!.key
    if (COMPASS.test(given) || words.length < 2 || mention.body || entity || !(person || wordId(given) === 0) || family.length < SHORTEST)
      continue
    const key = `${given} ${transliterationKey(family)}`
    byBoth.set(key, (byBoth.get(key) ?? new Set()).add(family))
  }
  const found = new Map<string, string>()
  for (const [key, families] of byBoth) if (families.size > 1) for (const family of families) found.set(family, `=${key}`)
  return found
}

/** *East Germany* is no *East German*. */
const COMPASS = /^(?:north|south|east|west|central|new|old|great|upper|lower|san|saint)/

/** Shorter names are near each other by chance. */
const SHORTEST = 5

/** *Kyiv, which Russians call Kiev*: where both stand in one sentence, the draft speaks of the names. */
function tellsOfTheNames(uses: readonly Use[]): boolean {
  const spelledIn = new Map<string, string>()
  return uses.some(({ name, spelling }) => {
    const place = `${name.block} ${name.sentence}`
    const other = spelledIn.get(place)
    spelledIn.set(place, spelling)
    return name.spokenOf || (other !== undefined && !isSame(other, spelling))
  })
}

interface Preferred {
  readonly spelling: string
  /** `settled` by the project file, else by a pack of the house, or by what the draft does. */
  readonly by: 'settled' | 'house' | 'most' | 'first'
}

/** The project file's spelling, else that of the house's packs, else that of most places, else the first. Another pack's is no house's. */
function preferred({ uses, settled }: Group, { packs }: Analysis): Preferred {
  if (settled !== null) return { spelling: settled, by: 'settled' }
  const count = new Map<string, number>()
  for (const { spelling } of uses) count.set(spelling, (count.get(spelling) ?? 0) + 1)
  const house = packs.filter((pack) => pack.house === true).flatMap(({ entities }) => entities)
  const own = [...count.keys()].find((spelling) => house.some(({ name, family }) => name === spelling || family === spelling))
  if (own) return { spelling: own, by: 'house' }
  const most = Math.max(...count.values())
  const [first, second] = [...count].filter(([, times]) => times === most).map(([spelling]) => spelling)
  return { spelling: first!, by: second ? 'first' : 'most' }
}

function told({ spelling, by }: Preferred, here: string): string {
  if (by === 'settled' || by === 'house') return l10n.t('The house spells this name “{0}”; here it is “{1}”.', spelling, here)
  return by === 'most'
    ? l10n.t('The draft mostly spells this name “{0}”; here it is “{1}”.', spelling, here)
    : l10n.t('The draft first spells this name “{0}”; here it is “{1}”.', spelling, here)
}

const edit = (analysis: Analysis, { name, from, to }: Use, newText: string): Edit => ({ ...placeOf(analysis, name, from, to), newText })

function fixes(edits: readonly Edit[], i: number, { spelling, by }: Preferred): Fix[] {
  // What somebody settled is right without being asked.
  const here: Fix = { title: l10n.t('Spell it “{0}”', spelling), edits: [edits[i]!], preferred: true, safe: by === 'settled' }
  return edits.length === 1
    ? [here]
    : [
        here,
        {
          title: l10n.t('Spell it “{0}” in all {1} places', spelling, edits.length),
          edits: [...edits].sort((a, b) => a.start - b.start),
          preferred: false
        }
      ]
}
