/** Who the names and pronouns of a draft stand for: one chain for each person or body, through all blocks. */

import type { Entity } from '../entity/entity.ts'
import type { Gazetteer, KnownName } from '../entity/gazetteer.ts'
import * as word from '../entity/lexicon.ts'
import { unbroken } from '../entity/name-words.ts'
import type { PlacedMention } from '../entity/placed-mention.ts'
import { QUOTED, SIGN, type Tokens } from '../entity/tokens.ts'
import { fold } from '../text/fold.ts'
import { firstAt } from '../text/search.ts'
import type { Span } from '../text/span.ts'
import { pronounFor } from './pronoun-bearer.ts'
import type { BlockReading } from './reading.ts'
import { roleBearer, roleBearers } from './role-bearers.ts'
import { BLOCK, type Somebody } from './somebody.ts'

/** A name as one block gives it, with what is needed to find whose it is. Made once for each reading. */
interface NameHere {
  readonly mention: PlacedMention
  readonly full: string
  readonly family: string
  /** Keys of their own, so that none is put together for every edit: the family name as a bearer’s, the entity’s id. */
  readonly bearer: string
  readonly entity: Entity | null
  readonly id: string
  /** Whether it stands behind *in*, *at*, *from* and their like. */
  readonly placed: boolean
  /** Whether they are the ones whom the sentence tells about. */
  readonly leads: boolean
}

export interface People {
  /** Everybody, in the order they are first named. */
  readonly all: readonly Somebody[]
  /** Whom the mention in that block stands for; null for a noun or pronoun that fits nobody. */
  whoIs(block: number, mention: PlacedMention): Somebody | null
  /** The same, and of *the two leaders* both. */
  whoAre(block: number, mention: PlacedMention): readonly Somebody[]
  /** What they were made of. */
  readonly readings: readonly BlockReading[]
  /** The index in `all` for each name of each block; the same object as long as every name of the draft stands for whom it stood. */
  readonly bearers: readonly (readonly number[])[]
}

const names = new WeakMap<BlockReading, readonly NameHere[]>()

/**
 * The people of the draft. One look at each name; pronouns are resolved when asked for. `last` are those of the text before: while no name
 * changes, and a keystroke seldom changes one, they are the same people, who stand elsewhere.
 */
export function peopleOf(readings: readonly BlockReading[], gazetteer: Gazetteer, last: People | null = null): People {
  return (last && moved(last, readings, gazetteer)) ?? met(readings, gazetteer)
}

function met(readings: readonly BlockReading[], gazetteer: Gazetteer): People {
  const all: Somebody[] = []
  const places = new Map<Somebody, number>()
  const byKey = new Map<string, Somebody>()
  const bearers = readings.map((reading, block) =>
    namesIn(reading).map((here) => {
      let somebody = find(here, byKey)
      if (!somebody) {
        somebody = meet(here, byKey)
        places.set(somebody, all.length)
        all.push(somebody)
      }
      learn(somebody, here, byKey)
      if (here.placed) somebody.placed += 1
      somebody.seen.push(block * BLOCK + here.mention.span.start)
      if (here.leads) somebody.led.push(block * BLOCK + here.mention.span.start)
      return places.get(somebody)!
    })
  )
  return people(all, readings, bearers, gazetteer)
}

/** The same people where a few blocks changed and none of their names; null where that is not so. */
function moved(last: People, readings: readonly BlockReading[], gazetteer: Gazetteer): People | null {
  if (last.readings.length !== readings.length) return null
  const changed = readings.flatMap((reading, block) => (reading === last.readings[block] ? [] : [block]))
  if (changed.length > MOST_CHANGED) return null
  const all = [...last.all]
  for (const block of changed) {
    const before = namesIn(last.readings[block]!)
    const here = namesIn(readings[block]!)
    if (before.length !== here.length || !before.every((name, i) => isSameName(name, here[i]!))) return null
    const own = last.bearers[block]!
    for (const bearer of new Set(own)) {
      const somebody = all[bearer]!
      const starts = (wanted: (name: NameHere) => boolean) =>
        here.flatMap((name, i) => (own[i] === bearer && wanted(name) ? [block * BLOCK + name.mention.span.start] : []))
      all[bearer] = {
        ...somebody,
        seen: spliced(
          somebody.seen,
          block,
          starts(() => true)
        ),
        led: spliced(
          somebody.led,
          block,
          starts(({ leads }) => leads)
        )
      }
    }
  }
  return people(all, readings, last.bearers, gazetteer)
}

