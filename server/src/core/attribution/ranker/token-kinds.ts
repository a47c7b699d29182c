/** What kind of token stands where, as its neighbours see it. */
import * as word from '../../entity/lexicon.ts'
import { isPossessive } from '../../entity/names.ts'
import { LOWER, NUMBER, QUOTED, SIGN, type Tokens } from '../../entity/tokens.ts'

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
/** The kind of that name, as a number. */
export const kindOf = (name: (typeof kindNames)[number]): number => code.get(name)!

const ARTICLE = kindOf('article')
const PLAIN = kindOf('plain word')

const single: Readonly<Record<string, number>> = {
  and: kindOf('and'),
  or: kindOf('and'),
  '&': kindOf('and'),
  but: kindOf('but'),
  nor: kindOf('but'),
  yet: kindOf('but'),
  so: kindOf('but'),
  that: kindOf('that'),
  to: kindOf('to'),
  of: kindOf('of'),
  by: kindOf('by'),
  in: kindOf('in'),
  as: kindOf('as'),
  is: kindOf('be'),
  are: kindOf('be'),
  was: kindOf('be'),
  were: kindOf('be'),
  be: kindOf('be'),
  been: kindOf('be'),
  being: kindOf('be'),
  am: kindOf('be'),
  has: kindOf('have'),
  have: kindOf('have'),
  had: kindOf('have'),
  having: kindOf('have')
}

/** The kind of every word of the lexicon that is written small, made when first asked for; the same for capitals. */
const ofWord = { small: new Uint8Array(2 ** 14), capital: new Uint8Array(2 ** 14) }
const UNKNOWN = 255

/** The kind of the token, as an index of `kindNames`. */
export function tokenKind(tokens: Tokens, i: number): number {
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

const QUOTED_WORDS = kindOf('quoted words')
const NUMERAL = kindOf('number')
const POSSESSIVE_ENDING = kindOf('possessive ending')
const CAPITAL = kindOf('capital')

function kindOfWord(id: number, small: boolean): number {
  const flags = word.wordFlags(id)
  const known = single[word.spellingOf(id)]
  if (known !== undefined) return known
  if (flags & word.CUE && small) return word.cueForm(id) === word.PAST ? kindOf('reporting past') : kindOf('reporting form')
  if (flags & word.AUXILIARY) return flags & word.ADVERB ? kindOf('adverb') : kindOf('modal')
  if (flags & word.RELATIVE) return kindOf('relative')
  if (flags & word.CONJUNCTION) return kindOf('subordinator')
  if (flags & word.PRONOUN) return kindOf('pronoun')
  if (flags & word.OBJECT_PRONOUN) return kindOf('object pronoun')
  if (flags & word.POSSESSIVE) return kindOf('possessive')
  if (flags & word.DETERMINER) return ARTICLE
  if (flags & word.PREPOSITION) return kindOf('preposition')
  if (flags & word.ADVERB) return kindOf('adverb')
  if (flags & word.CALENDAR) return kindOf('weekday')
  if (!small) return CAPITAL
  if (flags & word.WORK) return kindOf('noun for a work')
  if (flags & word.PERSON) return kindOf('noun for a person')
  if (flags & (word.BODY | word.DOCUMENT)) return kindOf('noun for a body')
  return UNKNOWN
}

function byEnding(text: string, start: number, end: number): number {
  if (end - start < 5) return PLAIN
  const a = text.charCodeAt(end - 3)
  const b = text.charCodeAt(end - 2)
  const c = text.charCodeAt(end - 1)
  if (b === 101 && c === 100) return kindOf('past form')
  if (a === 105 && b === 110 && c === 103) return kindOf('participle')
  if (b === 108 && c === 121) return kindOf('adverb')
  return PLAIN
}

function signKind(unit: number): number {
  if (unit === 44) return kindOf('comma')
  if (unit === 46 || unit === 33 || unit === 63 || unit === 0x2026) return kindOf('stop')
  if (unit === 58 || unit === 59) return kindOf('colon')
  if (unit === 45 || (unit >= 0x2013 && unit <= 0x2015)) return kindOf('dash')
  return unit === 40 || unit === 41 || unit === 91 || unit === 93 ? kindOf('bracket') : kindOf('other sign')
}
