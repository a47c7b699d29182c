/** Noun phrases that point at somebody: *a senior Ukrainian official*, *the Ortiz campaign*, *officials*; with *spokesman Dana Ortiz*, where a name follows. */
import * as word from './lexicon.ts'
import { beside, isPossessive, lower, named, nameEnd } from './names.ts'
import type { PlacedMention } from './placed-mention.ts'
import { CAPITALISED, CAPITALS, LOWER, NUMBER, SIGN, type Tokens } from './tokens.ts'

const longest = 9

/** The noun phrase that begins at the token, or the name it leads to, or null. A possessor inside it is added to `found`. */
export function nominalAt(tokens: Tokens, i: number, found: PlacedMention[]): PlacedMention | null {
  const flags = tokens.flags[i]!
  const determined = (flags & (word.DETERMINER | word.POSSESSIVE)) !== 0 && !leadsClause(tokens, i)
  if (!determined && flags & (word.FUNCTION_WORD & ~word.ADVERB)) return null
  if (!determined && tokens.shape[i] === SIGN) return null
  // “Then Ortiz’s aide left”: the capital is the sentence’s.
  if (!determined && flags & word.ADVERB && tokens.shape[i] === CAPITALISED) return null
  const head = headOf(tokens, i, determined)
  if (head < 0) return determined ? besideVerb(tokens, i) : null
  const next = head + 1
  if (tokens.flags[head]! & (word.PERSON | word.TITLE) && next < tokens.length && beside(tokens, head)) {
    const end = nameEnd(tokens, next)
    if (end >= next) return named(tokens, next, end, tokens.text.slice(tokens.start[determined ? i + 1 : i]!, tokens.end[head]!), next, i)
  }
  const many = (tokens.flags[head]! & word.PLURAL) !== 0
  if (!determined && !many && head === i && !(tokens.flags[i]! & word.PERSON && i > 0 && tokens.text[tokens.start[i - 1]!] === ','))
    return null
  const possessor = possessorIn(tokens, i, head)
  if (possessor) found.push(possessor)
  // “saw Ortiz’s aide”: whose aide it is begins the phrase.
  const first = possessor && !determined ? possessor.first : i
  const body = (tokens.flags[head]! & (word.BODY | word.DOCUMENT)) !== 0 && !(tokens.flags[head]! & word.PERSON)
  return {
    span: { start: tokens.start[first]!, end: tokens.end[head]! },
    kind: 'nominal',
    head: lower(tokens, head),
    gender: many ? 'they' : body ? 'it' : word.wordGender(tokens.id[head]!),
    number: many ? 'many' : 'one',
    role: null,
    first,
    last: head,
    from: first,
    possessive: isPossessive(tokens, next),
    object: false,
    apposedTo: -1,
    body
  }
}

/** “what several members called”, “the plan that officials backed”: no noun phrase begins with these. */
const leadsClause = (tokens: Tokens, i: number): boolean =>
  (tokens.flags[i]! & word.RELATIVE) !== 0 || lower(tokens, i) === 'what' || lower(tokens, i) === 'which'

/** *one questioner claimed*, *said another commenter*: beside a verb of speech, a noun phrase is somebody whatever its noun. */
function besideVerb(tokens: Tokens, i: number): PlacedMention | null {
  let head = i
  while (head + 1 < tokens.length && head - i < 4 && tokens.shape[head + 1] === LOWER && beside(tokens, head)) {
    const flags = tokens.flags[head + 1]!
    if (flags & word.CUE || flags & (word.FUNCTION_WORD & ~word.ADVERB)) break
    head += 1
  }
  if (head === i) return null
  const many = /[^s]s$/.test(lower(tokens, head))
  const speaks = (k: number) =>
    (tokens.flags[k] ?? 0) & word.CUE &&
    tokens.shape[k] === LOWER &&
    word.cueClass(tokens.id[k]!) === 1 &&
    (many || word.cueForm(tokens.id[k]!) !== word.BASE)
  if (!speaks(head + 1) && !(i > 0 && speaks(i - 1))) return null
  return {
    span: { start: tokens.start[i]!, end: tokens.end[head]! },
    kind: 'nominal',
    head: lower(tokens, head),
    gender: many ? 'they' : null,
    number: many ? 'many' : 'one',
    role: null,
    first: i,
    last: head,
    from: i,
    possessive: false,
    object: false,
    apposedTo: -1,
    body: false
  }
}