/** Whoever has more changed at once may as well meet everybody anew. */
const MOST_CHANGED = 4

function isSameName(a: NameHere, b: NameHere): boolean {
  const [one, other] = [a.mention, b.mention]
  return (
    one.head === other.head &&
    one.gender === other.gender &&
    one.role === other.role &&
    one.body === other.body &&
    a.entity === b.entity &&
    a.placed === b.placed &&
    a.leads === b.leads
  )
}

/** The places with those of the block replaced. */
function spliced(places: readonly number[], block: number, here: readonly number[]): number[] {
  const from = firstAt(places, (place) => place, block * BLOCK)
  const to = firstAt(places, (place) => place, (block + 1) * BLOCK)
  return [...places.slice(0, from), ...here, ...places.slice(to)]
}

const people = (
  all: readonly Somebody[],
  readings: readonly BlockReading[],
  bearers: readonly (readonly number[])[],
  gazetteer: Gazetteer
): People => ({
  all,
  readings,
  bearers,
  whoIs: (block, mention) => {
    const reading = readings[block]
    if (mention.kind === 'name') {
      const here = reading ? namesIn(reading) : []
      let at = firstAt(here, (name) => name.mention.span.start, mention.span.start)
      while (at < here.length && here[at]!.mention !== mention && here[at]!.mention.span.start === mention.span.start) at += 1
      return here[at]?.mention === mention ? (all[bearers[block]![at]!] ?? null) : null
    }
    const place = block * BLOCK + mention.span.start
    if (mention.kind === 'pronoun') return pronounFor(mention, place, all)
    return reading ? roleBearer({ mention, reading, place }, all, gazetteer) : null
  },
  whoAre(block, mention) {
    const reading = readings[block]
    if (reading && mention.kind === 'nominal' && mention.number === 'many')
      return roleBearers({ mention, reading, place: block * BLOCK + mention.span.start }, all, gazetteer)
    return [this.whoIs(block, mention) ?? []].flat()
  }
})

/** What a place in a block begins with: more than a block has offsets. */
function namesIn(reading: BlockReading): readonly NameHere[] {
  let found = names.get(reading)
  if (!found) {
    const list: NameHere[] = []
    for (const { tokens, mentions, quoted } of reading.paragraphs) {
      // A sentence tells about one: in *Ortiz, the mayor, praised Brandt* that is Ortiz.
      let told = -1
      for (const mention of mentions) {
        if (mention.kind !== 'name') continue
        const sentence = tokens.sentence[mention.first]!
        const leads = sentence !== told && leadsSentence(tokens, mention)
        if (leads) told = sentence
        list.push(nameHere(mention, reading.known, standsAsPlace(tokens, mention.from), leads))
      }
      for (const { words } of quoted)
        for (const mention of words.mentions) if (mention.kind === 'name') list.push(nameHere(mention, reading.known, false, false))
    }
    found = list.sort((a, b) => a.mention.span.start - b.mention.span.start)
    names.set(reading, found)
  }
  return found
}

function standsAsPlace(tokens: Tokens, first: number): boolean {
  if (first === 0) return false
  return /^(?:in|at|from|near|across|throughout|outside|inside|into|around|toward|towards|through)$/i.test(
    tokens.text.slice(tokens.start[first - 1]!, tokens.end[first - 1]!)
  )
}

/** *Ortiz praised Brandt*, *As Ortiz left*, *…, said Ortiz*: whom the sentence tells about, rather than the others in it. */
function leadsSentence(tokens: Tokens, { from, last, possessive }: PlacedMention): boolean {
  if (possessive) return false
  // *The decline of the West is …* tells about no West.
  const before = (tokens.flags[from - 1] ?? 0) & word.DETERMINER ? from - 2 : from - 1
  const opens = (i: number) => i < 0 || tokens.sentence[i] !== tokens.sentence[from]
  if (opens(before)) return true
  const flags = tokens.flags[before]!
  if (opens(before - 1) && flags & (word.CONJUNCTION | word.RELATIVE | word.PREPOSITION))
    return !/^(?:in|at|for|to|from|with|by|on|of)$/i.test(tokens.text.slice(tokens.start[before]!, tokens.end[before]!))
  if (flags & word.PREPOSITION) return false
  const inverted = flags & word.CUE && (opens(before - 1) || tokens.shape[before - 1] === SIGN || tokens.shape[before - 1] === QUOTED)
  return !!inverted || ((tokens.flags[last + 1] ?? 0) & (word.CUE | word.AUXILIARY)) !== 0
}

