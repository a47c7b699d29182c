/** The names in a draft's own text, outside marks: what the rules about names look at. */
import type { Analysis } from '../analysis/analysis.ts'
import type { BlockReading } from '../attribution/reading.ts'
import type { Entity } from '../entity/entity.ts'
import type { Gazetteer } from '../entity/gazetteer.ts'
import * as word from '../entity/lexicon.ts'
import { unbroken } from '../entity/name-words.ts'
import type { PlacedMention } from '../entity/placed-mention.ts'
import type { Block } from '../markdown/block.ts'
import { fold } from '../text/fold.ts'
import { toDraft } from '../text/offset-map.ts'
import { firstAt } from '../text/search.ts'
import { holds, type Span } from '../text/span.ts'

/** One word of a name, folded for comparing. */
export interface NameWord {
  readonly text: string
  readonly key: string
  readonly span: Span<'prose'>
}

/** A name as one block gives it. */
export interface Name {
  readonly mention: PlacedMention
  /** Without titles before it and *Jr.* behind it. */
  readonly words: readonly NameWord[]
  /** The folded words with a space between them. */
  readonly key: string
  /** The last word's key, which is mostly the family name's. */
  readonly family: string
  /** Whether the words show a person: a given name, a title, an initial. */
  readonly person: boolean
  /** Of the gazetteer, where the name, less its title, is one of theirs and nobody else's. */
  readonly entity: Entity | null
  /** Index of the sentence in its block. */
  readonly sentence: number
  /** Whether it is set in italics, as titles of works are. */
  readonly emphasised: boolean
  /** Whether words such as *known as* stand in front. */
  readonly spokenOf: boolean
}

/** A name of a draft. Its offsets are those of the text in which it was first met: `placeOf` and `spanOf` know where it stands now. */
export interface NameHere extends Name {
  /** Index of the block. */
  readonly block: number
  /** Index among the names of the block. */
  readonly at: number
}

/** All names of a draft, in order, and the quick way to those of one key. */
export interface Names {
  readonly all: readonly NameHere[]
  /** By the folded words of the whole name. */
  readonly byKey: ReadonlyMap<string, readonly NameHere[]>
  /** Names of two words and more, by the last. */
  readonly fullByFamily: ReadonlyMap<string, readonly NameHere[]>
}

const known = new WeakMap<Analysis, Names>()

/** The drafts' names as they were last, by who was known then; dropping it costs time and changes nothing. */
const recent = new WeakMap<Gazetteer, Map<string, Names>>()
const MOST_RECENT = 16

/** Linear in the number of names. While no name changes, and a keystroke seldom changes one, it is the same object, which keys memos. */
export function namesOf(analysis: Analysis): Names {
  let names = known.get(analysis)
  if (!names) {
    const { gazetteer, blocks } = analysis
    const last = recent.get(gazetteer) ?? new Map<string, Names>()
    const key = blocks.map(({ block, reading }) => `${isOthers(block) ? '>' : ''}${signature(reading)}`).join('\n')
    names = last.get(key) ?? gather(analysis)
    last.delete(key)
    last.set(key, names)
    if (last.size > MOST_RECENT) last.delete(last.keys().next().value!)
    recent.set(gazetteer, last)
    known.set(analysis, names)
  }
  return names
}

/** Some of the name's words as a stretch of the draft, all of them where nothing else is said. */
export function placeOf(analysis: Analysis, name: NameHere, from = 0, to = name.words.length): Span {
  const { prose, start } = analysis.blocks[name.block]!.block
  const { words } = asItStands(analysis, name)
  return toDraft(prose.map, { start: words[from]!.span.start, end: words[to - 1]!.span.end }, start)
}

/** From its first word to its last, where it stands now. */
export function spanOf(analysis: Analysis, name: NameHere): Span<'prose'> {
  const { words } = asItStands(analysis, name)
  return { start: words[0]!.span.start, end: words.at(-1)!.span.end }
}

/** The name with the offsets and the mention of the draft's present text. */
export const asItStands = ({ blocks }: Analysis, { block, at }: NameHere): Name => namesIn(blocks[block]!.reading)[at]!

/** What others wrote. */
export const isOthers = ({ containers }: Block): boolean => containers.some(({ kind }) => kind === 'block-quote')

/** Whether the one name stands before the other. */
export const isBefore = (a: NameHere, b: NameHere): boolean => a.block < b.block || (a.block === b.block && a.at < b.at)

/** As a reader sees it. */
export const textOf = ({ words }: Name): string => words.map(({ text }) => unbroken(text)).join(' ')

