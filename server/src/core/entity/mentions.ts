/** The mentions in a run of tokens: names by their capitals and titles, noun phrases by their head nouns, pronouns. Knows no other block. */

import { appositives } from './appositives.ts'
import * as word from './lexicon.ts'
import { nameAt } from './names.ts'
import { nominalAt } from './nominals.ts'
import type { PlacedMention } from './placed-mention.ts'
import { LOWER, QUOTED, type Tokens } from './tokens.ts'

/** Every mention, in order. They overlap only where a possessor stands in a noun phrase (*Ortiz* in *Ortiz’s office*). */
export function mentionsIn(tokens: Tokens): readonly PlacedMention[] {
  const found: PlacedMention[] = []
  let i = 0
  while (i < tokens.length) {
    if (tokens.shape[i] === QUOTED) {
      i += 1
      continue
    }
    const flags = tokens.flags[i]!
    const pronoun = flags & (word.PRONOUN | word.OBJECT_PRONOUN | word.POSSESSIVE) ? pronounAt(tokens, i) : null
    const mention = nominalAt(tokens, i, found) ?? nameAt(tokens, i) ?? pronoun ?? indefiniteAt(tokens, i)
    if (pronoun && pronoun !== mention && pronoun.possessive && mention) found.push(pronoun)
    if (mention) {
      found.push(mention)
      i = mention.last + 1
    } else i += 1
  }
  return appositives(tokens, found)
}

const genders: Readonly<Record<string, 'he' | 'she' | 'it' | 'they'>> = {
  he: 'he',
  him: 'he',
  his: 'he',
  himself: 'he',
  she: 'she',
  her: 'she',
  herself: 'she',
  it: 'it',
  its: 'it',
  itself: 'it',
  they: 'they',
  them: 'they',
  their: 'they',
  themselves: 'they'
}

function pronounAt(tokens: Tokens, i: number): PlacedMention | null {
  const lower = word.spellingOf(tokens.id[i]!)
  const flags = tokens.flags[i]!
  if (lower === 'whose' || (lower === 'us' && tokens.shape[i] !== LOWER)) return null
  const gender = genders[lower] ?? null
  return {
    span: { start: tokens.start[i]!, end: tokens.end[i]! },
    kind: 'pronoun',
    head: lower,
    gender,
    number: gender === 'they' || lower === 'we' || lower === 'us' ? 'many' : 'one',
    role: null,
    first: i,
    last: i,
    from: i,
    possessive: (flags & word.POSSESSIVE) !== 0,
    object: (flags & word.OBJECT_PRONOUN) !== 0 && (flags & word.PRONOUN) === 0,
    apposedTo: -1,
    body: false
  }
}

/** *some*, *others*, *everyone*, where no noun follows; *another* in *tweeted another*. */
function indefiniteAt(tokens: Tokens, i: number): PlacedMention | null {
  const flags = tokens.flags[i]!
  if (!(flags & word.INDEFINITE)) return null
  const next = tokens.flags[i + 1] ?? 0
  const told = i > 0 && tokens.flags[i - 1]! & word.CUE && tokens.shape[i - 1] === LOWER && tokens.shape[i + 1] !== LOWER
  if (!told && !(next & (word.CUE | word.AUXILIARY | word.ADVERB | word.RELATIVE | word.PREPOSITION))) return null
  const lower = word.spellingOf(tokens.id[i]!)
  const many = !/one$|body$/.test(lower)
  return {
    span: { start: tokens.start[i]!, end: tokens.end[i]! },
    kind: 'nominal',
    head: lower,
    gender: many ? 'they' : null,
    number: many ? 'many' : 'one',
    role: null,
    first: i,
    last: i,
    from: i,
    possessive: false,
    object: false,
    apposedTo: -1,
    body: false
  }
}