/** The head noun of the phrase that begins at `i`, or −1: the last of the nouns that end its run of words. */
function headOf(tokens: Tokens, i: number, determined: boolean): number {
  let head = -1
  for (let k = determined ? i + 1 : i; k < tokens.length && k - i < longest; k += 1) {
    const flags = tokens.flags[k]!
    const shape = tokens.shape[k]
    if (k > i && tokens.sentence[k] !== tokens.sentence[k - 1]) break
    if (isPossessive(tokens, k)) {
      head = -1
      continue
    }
    if (shape === SIGN && !(tokens.text[tokens.start[k]!] === '-')) break
    if (shape !== LOWER && shape !== CAPITALISED && shape !== CAPITALS && shape !== NUMBER) break
    if (flags & (word.FUNCTION_WORD & ~(word.ADVERB | word.DETERMINER))) break
    if (flags & word.DETERMINER && k > (determined ? i + 2 : i)) break
    // “Ortiz visited officials”: behind a capital that no article leads, a word that looks like a verb is one.
    if (!determined && k > i && head < 0 && shape === LOWER && tokens.shape[k - 1] !== LOWER && looksLikeVerb(tokens, k)) break
    // “Traders had feared”: the capital is the sentence’s.
    const opens = k === i && shape === CAPITALISED && (flags & word.PLURAL) !== 0 && tokens.shape[k + 1] === LOWER
    if (((shape === LOWER || opens) && flags & word.HEAD_NOUN) || isAged(tokens, k) || (determined && k > i && isMember(tokens, k))) {
      // “a new report shows”, but “Ortiz reports that”: a noun that may be the verb needs a phrase before it.
      if (flags & word.CUE && (head >= 0 || (!determined && tokens.shape[k - 1] !== LOWER))) {
        if (head >= 0 || !nounFollows(tokens, k)) break
      }
      head = k
    } else if (head >= 0) break
    else if (flags & word.CUE && shape === LOWER && word.cueForm(tokens.id[k]!) !== word.PAST && !determined) break
    else if (flags & word.CUE && shape === LOWER && word.cueClass(tokens.id[k]!) === 1 && !determined) break
  }
  return head
}

/** *visited*, *wants*; not *sports*, *affairs* and their like, which stand before nouns. */
const looksLikeVerb = (tokens: Tokens, k: number): boolean =>
  (tokens.flags[k]! & (word.HEAD_NOUN | word.TITLE)) === 0 &&
  /(?:[^-]ed|[^s]s)$/.test(lower(tokens, k)) &&
  !/^(?:sports|news|affairs|relations|communications|operations|sales|economics|politics|rights|studies|systems|elections|homicide)$/.test(
    lower(tokens, k)
  )

/** “an Iowa Democrat”, “the Republican said”: one of a party or a people, where no noun follows. */
const isMember = (tokens: Tokens, k: number): boolean =>
  (tokens.flags[k]! & word.GENTILIC) !== 0 &&
  tokens.shape[k] === CAPITALISED &&
  (k + 1 >= tokens.length ||
    tokens.shape[k + 1] === SIGN ||
    ((tokens.flags[k + 1]! & (word.CUE | word.AUXILIARY | word.PREPOSITION | word.RELATIVE | word.ADVERB)) !== 0 &&
      tokens.shape[k + 1] === LOWER))

/** “said the 46-year-old”: an age that stands for who has it. */
const isAged = (tokens: Tokens, k: number): boolean => tokens.shape[k] === NUMBER && /-year-old$/.test(lower(tokens, k))

const nounFollows = (tokens: Tokens, k: number): boolean =>
  ((tokens.flags[k + 1] ?? 0) & (word.CUE | word.AUXILIARY | word.PREPOSITION | word.HEAD_NOUN)) !== 0

/** The name in front of the first possessive ending: *Ortiz* in *Ortiz’s new aide*. */
function possessorIn(tokens: Tokens, first: number, head: number): PlacedMention | null {
  for (let k = first + 1; k < head; k += 1) {
    if (!isPossessive(tokens, k)) continue
    let from = k - 1
    while (from > first && (tokens.shape[from - 1] === CAPITALISED || tokens.shape[from - 1] === CAPITALS)) from -= 1
    return tokens.shape[from] === CAPITALISED || tokens.shape[from] === CAPITALS ? named(tokens, from, k - 1, null, from) : null
  }
  return null
}
