/** The known entities and the quick way from words to them. */
import { fold } from '../text/fold.ts'
import type { Span } from '../text/span.ts'
import type { Entity } from './entity.ts'
import { unbroken, wordEnd, wordStart } from './name-words.ts'

/** A stretch of prose that is a name of the gazetteer; several entities where they share it. */
export interface KnownName {
  readonly span: Span<'prose'>
  readonly entities: readonly Entity[]
  /** Which of their names it is. */
  readonly form: 'full' | 'family' | 'alias' | 'adjective'
}

export interface Gazetteer {
  /** Rises with every change of the entities; part of every memo's key that reads them. */
  readonly revision: number
  readonly entities: readonly Entity[]
  byId(id: string): Entity | undefined
  /** Every known name in the prose, longest first at each place, in order, never overlapping. */
  match(prose: string): readonly KnownName[]
}

/** The gazetteer of these entities. Of two with one id the first stands; a name without a letter or digit is left out. */
export function buildGazetteer(entities: readonly Entity[], revision: number): Gazetteer {
  const trie: Trie = { root: { next: new Map(), names: [] }, first: new Uint8Array(128) }
  const ids = new Map<string, Entity>()
  for (const entity of entities) {
    if (ids.has(entity.id)) continue
    ids.set(entity.id, entity)
    add(trie, entity.name, entity, 'full')
    if (entity.family) add(trie, entity.family, entity, 'family')
    for (const alias of entity.aliases) add(trie, alias, entity, 'alias')
    for (const adjective of entity.adjectives ?? []) add(trie, adjective, entity, 'adjective')
  }
  return {
    revision,
    entities: [...ids.values()],
    byId: (id) => ids.get(id),
    match: (prose) => (ids.size === 0 ? [] : matches(trie, prose))
  }
}

interface Name {
  readonly entity: Entity
  readonly form: KnownName['form']
  /** As it is written in the pack. */
  readonly text: string
  /** Its words, found when a text first has the first of them. */
  words: readonly string[] | null
}

/** The names that begin with the words on the way here: spread out over `next` when a text first comes this far. */
interface Node {
  next: Map<string, Node> | null
  /** Those that end here; until the node is spread out, also those that go on. */
  names: Name[]
}

/**
 * A trie over folded words, with the ASCII characters that a name may begin with: most words of a text are passed over by it. Of ten thousand
 * entities a draft names a few dozen, so that beyond the first word nothing is built before it is needed.
 */
interface Trie {
  readonly root: Node & { readonly next: Map<string, Node> }
  readonly first: Uint8Array
}

interface Word {
  readonly text: string
  readonly key: string
  readonly start: number
  readonly end: number
}

function add({ root, first }: Trie, text: string, entity: Entity, form: KnownName['form']): void {
  const start = wordStart(text, 0)
  if (start >= text.length) return
  const word = text.slice(start, wordEnd(text, start))
  const key = fold(word)
  const node = root.next.get(key)
  const name: Name = { entity, form, text, words: null }
  if (node) node.names.push(name)
  else root.next.set(key, { next: null, names: [name] })
  const letter = key[0] ?? ''
  if (!node || !startsCapital(word)) allow(first, startsCapital(word) ? letter.toUpperCase() : letter + letter.toUpperCase())
}

function allow(first: Uint8Array, letters: string): void {
  for (let i = 0; i < letters.length; i += 1) if (letters.charCodeAt(i) < 128) first[letters.charCodeAt(i)] = 1
}

/** Leaves at the node the names that end after `depth` words, each entity once, and puts the others where their next word leads. */
function spread(node: Node, depth: number): Map<string, Node> {
  const next = new Map<string, Node>()
  const here: Name[] = []
  for (const name of node.names) {
    name.words ??= wordsOf(name.text)
    const word = name.words[depth]
    if (word === undefined) {
      if (!here.some(({ entity }) => entity.id === name.entity.id)) here.push(name)
      continue
    }
    const key = fold(word)
    const there = next.get(key)
    if (there) there.names.push(name)
    else next.set(key, { next: null, names: [name] })
  }
  node.names = here
  node.next = next
  return next
}

function wordsOf(name: string): string[] {
  const words: string[] = []
  for (let start = wordStart(name, 0); start < name.length; ) {
    const end = wordEnd(name, start)
    words.push(name.slice(start, end))
    start = wordStart(name, end)
  }
  return words
}

function matches({ root, first }: Trie, prose: string): KnownName[] {
  const found: KnownName[] = []
  for (let start = wordStart(prose, 0); start < prose.length; ) {
    const end = wordEnd(prose, start)
    const code = prose.charCodeAt(start)
    const name = code >= 128 || first[code] === 1 ? longestAt(root, prose, start, end) : null
    if (name) found.push(name)
    // “Ortiz’s levy”: the possessive behind a name is passed over with it, being no word of its own.
    start = wordStart(prose, name ? Math.max(name.span.end, wordEnd(prose, name.span.end - 1)) : end)
  }
  return found
}

