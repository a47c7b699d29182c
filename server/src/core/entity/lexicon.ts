/** What is known of single English words: their class, the gender they tell, the cue they are a form of. Built once from the reviewed lists. */
import abbreviations from '../../../data/abbreviations.json'
import common from '../../../data/common-words.json'
import cues from '../../../data/cues.json'
import given from '../../../data/given-names.json'
import nouns from '../../../data/nouns.json'
import titles from '../../../data/titles.json'
import words from '../../../data/words.json'
import { type CueForm, verbForms } from './verb-forms.ts'

/** Classes a word can belong to, as bits. */
export const DETERMINER = 1
export const POSSESSIVE = 2
export const PRONOUN = 4
export const OBJECT_PRONOUN = 8
export const INDEFINITE = 16
export const RELATIVE = 32
export const PREPOSITION = 64
export const CONJUNCTION = 128
export const AUXILIARY = 256
export const ADVERB = 512
export const CALENDAR = 1024
export const CUE = 2048
export const TITLE = 4096
export const PERSON = 8192
export const BODY = 16384
export const DOCUMENT = 32768
export const PARTICLE = 65536
export const INNER_PARTICLE = 131072
export const SUFFIX = 262144
export const GENTILIC = 524288
export const COMMON = 1048576
export const CUE_NOUN = 2097152
export const PLURAL = 4194304
export const WORK = 8388608
export const CUE_ADJECTIVE = 16777216
export const HEAD_NOUN = PERSON | BODY | DOCUMENT
/** Words that no name is made of, even at the start of a sentence. */
export const FUNCTION_WORD = DETERMINER | POSSESSIVE | PRONOUN | OBJECT_PRONOUN | RELATIVE | PREPOSITION | CONJUNCTION | AUXILIARY | ADVERB

export const BASE: CueForm = 0
export const PRESENT: CueForm = 1
export const PAST: CueForm = 2
export const PARTICIPLE: CueForm = 3

/** How surely the verb reports words: 1 speech, 2 thought, 3 an act that may report. */
export type CueClass = 0 | 1 | 2 | 3

const ids = new Map<string, number>()
/** The same by hash, for words that still stand in a text: open addressing, 0 for an empty place. */
const places = new Uint16Array(2 ** 15)
const spelling: string[] = ['']
const flags: number[] = [0]
const genders: ('he' | 'she' | null)[] = [null]
const lemmas: number[] = [0]
const forms: CueForm[] = [0]
const classes: CueClass[] = [0]

/** The word's number, 0 where it is not known; `lower` is the word in lower case with straight apostrophes. */
export const wordId = (lower: string): number => ids.get(lower) ?? 0

/** The number of the word that stands in the text, whatever its case and apostrophes, without cutting it out; 0 where it is not known. */
export function wordIdAt(text: string, start: number, end: number): number {
  let hash = 0
  for (let i = start; i < end; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit >= 128 && unit !== 0x2019) return 0
    hash = (Math.imul(hash, 31) + lowerUnit(unit)) | 0
  }
  for (let place = hash & MASK; ; place = (place + 1) & MASK) {
    const id = places[place]!
    if (id === 0 || spells(spelling[id]!, text, start, end)) return id
  }
}

const MASK = places.length - 1
const lowerUnit = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit === 0x2019 ? 39 : unit)

function spells(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i += 1) if (word.charCodeAt(i) !== lowerUnit(text.charCodeAt(start + i))) return false
  return true
}

function keep(word: string, id: number): void {
  let hash = 0
  for (let i = 0; i < word.length; i += 1) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0
  let place = hash & MASK
  while (places[place] !== 0) place = (place + 1) & MASK
  places[place] = id
}

export const wordFlags = (id: number): number => flags[id] ?? 0
export const wordGender = (id: number): 'he' | 'she' | null => genders[id] ?? null
export const spellingOf = (id: number): string => spelling[id] ?? ''
/** The number of the verb that a form belongs to: *said* → that of *say*. */
export const lemmaOf = (id: number): number => lemmas[id] ?? 0
export const cueForm = (id: number): CueForm => forms[id] ?? 0
export const cueClass = (id: number): CueClass => classes[id] ?? 0
/** The gender a given name usually tells; null for names of both or neither. */
export const givenGender = (lower: string): 'he' | 'she' | null => givenNames.get(lower) ?? null

