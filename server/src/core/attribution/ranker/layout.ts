/** A paragraph’s tokens counted through, so that what stands between any two of them is one subtraction. */
import * as word from '../../entity/lexicon.ts'
import { isPossessive } from '../../entity/names.ts'
import { LOWER, NUMBER, QUOTED, SIGN, type Tokens } from '../../entity/tokens.ts'
import type { ParagraphReading } from '../paragraph.ts'

/** What a token is to its neighbours; alike ones are neighbours in number too, since trees ask by ranges. */
export const kindNames = [
  'edge',
  'stop',
  'comma',
  'dash',
  'colon',
  'bracket',
  'other sign',
  'quoted words',
  'and',
  'but',
  'subordinator',
  'that',
  'relative',
  'article',
  'possessive',
  'possessive ending',
  'pronoun',
  'object pronoun',
  'capital',
  'number',
  'noun for a person',
  'noun for a body',
  'noun for a work',
  'plain word',
  'weekday',
  'adverb',
  'to',
  'of',
  'by',
  'in',
  'as',
  'preposition',
  'be',
  'have',
  'modal',
  'participle',
  'past form',
  'reporting form',
  'reporting past'
] as const
const code = new Map<string, number>(kindNames.map((name, i) => [name, i]))
const of = (name: (typeof kindNames)[number]): number => code.get(name)!

const EDGE = of('edge')
const ARTICLE = of('article')
const PLAIN = of('plain word')
const BE = of('be')
const PARTICIPLE = of('participle')

/** What is counted: commas, other signs, marked segments, verbs and so on. Each is a row of running counts. */
export const COMMAS = 0
export const SIGNS = 1
export const QUOTATIONS = 2
export const VERBS = 3
export const JOINTS = 4
export const SUBORDINATORS = 5
export const PREPOSITIONS = 6
export const MENTIONS = 7
export const CUES = 8
const SENTENCE_START = 9
const SENTENCE_END = 10
const ROWS = 11

export interface Layout {
  readonly kind: Uint8Array
  /** Row after row, each a token longer than the paragraph: how many of its kind stand before token `i`. */
  readonly rows: Int32Array
}

/** The paragraph's layout; made once. */
export function layoutOf(paragraph: ParagraphReading): Layout {
  paragraph.memo.layout ??= make(paragraph)
  return paragraph.memo.layout
}

/** The kind of the token, `edge` outside the paragraph. */
export const kindAt = ({ kind }: Layout, i: number): number => (i >= 0 && i < kind.length ? kind[i]! : EDGE)

/** Whether the token may be the verb of a clause. */
export const isVerb = (layout: Layout, i: number): boolean => {
  const kind = kindAt(layout, i)
  return kind >= BE && kind !== PARTICIPLE
}

/** Whether a noun phrase may begin here. */
export const isObject = (layout: Layout, i: number): boolean => {
  const kind = kindAt(layout, i)
  return kind >= ARTICLE && kind <= PLAIN && kind !== POSSESSIVE_ENDING
}

/** How many of what the row counts stand before the token. */
export const countBefore = ({ kind, rows }: Layout, row: number, i: number): number => rows[row * (kind.length + 1) + i]!

/** How many of what the row counts stand between the two tokens, both left out. */
export function between({ kind, rows }: Layout, row: number, first: number, last: number): number {
  if (last <= first) return 0
  const at = row * (kind.length + 1)
  return rows[at + last]! - rows[at + first + 1]!
}

/** The first token of the sentence in which the token stands. */
export const sentenceStart = (layout: Layout, i: number): number => countBefore(layout, SENTENCE_START, i)
/** The last one. */
export const sentenceEnd = (layout: Layout, i: number): number => countBefore(layout, SENTENCE_END, i)

function make({ tokens, mentions, cues }: ParagraphReading): Layout {
  const n = tokens.length
  const size = n + 1
  const kinds = new Uint8Array(n)
  const rows = new Int32Array(ROWS * size)
  for (const { last } of mentions) rows[MENTIONS * size + last + 1]! += 1
  for (const { first } of cues) rows[CUES * size + first + 1]! += 1
  for (let i = 0; i < n; i += 1) {
    const kind = kindOf(tokens, i)
    kinds[i] = kind
    for (let row = 0; row <= PREPOSITIONS; row += 1) rows[row * size + i + 1] = rows[row * size + i]! + ((countedIn[kind]! >> row) & 1)
    rows[MENTIONS * size + i + 1]! += rows[MENTIONS * size + i]!
    rows[CUES * size + i + 1]! += rows[CUES * size + i]!
    rows[SENTENCE_START * size + i] = i > 0 && tokens.sentence[i] === tokens.sentence[i - 1] ? rows[SENTENCE_START * size + i - 1]! : i
  }
  for (let i = n - 1; i >= 0; i -= 1)
    rows[SENTENCE_END * size + i] = i + 1 < n && tokens.sentence[i] === tokens.sentence[i + 1] ? rows[SENTENCE_END * size + i + 1]! : i
  return { kind: kinds, rows }
}

