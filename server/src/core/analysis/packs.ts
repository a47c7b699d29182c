/** Which packs know the story a draft tells. */
import type { Pack } from '../coverage/pack.ts'
import type { Entity } from '../entity/entity.ts'
import { buildGazetteer, type Gazetteer } from '../entity/gazetteer.ts'
import type { Block } from '../markdown/block.ts'
import type { Prose } from '../markdown/prose.ts'
import { fold } from '../text/fold.ts'

/** The packs at hand, with all that is needed to tell quickly which of them apply. A value; a new one for every change of the packs. */
export interface Shelf {
  readonly packs: readonly Pack[]
  readonly everybody: Gazetteer
  /** Every run of eight words in a pack's statements, and the packs it stands in. */
  readonly runs: ReadonlyMap<string, readonly string[]>
  readonly seen: WeakMap<Prose, Sighting>
  readonly gazetteers: Map<string, Gazetteer>
  readonly generation: number
}

/** What of the packs stands in one block: ids of entities, and packs whose statements it shares. */
interface Sighting {
  readonly entities: readonly string[]
  readonly sharing: readonly string[]
}

/** `generation` tells this shelf's gazetteers from those of the shelf before. */
export function shelf(packs: readonly Pack[], generation: number): Shelf {
  const runs = new Map<string, string[]>()
  for (const { id, statements } of packs) {
    for (const { words } of statements) for (const run of wordRuns(words)) runs.set(run, [...(runs.get(run) ?? []), id])
  }
  const everybody = buildGazetteer(entitiesOf(packs), generation * PACK_SETS)
  return { packs, everybody, runs, seen: new WeakMap(), gazetteers: new Map(), generation }
}

/** More sets of packs than one draft ever goes through while it is written. */
const PACK_SETS = 4096

/** The packs of which the draft names at least three entities, two of them people, or with which it shares a statement; and the house's. */
export function applyingPacks(shelf: Shelf, blocks: readonly Block[]): readonly Pack[] {
  if (shelf.packs.length === 0) return shelf.packs
  const named = new Set<string>()
  const sharing = new Set<string>()
  for (const { prose } of blocks) {
    const sighting = sightingIn(shelf, prose)
    for (const id of sighting.entities) named.add(id)
    for (const id of sighting.sharing) sharing.add(id)
  }
  return shelf.packs.filter((pack) => {
    if (pack.house === true || sharing.has(pack.id)) return true
    const entities = pack.entities.filter((entity) => named.has(entity.id))
    return entities.length >= 3 && entities.filter((entity) => entity.kind === 'person').length >= 2
  })
}

/** The gazetteer of these packs' entities; the same packs give the same object. */
export function gazetteerOf(shelf: Shelf, packs: readonly Pack[]): Gazetteer {
  const key = packs.map((pack) => pack.id).join('\n')
  let gazetteer = shelf.gazetteers.get(key)
  if (!gazetteer) {
    const revision = shelf.generation * PACK_SETS + shelf.gazetteers.size + 1
    gazetteer = buildGazetteer(entitiesOf(packs), revision)
    shelf.gazetteers.set(key, gazetteer)
  }
  return gazetteer
}

/** Of somebody whom both know, what the house says is believed, under the id by which the pack’s statements go. */
function entitiesOf(packs: readonly Pack[]): readonly Entity[] {
  const own = packs.flatMap(({ house, entities }) => (house === true ? entities : []))
  const others = packs.flatMap(({ house, entities }) => (house === true ? [] : entities))
  if (own.length === 0 || others.length === 0) return [...own, ...others]
  const byId = new Map(own.map((entity) => [entity.id, entity]))
  const byName = new Map(own.map((entity) => [nameKey(entity), entity]))
  const met = new Set<Entity>()
  const known = others.map((entity) => {
    const same = byId.get(entity.id) ?? byName.get(nameKey(entity))
    if (!same) return entity
    met.add(same)
    return same.id === entity.id ? same : { ...same, id: entity.id }
  })
  return [...known, ...own.filter((entity) => !met.has(entity))]
}

const nameKey = ({ kind, name }: Entity): string => `${kind} ${fold(name)}`

function sightingIn(shelf: Shelf, prose: Prose): Sighting {
  let sighting = shelf.seen.get(prose)
  if (!sighting) {
    const entities = new Set(
      shelf.everybody
        .match(prose.text)
        .flatMap(({ form, entities: named }) => (form === 'adjective' ? [] : named.map((entity) => entity.id)))
    )
    const runs = QUOTATION_MARK.test(prose.text) ? wordRuns(prose.text) : []
    sighting = { entities: [...entities], sharing: [...runs].flatMap((run) => shelf.runs.get(run) ?? []) }
    shelf.seen.set(prose, sighting)
  }
  return sighting
}

const QUOTATION_MARK = /["“”«„'‘]/

/** Eight words in a row are nobody's accident. */
const RUN = 8

function wordRuns(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const runs = new Set<string>()
  for (let i = 0; i + RUN <= words.length; i += 1) runs.add(words.slice(i, i + RUN).join(' '))
  return runs
}