function longestAt(root: Trie['root'], prose: string, start: number, end: number): KnownName | null {
  const text = prose.slice(start, end)
  const first = { text, key: fold(unbroken(text)), start, end }
  // Most words begin no name, and cost no more than being looked up.
  if (!root.next.has(first.key) && !(isPossessive(first) && root.next.has(first.key.slice(0, -2)))) return null
  const words: Word[] = []
  let best: KnownName | null = null
  let node: Node | undefined = root
  for (let word: Word | null = first; word && node; word = wordAfter(prose, word)) {
    const next: Map<string, Node> = node.next ?? spread(node, words.length)
    words.push(word)
    best =
      nameAt(next.get(word.key), words, prose, 0) ??
      (isPossessive(word) ? nameAt(next.get(word.key.slice(0, -2)), words, prose, 2) : null) ??
      best
    node = next.get(word.key)
  }
  return best
}

const isPossessive = ({ text }: Word): boolean => {
  const { length } = text
  return length > 2 && /^['’ʼ]s$/i.test(text.slice(-2))
}

/** The name that ends with the last of the words, less the units of a possessive. */
function nameAt(node: Node | undefined, words: readonly Word[], prose: string, possessive: number): KnownName | null {
  if (!node) return null
  if (!node.next) spread(node, words.length)
  if (node.names.length === 0) return null
  const names = node.names.filter((name) => name.words!.every((wanted, i) => fits(wanted, words[i] as Word)))
  const [first] = words as readonly [Word]
  if (names.length === 0 || (words.length === 1 && isEverydayWord(first, prose))) return null
  const span = { start: first.start, end: (words.at(-1) as Word).end - possessive }
  return { span, entities: names.map(({ entity }) => entity), form: formOf(names) }
}

/** The next word, where it may belong to the same name: after a space, a soft break, a hyphen, the point of an initial. */
function wordAfter(prose: string, { end, text }: Word): Word | null {
  const start = wordStart(prose, end)
  if (start >= prose.length || start - end > 2 || start === end) return null
  const gap = prose.slice(end, start)
  if (!/^(?:[ \n\u00a0]|[-‐‑]\n?)$/.test(gap) && !(text.length <= 2 && /^\.[ \n]?$/.test(gap))) return null
  const nextEnd = wordEnd(prose, start)
  const next = prose.slice(start, nextEnd)
  return { text: next, key: fold(unbroken(next)), start, end: nextEnd }
}

const formOf = (names: readonly Name[]): KnownName['form'] =>
  (['full', 'alias', 'family', 'adjective'] as const).find((form) => names.some((name) => name.form === form)) ?? 'family'

/** A capital of the name is a capital in the text, and an acronym is written out in capitals: “tell us” does not name the US. */
function fits(wanted: string, { text }: Word): boolean {
  if (!startsCapital(wanted)) return true
  if (wanted.length > 1 && wanted === wanted.toUpperCase()) return text.startsWith(wanted)
  return startsCapital(text)
}

function startsCapital(word: string): boolean {
  const code = word.charCodeAt(0)
  if (code < 128) return code >= 65 && code <= 90
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0)
  return first !== first.toLowerCase()
}

/** Names that are also words: at the start of a sentence they are taken for words. “Will the levy stay? May it stay!” */
const everyday = new Set(
  (
    'may will mark rose grant hope grace bill art drew chase rich case long law page post price read stone summer winter ' +
    'march april june august sun general'
  ).split(' ')
)

/** Whether a name is also such a word: *May*, *Will*. */
export const isEverydayName = (name: string): boolean => everyday.has(fold(name))

const months = new Set(['march', 'april', 'may', 'june', 'august'])

function isEverydayWord({ text, start, end }: Word, prose: string): boolean {
  const word = fold(text)
  if (!everyday.has(word)) return false
  const before = prose.slice(Math.max(0, start - 8), start)
  // “Mr. May” does not begin a sentence at May.
  if (/\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Prof|Col|Rev)\.\s$/.test(before)) return false
  if (/(?:^|[.!?:…]["'”’»)]*\s+|["'“‘«„(]\s*)$/.test(before)) return true
  // “in May”, “5 May”, “May 5”: a date names nobody.
  return (
    months.has(word) &&
    (/(?:\b(?:in|since|until|last|next|early|late|mid)[\s-]|\d\s)$/i.test(before) || /^\s\d/.test(prose.slice(end, end + 2)))
  )
}
