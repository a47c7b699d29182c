/** Names by their shape: a run of capitalised words with the titles, particles and initials that belong to it. */
import { isWrappedAt } from '../markdown/soft-break.ts'
import * as word from './lexicon.ts'
import type { PlacedMention } from './placed-mention.ts'
import { CAPITALISED, CAPITALS, LOWER, NUMBER, QUOTED, SIGN, type Tokens } from './tokens.ts'

/** The name that begins at the token, or null. */
export function nameAt(tokens: Tokens, i: number): PlacedMention | null {
  const last = nameEnd(tokens, i)
  if (last < i) return null
  return named(tokens, i, last, null, i)
}

/** The last token of the name that begins at `i`; `i − 1` where none does. */
export function nameEnd(tokens: Tokens, i: number): number {
  if (!beginsName(tokens, i)) return i - 1
  let last = i
  while (last + 1 < tokens.length && last - i < 12) {
    const next = last + 1
    if (!beside(tokens, last)) break
    if (partOfName(tokens, next)) last = next
    else {
      const after = bridge(tokens, next)
      if (after < 0) break
      last = after
    }
  }
  return last
}

/** A name mention over the tokens; `spanFirst` is the first token of its span, `role` the words before that say what they are. */
export function named(
  tokens: Tokens,
  first: number,
  last: number,
  role: string | null,
  spanFirst: number,
  from: number = spanFirst
): PlacedMention | null {
  let head = first
  let gender: 'he' | 'she' | null = null
  // “President Vladimir Putin”, “Republican Sen. Dana Ortiz”: titles and adjectives of nation or party lead, the name follows.
  while (head < last && tokens.flags[head]! & (word.TITLE | word.GENTILIC | word.INNER_PARTICLE) && capital(tokens, last)) {
    gender = word.wordGender(tokens.id[head]!) ?? gender
    head += 1
  }
  const onlyTitle = head === last && (tokens.flags[last]! & (word.TITLE | word.GENTILIC)) !== 0
  if (onlyTitle && head === first && tokens.flags[last]! & word.GENTILIC && !(tokens.flags[last]! & word.PLURAL)) return null
  const title = head > first ? tokens.text.slice(tokens.start[first]!, tokens.end[head - 1]!) : null
  gender ??= word.givenGender(lower(tokens, head))
  const body = isBody(tokens, head, last)
  return {
    span: { start: tokens.start[spanFirst]!, end: tokens.end[last]! },
    kind: onlyTitle ? 'nominal' : 'name',
    head: onlyTitle ? lower(tokens, last) : tokens.text.slice(tokens.start[head]!, tokens.end[last]!),
    gender: body ? 'it' : gender,
    number: onlyTitle && tokens.flags[last]! & word.PLURAL ? 'many' : 'one',
    role: title ?? role,
    first: spanFirst,
    last,
    from,
    possessive: isPossessive(tokens, last + 1),
    object: false,
    apposedTo: -1,
    body
  }
}

/** *’s*, or the bare apostrophe of a plural. */
export function isPossessive(tokens: Tokens, i: number): boolean {
  if (i >= tokens.length || tokens.start[i] !== tokens.end[i - 1]) return false
  const first = tokens.text.charCodeAt(tokens.start[i]!)
  if (first !== 39 && first !== 0x2019) return false
  const next = tokens.flags[i + 1] ?? 0
  // “Ortiz’s going”, “she’s said”: a verb follows the contraction.
  return tokens.end[i]! - tokens.start[i]! <= 2 && !(next & (word.ADVERB | word.AUXILIARY | word.DETERMINER | word.PREPOSITION))
}

/** Whether only a space, a soft break, or nothing, stands between the token and the next. */
export function beside(tokens: Tokens, i: number): boolean {
  const end = tokens.end[i]!
  const gap = (tokens.start[i + 1] ?? 0) - end
  return gap <= 1 && tokens.sentence[i] === tokens.sentence[i + 1] && (tokens.text.charCodeAt(end) !== 10 || isWrappedAt(tokens.text, end))
}

export const lower = (tokens: Tokens, i: number): string => tokens.text.slice(tokens.start[i]!, tokens.end[i]!).toLowerCase()

const capital = (tokens: Tokens, i: number): boolean => tokens.shape[i] === CAPITALISED || tokens.shape[i] === CAPITALS

const notInNames = word.PRONOUN | word.OBJECT_PRONOUN | word.POSSESSIVE | word.AUXILIARY | word.CONJUNCTION | word.RELATIVE