/** For each kind of token a bit for each row that counts it. */
const countedIn = Uint8Array.from(kindNames, (name, kind) => {
  const bit = (row: number, counted: boolean) => (counted ? 1 << row : 0)
  return (
    bit(COMMAS, name === 'comma') |
    bit(SIGNS, kind >= of('dash') && kind <= of('other sign')) |
    bit(QUOTATIONS, name === 'quoted words') |
    bit(VERBS, kind >= of('be') && name !== 'participle') |
    bit(JOINTS, name === 'and' || name === 'but') |
    bit(SUBORDINATORS, kind >= of('subordinator') && kind <= of('relative')) |
    bit(PREPOSITIONS, kind >= of('to') && kind <= of('preposition'))
  )
})

const single: Readonly<Record<string, number>> = {
  and: of('and'),
  or: of('and'),
  '&': of('and'),
  but: of('but'),
  nor: of('but'),
  yet: of('but'),
  so: of('but'),
  that: of('that'),
  to: of('to'),
  of: of('of'),
  by: of('by'),
  in: of('in'),
  as: of('as'),
  is: of('be'),
  are: of('be'),
  was: of('be'),
  were: of('be'),
  be: of('be'),
  been: of('be'),
  being: of('be'),
  am: of('be'),
  has: of('have'),
  have: of('have'),
  had: of('have'),
  having: of('have')
}

/** The kind of every word of the lexicon that is written small, made when first asked for; the same for capitals. */
const ofWord = { small: new Uint8Array(2 ** 14), capital: new Uint8Array(2 ** 14) }
const UNKNOWN = 255

function kindOf(tokens: Tokens, i: number): number {
  const shape = tokens.shape[i]!
  if (shape === QUOTED) return QUOTED_WORDS
  if (shape === SIGN) return signKind(tokens.text.charCodeAt(tokens.start[i]!))
  if (shape === NUMBER) return NUMERAL
  if (isPossessive(tokens, i)) return POSSESSIVE_ENDING
  const id = tokens.id[i]!
  const small = shape === LOWER
  if (id === 0) return small ? byEnding(tokens.text, tokens.start[i]!, tokens.end[i]!) : CAPITAL
  const known = small ? ofWord.small : ofWord.capital
  if (known[id] === 0) known[id] = kindOfWord(id, small)
  return known[id] === UNKNOWN ? byEnding(tokens.text, tokens.start[i]!, tokens.end[i]!) : known[id]!
}

const QUOTED_WORDS = of('quoted words')
const NUMERAL = of('number')
const POSSESSIVE_ENDING = of('possessive ending')
const CAPITAL = of('capital')

function kindOfWord(id: number, small: boolean): number {
  const flags = word.wordFlags(id)
  const known = single[word.spellingOf(id)]
  if (known !== undefined) return known
  if (flags & word.CUE && small) return word.cueForm(id) === word.PAST ? of('reporting past') : of('reporting form')
  if (flags & word.AUXILIARY) return flags & word.ADVERB ? of('adverb') : of('modal')
  if (flags & word.RELATIVE) return of('relative')
  if (flags & word.CONJUNCTION) return of('subordinator')
  if (flags & word.PRONOUN) return of('pronoun')
  if (flags & word.OBJECT_PRONOUN) return of('object pronoun')
  if (flags & word.POSSESSIVE) return of('possessive')
  if (flags & word.DETERMINER) return ARTICLE
  if (flags & word.PREPOSITION) return of('preposition')
  if (flags & word.ADVERB) return of('adverb')
  if (flags & word.CALENDAR) return of('weekday')
  if (!small) return CAPITAL
  if (flags & word.WORK) return of('noun for a work')
  if (flags & word.PERSON) return of('noun for a person')
  if (flags & (word.BODY | word.DOCUMENT)) return of('noun for a body')
  return UNKNOWN
}

function byEnding(text: string, start: number, end: number): number {
  if (end - start < 5) return PLAIN
  const a = text.charCodeAt(end - 3)
  const b = text.charCodeAt(end - 2)
  const c = text.charCodeAt(end - 1)
  if (b === 101 && c === 100) return of('past form')
  if (a === 105 && b === 110 && c === 103) return of('participle')
  if (b === 108 && c === 121) return of('adverb')
  return PLAIN
}

function signKind(unit: number): number {
  if (unit === 44) return of('comma')
  if (unit === 46 || unit === 33 || unit === 63 || unit === 0x2026) return of('stop')
  if (unit === 58 || unit === 59) return of('colon')
  if (unit === 45 || (unit >= 0x2013 && unit <= 0x2015)) return of('dash')
  return unit === 40 || unit === 41 || unit === 91 || unit === 93 ? of('bracket') : of('other sign')
}