function nameHere(mention: PlacedMention, known: readonly KnownName[], placed: boolean, leads: boolean): NameHere {
  const inside = known.length === 0 ? known : known.filter(({ span, form }) => form !== 'adjective' && isNameOf(span, mention.span))
  // *Vladimir Putin of Russia* is Putin.
  const [first] = inside
  const entities = (first?.entities.every(({ kind }) => kind === 'person') ? first : inside.at(-1))?.entities ?? []
  const entity = entities.length === 1 ? entities[0]! : null
  return { mention, ...keysOf(mention.head), entity, id: entity ? `#${entity.id}` : '', placed, leads }
}

/** A part of it, a possessive more, or an article more: *the Kremlin*. */
const isNameOf = (name: Span<'prose'>, mention: Span<'prose'>): boolean =>
  name.end <= mention.end + 2 && (name.start >= mention.start || (name.end >= mention.end && mention.start - name.start <= 4))

interface NameKeys {
  readonly full: string
  readonly family: string
  readonly bearer: string
}

const keys = new Map<string, NameKeys>()

/** The same few names come again and again, in one draft and in the next. */
function keysOf(head: string): NameKeys {
  let found = keys.get(head)
  if (!found) {
    const full = fold(unbroken(head)).replace(/\s+/g, ' ')
    const family = full.split(' ').findLast((part) => !/^(?:jr|sr|ii|iii|iv)\.?,?$/.test(part)) ?? full
    found = { full, family, bearer: `~${family}` }
    if (keys.size >= MOST_NAMES) keys.clear()
    keys.set(head, found)
  }
  return found
}

const MOST_NAMES = 20_000

function find({ entity, id, full, family, bearer: key, mention }: NameHere, byKey: ReadonlyMap<string, Somebody>): Somebody | undefined {
  if (entity) return byKey.get(id)
  const whole = byKey.get(full)
  if (whole || mention.body) return whole
  const alone = full === family
  // “Xi” after “Xi Jinping”: where no family name is known, the first of two names may be it.
  const bearer = byKey.get(alone ? family : key) ?? (alone ? byKey.get(`^${full}`) : undefined)
  if (!bearer || alone) return bearer
  // “Dana Ortiz” after “Ortiz” is the same; after “Luis Ortiz” another.
  const known = fold(bearer.name)
  return known === family || sameGiven(known, full) ? bearer : undefined
}

/** *Dana M. Ortiz* and *Dana Ortiz*. */
const sameGiven = (a: string, b: string): boolean => a.split(' ', 1)[0] === b.split(' ', 1)[0]

function meet({ mention, entity, id }: NameHere, byKey: Map<string, Somebody>): Somebody {
  const somebody: Somebody = {
    entity,
    name: entity?.name ?? unbroken(mention.head),
    kind: entity?.kind ?? (mention.body ? 'body' : null),
    gender: entity ? genderOf(entity) : mention.gender,
    role: mention.role,
    held: new Set([...(entity?.roles.map(({ title }) => title) ?? []), mention.role ?? ''].flatMap(wordsOfRole)),
    placed: 0,
    seen: [],
    led: []
  }
  if (entity) byKey.set(id, somebody)
  return somebody
}

function genderOf({ kind, pronouns }: Entity): Somebody['gender'] {
  if (kind !== 'person') return 'it'
  const said = pronouns[0]
  return said === 'he' || said === 'she' || said === 'they' ? said : null
}

function learn(somebody: Somebody, { full, family, bearer, mention }: NameHere, byKey: Map<string, Somebody>): void {
  if (!somebody.entity && mention.head.length > somebody.name.length) somebody.name = unbroken(mention.head)
  somebody.gender ??= mention.gender
  if (somebody.role === null && mention.role !== null) {
    somebody.role = mention.role
    for (const held of wordsOfRole(mention.role)) somebody.held.add(held)
  }
  if (byKey.get(full) !== somebody) byKey.set(full, somebody)
  if (mention.body || somebody.kind === 'body' || byKey.get(bearer) === somebody) return
  byKey.set(family, somebody)
  byKey.set(bearer, somebody)
  const space = full.indexOf(' ')
  if (space > 0) byKey.set(`^${full.slice(0, space)}`, somebody)
}

const wordsOfRole = (role: string): readonly string[] => role.toLowerCase().match(/[\p{L}-]+/gu) ?? []