const givenNames = new Map<string, 'he' | 'she'>()
const abbreviated = new Set(abbreviations.words)
/** Whether a word with its full stop is an abbreviation: `sen.`, `u.s.`, a single initial. */
export const isAbbreviation = (lower: string): boolean => abbreviated.has(lower)

function learn(word: string, flag: number, gender: 'he' | 'she' | null = null): number {
  let id = ids.get(word)
  if (id === undefined) {
    id = spelling.length
    ids.set(word, id)
    keep(word, id)
    spelling.push(word)
    flags.push(0)
    genders.push(null)
    lemmas.push(0)
    forms.push(0)
    classes.push(0)
  }
  flags[id] = (flags[id] ?? 0) | flag
  if (gender) genders[id] = gender
  return id
}

const learnAll = (list: readonly string[], flag: number): void => list.forEach((word) => void learn(word, flag))

function plural(noun: string): string {
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  if (/[^r]man$|woman$/.test(noun)) return `${noun.slice(0, -3)}men`
  if (/wife$/.test(noun)) return `${noun.slice(0, -2)}ves`
  return `${noun}s`
}

function learnNouns(list: readonly string[], flag: number): void {
  for (const noun of list) {
    learn(noun, flag)
    learn(plural(noun), flag | PLURAL)
  }
}

function learnCues(list: readonly string[], kind: CueClass): void {
  for (const entry of list) {
    const [lemma = '', past, participle] = entry.split(':')
    const lemmaId = learn(lemma, 0)
    for (const [form, word] of verbForms(lemma, past, participle)) {
      const id = learn(word, CUE)
      if (classes[id]) continue
      lemmas[id] = lemmaId
      forms[id] = form
      classes[id] = kind
    }
  }
}

learnAll(words.determiners, DETERMINER)
learnAll(words.possessives, POSSESSIVE)
learnAll(words.pronouns, PRONOUN)
learnAll(words.objectPronouns, OBJECT_PRONOUN)
learnAll(words.indefinite, INDEFINITE)
learnAll(words.relatives, RELATIVE)
learnAll(words.prepositions, PREPOSITION)
learnAll(words.conjunctions, CONJUNCTION)
learnAll(words.auxiliaries, AUXILIARY)
learnAll(words.adverbs, ADVERB)
learnAll(words.calendar, CALENDAR)
learnAll(words.nameParticles, PARTICLE)
learnAll(words.innerParticles, INNER_PARTICLE)
learnAll(words.suffixes, SUFFIX)
learnAll(words.bodies, BODY)
learnAll(words.bodyAdjectives, GENTILIC)
for (const word of words.bodyAdjectives) learn(`${word}s`, GENTILIC | PLURAL)
learnAll(common.words, COMMON)
learnNouns(nouns.people, PERSON)
learnNouns(nouns.bodies, BODY)
learnNouns(nouns.documents, DOCUMENT)
learnNouns(nouns.works, WORK)
for (const [word, gender] of Object.entries(nouns.irregular))
  learn(word, PERSON | PLURAL, gender === 'he' || gender === 'she' ? gender : null)
for (const word of nouns.he) learn(word, 0, 'he')
for (const word of nouns.she) learn(word, 0, 'she')
for (const [word, gender] of Object.entries(titles.before)) learn(word, TITLE, gender === 'he' || gender === 'she' ? gender : null)
learnAll(cues.nouns, CUE_NOUN)
learnAll(cues.adjectives, CUE_ADJECTIVE)
learnCues(cues.speech, 1)
learnCues(cues.thought, 2)
learnCues(cues.act, 3)
for (const name of given.he) givenNames.set(name, 'he')
for (const name of given.she) givenNames.set(name, 'she')