function beginsName(tokens: Tokens, i: number): boolean {
  if (!capital(tokens, i)) return false
  const flags = tokens.flags[i]!
  if (speaksHere(tokens, i)) return true
  // “said Will Doyle”: inside a sentence, a capital in front of another makes a name of an auxiliary.
  if (flags & word.AUXILIARY && !opensSentence(tokens, i))
    return capital(tokens, i + 1) && beside(tokens, i) && !(tokens.flags[i + 1]! & word.FUNCTION_WORD)
  if (flags & (notInNames | word.DETERMINER | word.PREPOSITION | word.CALENDAR)) return false
  if (flags & word.ADVERB) return false
  if (flags & word.COMMON && opensSentence(tokens, i))
    return (
      !!(flags & (word.TITLE | word.GENTILIC)) ||
      (capital(tokens, i + 1) &&
        beside(tokens, i) &&
        !(tokens.flags[i + 1]! & (word.FUNCTION_WORD | word.CUE)) &&
        !!(flags & (word.BODY | word.HEAD_NOUN)))
    )
  if (flags & word.CUE && opensSentence(tokens, i)) return false
  return tokens.end[i]! - tokens.start[i]! > 1 || (tokens.text[tokens.start[i]!] !== 'I' && tokens.text[tokens.start[i]!] !== 'A')
}

/** “We stay,” *Cross* wrote; *Will* urged them to go: a capital right before a verb of speech names somebody, whatever else the word may mean. */
function speaksHere(tokens: Tokens, i: number): boolean {
  const flags = tokens.flags[i]!
  const next = i + 1
  if (next >= tokens.length || flags & (word.PRONOUN | word.DETERMINER | word.INDEFINITE | word.RELATIVE | word.PLURAL)) return false
  if (tokens.shape[next] !== LOWER || !(tokens.flags[next]! & word.CUE) || !beside(tokens, i)) return false
  const verb = tokens.id[next]!
  if (word.cueForm(verb) !== word.PAST || word.cueClass(verb) !== 1) return false
  return tokens.shape[i - 1] === QUOTED || (opensSentence(tokens, i) && (flags & (word.FUNCTION_WORD & ~word.AUXILIARY)) === 0)
}

function opensSentence(tokens: Tokens, i: number): boolean {
  if (i === 0 || tokens.sentence[i] !== tokens.sentence[i - 1]) return true
  const before = tokens.shape[i - 1]
  return before !== LOWER && before !== CAPITALISED && before !== CAPITALS && before !== NUMBER && tokens.text[tokens.start[i - 1]!] !== ','
}

function partOfName(tokens: Tokens, i: number): boolean {
  const flags = tokens.flags[i]!
  // *Ann May*, *Lena Will*: behind a given name a capital is no auxiliary.
  if (flags & word.AUXILIARY && tokens.shape[i] === CAPITALISED && i > 0 && word.givenGender(lower(tokens, i - 1)) !== null) return true
  if (capital(tokens, i)) return !(flags & (notInNames | word.CALENDAR | word.DETERMINER | word.PREPOSITION)) || !!(flags & word.SUFFIX)
  return !!(flags & word.SUFFIX)
}

/** *Ludwig van Beethoven*, *University of Ortizville*: the token after lower-case particles that a name runs through, or −1. */
function bridge(tokens: Tokens, i: number): number {
  const limit = Math.min(i + 3, tokens.length)
  const strict = !(tokens.flags[i]! & word.PARTICLE)
  if (strict && !/^of$/.test(tokens.text.slice(tokens.start[i]!, tokens.end[i]!))) return isAnd(tokens, i)
  for (let k = i; k < limit; k += 1) {
    if (k > i && capital(tokens, k) && partOfName(tokens, k)) return k
    if (!(tokens.flags[k]! & (word.PARTICLE | word.INNER_PARTICLE)) || tokens.shape[k] === SIGN || !beside(tokens, k)) return -1
  }
  return -1
}

/** *Centers for Disease Control*: only between words of bodies. */
function isAnd(tokens: Tokens, i: number): number {
  const text = tokens.text.slice(tokens.start[i]!, tokens.end[i]!)
  if ((text !== 'for' && text !== 'on') || !(tokens.flags[i - 1]! & word.BODY) || !capital(tokens, i + 1) || !beside(tokens, i)) return -1
  return partOfName(tokens, i + 1) ? i + 1 : -1
}

function isBody(tokens: Tokens, first: number, last: number): boolean {
  if (first === last && tokens.shape[first] === CAPITALS) return true
  for (let i = first; i <= last; i += 1) if (tokens.flags[i]! & (word.BODY | word.DOCUMENT)) return true
  return false
}