function gather({ blocks }: Analysis): Names {
  const all: NameHere[] = []
  const byKey = new Map<string, NameHere[]>()
  const fullByFamily = new Map<string, NameHere[]>()
  blocks.forEach(({ reading }, block) => {
    for (const [at, name] of namesIn(reading).entries()) {
      const here = { ...name, block, at }
      all.push(here)
      add(byKey, name.key, here)
      if (name.words.length > 1) add(fullByFamily, name.family, here)
    }
  })
  return { all, byKey, fullByFamily }
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const read = new WeakMap<BlockReading, readonly Name[]>()

/** The names in the block, outside marks, in order. */
function namesIn(reading: BlockReading): readonly Name[] {
  let found = read.get(reading)
  if (!found) {
    found = reading.paragraphs
      .flatMap(({ mentions }) => mentions.flatMap((mention) => (mention.kind === 'name' ? (nameOf(mention, reading) ?? []) : [])))
      .sort((a, b) => a.mention.span.start - b.mention.span.start)
    read.set(reading, found)
  }
  return found
}

const signatures = new WeakMap<BlockReading, string>()

/** Everything about the block's names that tells anything, without their places. */
function signature(reading: BlockReading): string {
  let text = signatures.get(reading)
  if (text === undefined) {
    text = namesIn(reading)
      .map((name) => {
        const { body, role, gender, possessive } = name.mention
        const facts = [name.person, name.entity?.id, name.sentence, name.emphasised, name.spokenOf, body, role, gender, possessive]
        return `${textOf(name)}|${facts.join('|')}`
      })
      .join('\t')
    signatures.set(reading, text)
  }
  return text
}

function nameOf(mention: PlacedMention, reading: BlockReading): Name | null {
  const start = mention.span.end - mention.head.length
  const words = wordsIn(mention.head, start)
  if (words.length === 0) return null
  const span = { start: words[0]!.span.start, end: words.at(-1)!.span.end }
  // *President Xi* may be an alias as a whole.
  const same = reading.known.filter(
    (name) =>
      name.form !== 'adjective' && name.span.end === span.end && name.span.start <= span.start && name.span.start >= mention.span.start
  )
  const entities = same.length === 1 ? same[0]!.entities : []
  const entity = entities.length === 1 ? entities[0]! : null
  const person = entity ? entity.kind === 'person' : !mention.body && showsPerson(mention, words)
  const { text, sentences, styled } = reading.prose
  return {
    mention,
    words,
    key: words.map(({ key }) => key).join(' '),
    family: words.at(-1)!.key,
    person,
    entity,
    sentence: firstAt(sentences, ({ end }) => end, span.end),
    emphasised: styled.some((stretch) => stretch.style === 'emphasis' && holds(stretch.span, span)),
    spokenOf: SPOKEN_OF.test(text.slice(Math.max(0, span.start - 24), span.start))
  }
}

/** *Also known as Myanmar*, *formerly Bombay*. */
const SPOKEN_OF = /\b(?:known as|calls?|called|named|formerly|formally|once|officially)\s+(?:as\s+)?$/

function wordsIn(head: string, start: number): NameWord[] {
  const words: NameWord[] = []
  for (const match of head.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’.-]|(?<=-)\n(?=\p{L}))*/gu)) {
    const text = match[0].replace(/[.'’-]+$/, '')
    const key = fold(unbroken(text))
    if (words.length > 0 && SUFFIX.test(key)) break
    const at = start + match.index
    words.push({ text, key, span: { start: at, end: at + text.length } })
  }
  return words
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md|esq)$/

/** *Dana Ortiz*, *Mayor Ortiz*, *J. Ortiz*; not *Market Square* nor *Ortizville Town Hall*. */
function showsPerson({ gender, role }: PlacedMention, words: readonly NameWord[]): boolean {
  if (words.length > 4 || words.some(({ key }) => word.wordFlags(word.wordId(key)) & NO_NAME)) return false
  if (gender === 'he' || gender === 'she') return true
  if (role !== null && word.wordFlags(word.wordId(lastWord(role))) & (word.PERSON | word.TITLE)) return true
  return words.length > 2 && words[1]!.text.length === 1
}

const NO_NAME = word.BODY | word.DOCUMENT | word.CALENDAR | word.GENTILIC | word.PLURAL | word.DETERMINER | word.PRONOUN

const lastWord = (role: string): string => role.trim().split(/\s+/).at(-1)!.toLowerCase()
