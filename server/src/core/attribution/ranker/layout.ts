/** A paragraph’s tokens counted through, so that what stands between any two of them is one subtraction. */
import type { ParagraphReading } from '../paragraph.ts'
import { kindNames, kindOf, tokenKind } from './token-kinds.ts'

const EDGE = kindOf('edge')
const ARTICLE = kindOf('article')
const PLAIN = kindOf('plain word')
const AND = kindOf('and')
const BUT = kindOf('but')
const BE = kindOf('be')
const PARTICIPLE = kindOf('participle')
const POSSESSIVE_ENDING = kindOf('possessive ending')

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

/** *and*, *or*, *but*. */
export const isJoint = (layout: Layout, i: number): boolean => kindAt(layout, i) === AND || kindAt(layout, i) === BUT

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
    const kind = tokenKind(tokens, i)
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
    bit(SIGNS, kind >= kindOf('dash') && kind <= kindOf('other sign')) |
    bit(QUOTATIONS, name === 'quoted words') |
    bit(VERBS, kind >= kindOf('be') && name !== 'participle') |
    bit(JOINTS, name === 'and' || name === 'but') |
    bit(SUBORDINATORS, kind >= kindOf('subordinator') && kind <= kindOf('relative')) |
    bit(PREPOSITIONS, kind >= kindOf('to') && kind <= kindOf('preposition'))
  )
})
