/** A paragraph’s tokens counted through, so that what stands between any two of them is one subtraction. */
import * as word from '../../entity/lexicon.ts'
import { isPossessive } from '../../entity/names.ts'
import { CAPITALISED, CAPITALS, LOWER, NUMBER, QUOTED, SIGN, type Tokens } from '../../entity/tokens.ts'
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
const TO = of('to')
const PREPOSITION = of('preposition')
const BE = of('be')
const PARTICIPLE = of('participle')

/** Running counts by token: how many of a kind stand before token `i`. */
export interface Layout {
  readonly kind: Uint8Array
  readonly commas: Uint16Array
  readonly signs: Uint16Array
  readonly quoted: Uint16Array
  readonly verbs: Uint16Array
  readonly joints: Uint16Array
  readonly subordinators: Uint16Array
  readonly prepositions: Uint16Array
  readonly mentions: Uint16Array
  readonly cues: Uint16Array
  /** For each token the first and the last of its sentence. */
  readonly sentenceStart: Uint16Array
  readonly sentenceEnd: Uint16Array
}

const layouts = new WeakMap<ParagraphReading, Layout>()

/** The paragraph's layout; made once. */
export function layoutOf(paragraph: ParagraphReading): Layout {
  let layout = layouts.get(paragraph)
  if (!layout) {
    layout = make(paragraph)
    layouts.set(paragraph, layout)
  }
  return layout
}

/** The kind of the token, `edge` outside the paragraph. */
export const kindAt = ({ kind }: Layout, i: number): number => (i >= 0 && i < kind.length ? kind[i]! : EDGE)

/** How many of the counted stand between the two tokens, both left out. */
export const between = (counts: Uint16Array, first: number, last: number): number => (last > first ? counts[last]! - counts[first + 1]! : 0)

function make({ tokens, mentions, cues }: ParagraphReading): Layout {
  const n = tokens.length
  const counts = () => new Uint16Array(n + 1)
  const layout = {
    kind: new Uint8Array(n),
    commas: counts(),
    signs: counts(),
    quoted: counts(),
    verbs: counts(),
    joints: counts(),
    subordinators: counts(),
    prepositions: counts(),
    mentions: counts(),
    cues: counts(),
    sentenceStart: counts(),
    sentenceEnd: counts()
  }
  for (const { last } of mentions) layout.mentions[last + 1]! += 1
  for (const { first } of cues) layout.cues[first + 1]! += 1
  for (let i = 0; i < n; i += 1) {
    const kind = kindOf(tokens, i)
    layout.kind[i] = kind
    layout.commas[i + 1] = layout.commas[i]! + (kind === 2 ? 1 : 0)
    layout.signs[i + 1] = layout.signs[i]! + (kind >= 3 && kind <= 6 ? 1 : 0)
    layout.quoted[i + 1] = layout.quoted[i]! + (kind === 7 ? 1 : 0)
    layout.joints[i + 1] = layout.joints[i]! + (kind === 8 || kind === 9 ? 1 : 0)
    layout.subordinators[i + 1] = layout.subordinators[i]! + (kind >= 10 && kind <= 12 ? 1 : 0)
    layout.prepositions[i + 1] = layout.prepositions[i]! + (kind >= TO && kind <= PREPOSITION ? 1 : 0)
    layout.verbs[i + 1] = layout.verbs[i]! + (kind >= BE && kind !== PARTICIPLE ? 1 : 0)
    layout.mentions[i + 1]! += layout.mentions[i]!
    layout.cues[i + 1]! += layout.cues[i]!
    layout.sentenceStart[i] = i > 0 && tokens.sentence[i] === tokens.sentence[i - 1] ? layout.sentenceStart[i - 1]! : i
  }
  for (let i = n - 1; i >= 0; i -= 1)
    layout.sentenceEnd[i] = i + 1 < n && tokens.sentence[i] === tokens.sentence[i + 1] ? layout.sentenceEnd[i + 1]! : i
  return layout
}

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

function kindOf(tokens: Tokens, i: number): number {
  const shape = tokens.shape[i]!
  if (shape === QUOTED) return of('quoted words')
  if (shape === SIGN) return signKind(tokens.text.charCodeAt(tokens.start[i]!))
  if (shape === NUMBER) return of('number')
  const flags = tokens.flags[i]!
  const id = tokens.id[i]!
  if (isPossessive(tokens, i)) return of('possessive ending')
  const known = id > 0 ? single[word.spellingOf(id)] : undefined
  if (known !== undefined) return known
  if (flags & word.CUE && shape === LOWER) return word.cueForm(id) === word.PAST ? of('reporting past') : of('reporting form')
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
  if (shape === CAPITALISED || shape === CAPITALS) return of('capital')
  if (flags & word.WORK) return of('noun for a work')
  if (flags & word.PERSON) return of('noun for a person')
  if (flags & (word.BODY | word.DOCUMENT)) return of('noun for a body')
  return byEnding(tokens.text, tokens.start[i]!, tokens.end[i]!)
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
