/** The known entities and the quick way from words to them. */
import { fold } from '../text/fold.ts'
import type { Span } from '../text/span.ts'
import type { Entity } from './entity.ts'

/** A stretch of prose that is a name of the gazetteer; several entities where they share it. */
export interface KnownName {
  readonly span: Span<'prose'>
  readonly entities: readonly Entity[]
  /** Which of their names it is. */
  readonly form: 'full' | 'family' | 'alias'
}

export interface Gazetteer {
  /** Rises with every change of the entities; part of every memo's key that reads them. */
  readonly revision: number
  readonly entities: readonly Entity[]
  byId(id: string): Entity | undefined
  /** Every known name in the prose, longest first at each place, in order, never overlapping. */
  match(prose: string): readonly KnownName[]
}

/** The gazetteer of these entities. A name that is no word, such as an empty one, is left out. */
export function buildGazetteer(entities: readonly Entity[], revision: number): Gazetteer {
  const root = emptyNode()
  const ids = new Map<string, Entity>()
  for (const entity of entities) {
    if (ids.has(entity.id)) continue
    ids.set(entity.id, entity)
    add(root, entity.name, entity, 'full')
    if (entity.family) add(root, entity.family, entity, 'family')
    for (const alias of entity.aliases) add(root, alias, entity, 'alias')
  }
  return {
    revision,
    entities: [...ids.values()],
    byId: (id) => ids.get(id),
    match: (prose) => (ids.size === 0 ? [] : matches(root, prose))
  }
}

/** A trie over folded words. */
interface Node {
  readonly next: Map<string, Node>
  readonly names: { entity: Entity; form: KnownName['form']; words: readonly string[] }[]
}

const emptyNode = (): Node => ({ next: new Map(), names: [] })

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu

function add(root: Node, name: string, entity: Entity, form: KnownName['form']): void {
  const words = name.match(WORD) ?? []
  if (words.length === 0) return
  let node = root
  for (const word of words) {
    const key = fold(word)
    let next = node.next.get(key)
    if (!next) {
      next = emptyNode()
      node.next.set(key, next)
    }
    node = next
  }
  if (!node.names.some((other) => other.entity.id === entity.id)) node.names.push({ entity, form, words })
}

function matches(root: Node, prose: string): KnownName[] {
  const words = Array.from(prose.matchAll(WORD), (match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }))
  const found: KnownName[] = []
  for (let i = 0; i < words.length; ) {
    const longest = longestAt(root, prose, words, i)
    if (longest) found.push(longest.name)
    i = longest ? longest.next : i + 1
  }
  return found
}

interface Word extends Span<'prose'> {
  readonly text: string
}

function longestAt(root: Node, prose: string, words: readonly Word[], first: number): { name: KnownName; next: number } | null {
  let node = root
  let best: { name: KnownName; next: number } | null = null
  for (let i = first; i < words.length; i += 1) {
    const word = words[i] as Word
    if (i > first && !joins(prose.slice((words[i - 1] as Word).end, word.start), (words[i - 1] as Word).text)) break
    const possessive = /['’ʼ]s$/i.test(word.text) ? 2 : 0
    const bare = node.next.get(fold(possessive ? word.text.slice(0, -possessive) : word.text))
    const next = node.next.get(fold(word.text)) ?? (possessive ? undefined : bare)
    const last = next?.names.length ? next : bare
    const end = word.end - (last === bare && last !== next ? possessive : 0)
    const span = { start: (words[first] as Word).start, end }
    const entities = last ? namesFitting(last, words.slice(first, i + 1), prose) : []
    if (entities.length > 0) best = { name: { span, entities: entities.map(({ entity }) => entity), form: formOf(entities) }, next: i + 1 }
    if (!next) break
    node = next
  }
  return best
}

/** What may stand between two words of a name: a space, a soft break, a hyphen, the point of an initial. */
const joins = (gap: string, before: string): boolean =>
  /^(?:[ \n\u00a0]|[-‐‑]\n?)$/.test(gap) || (before.length <= 2 && /^\.[ \n]?$/.test(gap))

const formOf = (names: readonly { form: KnownName['form'] }[]): KnownName['form'] =>
  (['full', 'alias', 'family'] as const).find((form) => names.some((name) => name.form === form)) ?? 'family'

function namesFitting(node: Node, words: readonly Word[], prose: string): Node['names'] {
  return node.names.filter(
    ({ words: wanted }) =>
      wanted.every((word, i) => fits(word, (words[i] as Word).text)) && !(words.length === 1 && isEverydayWord(words[0] as Word, prose))
  )
}

/** A capital of the name is a capital in the text; a short acronym (*US*) is written out in capitals, so that *us* is none. */
function fits(wanted: string, found: string): boolean {
  if (!startsCapital(wanted)) return true
  if (wanted.length <= 3 && wanted.length > 1 && wanted === wanted.toUpperCase()) return found.startsWith(wanted)
  return startsCapital(found)
}

const startsCapital = (word: string): boolean => {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0)
  return first !== first.toLowerCase()
}

/** “Will the levy stay? May it stay”: at the start of a sentence these are words, not people. */
const EVERYDAY = new Set([
  'may',
  'will',
  'mark',
  'rose',
  'grant',
  'hope',
  'grace',
  'bill',
  'art',
  'drew',
  'chase',
  'rich',
  'case',
  'long',
  'law',
  'page',
  'post',
  'price',
  'read',
  'stone',
  'summer',
  'winter',
  'march',
  'april',
  'june',
  'august',
  'sun',
  'general'
])

const isEverydayWord = ({ text, start }: Word, prose: string): boolean =>
  EVERYDAY.has(fold(text)) && /(?:^|[.!?:…]["'”’»)]*\s+|["'“‘«„(]\s*)$/.test(prose.slice(Math.max(0, start - 6), start))
