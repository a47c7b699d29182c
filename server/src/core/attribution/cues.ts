/** The words of a run of tokens that may report speech: verbs by their forms, *according to*, a colon. */
import * as word from '../entity/lexicon.ts'
import { isPossessive } from '../entity/names.ts'
import type { PlacedMention } from '../entity/placed-mention.ts'
import { CAPITALISED, LOWER, QUOTED, SIGN, type Tokens } from '../entity/tokens.ts'
import type { CueForm } from '../entity/verb-forms.ts'
import type { Cue } from './reading.ts'

/** What kind of words a cue is made of. */
export type CueKind = 'verb' | 'noun' | 'adjective' | 'according-to' | 'colon'

export interface PlacedCue extends Cue<'prose'> {
  readonly kind: CueKind
  readonly first: number
  readonly last: number
  readonly form: CueForm
  readonly class: word.CueClass
  /** The lexicon's number of the verb's base form; 0 for the others. */
  readonly verb: number
}

/** The cues outside marks, in order. A word that is the head of a noun phrase (*the report*) is none. */
export function cuesIn(tokens: Tokens, mentions: readonly PlacedMention[]): readonly PlacedCue[] {
  const cues: PlacedCue[] = []
  let mention = 0
  for (let i = 0; i < tokens.length; i += 1) {
    while (mention < mentions.length && mentions[mention]!.last < i) mention += 1
    const flags = tokens.flags[i]!
    if (flags & word.CUE) {
      const shape = tokens.shape[i]
      const inside = mention < mentions.length && mentions[mention]!.first <= i
      if (!inside && (shape === LOWER || shape === CAPITALISED) && !afterArticle(tokens, i)) {
        const verb = word.lemmaOf(tokens.id[i]!)
        cues.push(cue(tokens, i, i, 'verb', word.spellingOf(verb), word.cueForm(tokens.id[i]!), word.cueClass(tokens.id[i]!), verb))
      }
    } else if (flags & word.CUE_NOUN && isReport(tokens, i))
      cues.push(cue(tokens, i, i, 'noun', word.spellingOf(tokens.id[i]!), word.BASE, 2, tokens.id[i]!))
    else if (flags & word.CUE_ADJECTIVE && isAttitude(tokens, i))
      cues.push(cue(tokens, i, i, 'adjective', word.spellingOf(tokens.id[i]!), word.PRESENT, 2, tokens.id[i]!))
    else if (isAccordingTo(tokens, i)) cues.push(cue(tokens, i, i + 1, 'according-to', 'according to', word.BASE, 1, 0))
    else if (tokens.text.charCodeAt(tokens.start[i]!) === 58 && colon(tokens, i))
      cues.push(cue(tokens, i, i, 'colon', ':', word.BASE, 1, 0))
  }
  return cues
}

function cue(
  tokens: Tokens,
  first: number,
  last: number,
  kind: CueKind,
  lemma: string,
  form: CueForm,
  kindOfVerb: word.CueClass,
  verb: number
): PlacedCue {
  return { span: { start: tokens.start[first]!, end: tokens.end[last]! }, lemma, kind, first, last, form, class: kindOfVerb, verb }
}

/** “the said levy”, “a call”: behind an article a form is no verb. */
const afterArticle = (tokens: Tokens, i: number): boolean =>
  i > 0 &&
  (tokens.flags[i - 1]! & word.DETERMINER) !== 0 &&
  /^(?:the|a|an|this|that|no|any|every|each)$/i.test(tokens.text.slice(tokens.start[i - 1]!, tokens.end[i - 1]!)) &&
  !/that/i.test(tokens.text.slice(tokens.start[i - 1]!, tokens.end[i - 1]!))

/** *Ortiz’s suggestion that*, *his opposition to*: a noun of saying that somebody has, with what it is about. */
function isReport(tokens: Tokens, i: number): boolean {
  if (tokens.shape[i] !== LOWER) return false
  if (!/^(?:that|to|of|about|for|on)$/.test(tokens.text.slice(tokens.start[i + 1] ?? 0, tokens.end[i + 1] ?? 0))) return false
  for (let k = i - 1; k >= 0 && k >= i - 3; k -= 1) {
    if (tokens.shape[k] === SIGN || tokens.shape[k] === QUOTED) return false
    if (tokens.flags[k]! & word.POSSESSIVE || isPossessive(tokens, k)) return true
  }
  return false
}

/** *is confident that*, *were still wary of*: behind a form of *be*, with what it is about. */
function isAttitude(tokens: Tokens, i: number): boolean {
  if (tokens.shape[i] !== LOWER) return false
  if (!/^(?:that|to|of|about|for|on|with|if|whether)$/.test(tokens.text.slice(tokens.start[i + 1] ?? 0, tokens.end[i + 1] ?? 0)))
    return false
  for (let k = i - 1; k >= 0 && k >= i - 4; k -= 1) {
    const before = tokens.text.slice(tokens.start[k]!, tokens.end[k]!)
    if (/^(?:is|are|was|were|am|be|been|['’]s|['’]re|['’]m|seems?|seemed|sounds?|sounded|remains?|remained|feels?|felt)$/i.test(before))
      return true
    if (!(tokens.flags[k]! & word.ADVERB) && !/ly$|^(?:not|less|more)$/.test(before)) return false
  }
  return false
}

const isAccordingTo = (tokens: Tokens, i: number): boolean =>
  tokens.end[i]! - tokens.start[i]! === 9 &&
  /^according$/i.test(tokens.text.slice(tokens.start[i]!, tokens.end[i]!)) &&
  /^to$/.test(tokens.text.slice(tokens.start[i + 1] ?? 0, tokens.end[i + 1] ?? 0))

/** A colon that has words on both sides; not the one in 9:30. */
const colon = (tokens: Tokens, i: number): boolean =>
  i > 0 && tokens.shape[i] !== LOWER && !/\d/.test(tokens.text[tokens.start[i]! - 1] ?? '')
