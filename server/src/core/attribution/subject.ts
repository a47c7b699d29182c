/** Whose verb a cue is: the heart of attribution. */
import * as word from '../entity/lexicon.ts'
import type { PlacedMention } from '../entity/placed-mention.ts'
import { QUOTED, SIGN, type Tokens } from '../entity/tokens.ts'
import type { PlacedCue } from './cues.ts'
import type { ParagraphReading } from './paragraph.ts'

/** The one who says, by the cue's own clause. */
export interface Subject {
  readonly mention: PlacedMention
  /** How it was found: right beside the verb, behind it, or further back in the sentence. */
  readonly way: 'beside' | 'inverted' | 'far'
}

/** The subject of the cue, or null where its sentence names none. Looks no further left than the token `from`. */
export function subjectOf(paragraph: ParagraphReading, cue: PlacedCue, from: number): Subject | null {
  if (cue.kind === 'according-to') return followedBy(paragraph, cue.last + 1, 'inverted')
  const before = beside(paragraph, cue.first, from)
  if (before) return { mention: before, way: 'beside' }
  if (cue.kind === 'verb' && cue.form !== word.PARTICIPLE && cue.form !== word.BASE && opensClause(paragraph.tokens, cue.first)) {
    const behind = followedBy(paragraph, cue.last + 1, 'inverted')
    if (behind) return behind
  }
  const far = furtherBack(paragraph, cue.first, from)
  return far && { mention: far, way: 'far' }
}

/** The mention that ends right before the token, past adverbs, auxiliaries, asides between commas and phrases that hang on a noun. */
function beside(paragraph: ParagraphReading, at: number, from: number): PlacedMention | null {
  const { tokens } = paragraph
  let i = at - 1
  while (i >= from && skippable(tokens, i)) i -= 1
  if (i < from || tokens.sentence[i] !== tokens.sentence[at]) return null
  const direct = headOf(paragraph, mentionEndingAt(paragraph, i), from)
  if (direct) return direct
  // “Ortiz, who has run the city since May, said”: the aside closes with a comma right before the verb.
  if (!isSign(tokens, i, ',') && !isSign(tokens, i, '—') && !isSign(tokens, i, ')') && !isSign(tokens, i, '–')) return null
  for (let k = i - 1; k > from && tokens.sentence[k] === tokens.sentence[at] && i - k < LONGEST_ASIDE; k -= 1) {
    if (tokens.shape[k] === QUOTED && k + 1 === i) return null
    if (!isSign(tokens, k, ',') && !isSign(tokens, k, '—') && !isSign(tokens, k, '(') && !isSign(tokens, k, '–')) continue
    const opened = headOf(paragraph, mentionEndingAt(paragraph, k - 1), from)
    if (opened) return opened
  }
  return null
}

const LONGEST_ASIDE = 30

/** Adverbs, auxiliaries and the verbs of a chain: *Ortiz has also repeatedly said*. */
const skippable = (tokens: Tokens, i: number): boolean =>
  tokens.shape[i] !== SIGN &&
  tokens.shape[i] !== QUOTED &&
  (tokens.flags[i]! & (word.ADVERB | word.AUXILIARY)) !== 0 &&
  (tokens.flags[i]! & word.PRONOUN) === 0

/** The mention somebody means who speaks: not *the council* in *the head of the council*, not the appositive but its name. */
function headOf(paragraph: ParagraphReading, index: number, from: number): PlacedMention | null {
  const { mentions, tokens } = paragraph
  let at = index
  while (at >= 0) {
    const mention = mentions[at]!
    if (mention.from < from) return null
    if (mention.apposedTo >= 0) {
      at = mention.apposedTo
      continue
    }
    const before = mention.from - 1
    // “a spokesman for Ortiz”, “the head of the council in Ortizville”: what hangs on a noun is not its head.
    if (before > from && tokens.flags[before]! & word.PREPOSITION && tokens.sentence[before] === tokens.sentence[mention.from]) {
      const owner = mentionEndingAt(paragraph, before - 1)
      if (owner >= 0 && !mentions[owner]!.possessive) {
        at = owner
        continue
      }
      return null
    }
    return speaks(mention) ? mention : null
  }
  return null
}

const speaks = (mention: PlacedMention): boolean => !mention.object && !mention.possessive

/** The mention right behind the token, as in *said Dana Ortiz*. */
function followedBy(paragraph: ParagraphReading, at: number, way: Subject['way']): Subject | null {
  const { tokens, mentions } = paragraph
  let i = at
  while (i < tokens.length && tokens.flags[i]! & word.ADVERB && tokens.shape[i] !== SIGN) i += 1
  const found = mentions.find((mention) => mention.from === i)
  if (!found || found.object) return null
  return found.possessive && found.kind === 'pronoun' ? null : { mention: found, way }
}

/** Whether the verb opens its clause: behind a marked segment, a comma or at the start. */
function opensClause(tokens: Tokens, at: number): boolean {
  const before = tokens.shape[at - 1]
  return at === 0 || before === QUOTED || before === SIGN || tokens.sentence[at - 1] !== tokens.sentence[at]
}

/**
 * The nearest mention to the left that can be a subject: one that opens its clause. *Ortiz shrugged and said*, *Ortiz, in a
 * later interview, called it*, and participles: *Ortiz left early, saying*.
 */
function furtherBack(paragraph: ParagraphReading, at: number, from: number): PlacedMention | null {
  const { tokens, mentions } = paragraph
  for (let m = mentions.length - 1; m >= 0; m -= 1) {
    const mention = mentions[m]!
    if (mention.last >= at || mention.from < from) continue
    if (tokens.sentence[mention.last] !== tokens.sentence[at]) return null
    if (!speaks(mention) || mention.apposedTo >= 0) continue
    const before = mention.from - 1
    const opens =
      before < 0 ||
      tokens.sentence[before] !== tokens.sentence[mention.from] ||
      tokens.shape[before] === SIGN ||
      tokens.shape[before] === QUOTED
    const joined = before >= 0 && (tokens.flags[before]! & (word.CONJUNCTION | word.RELATIVE)) !== 0
    if ((opens || joined) && followedByVerb(tokens, mention.last + 1, at)) return mention
  }
  return null
}

/** Whether a verb seems to follow before the cue; without a parser, any lower-case word that is none of the small ones will do. */
function followedByVerb(tokens: Tokens, from: number, to: number): boolean {
  if (from >= to) return false
  if (isSign(tokens, from, ',')) return true
  return (tokens.flags[from]! & (word.PREPOSITION | word.DETERMINER)) === 0 && tokens.shape[from] !== QUOTED
}

/** The index of the mention whose last token it is (a possessor's ending counts as its own), the widest; −1 where none. */
export function mentionEndingAt({ mentions }: ParagraphReading, token: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.last < token) low = middle + 1
    else high = middle
  }
  return low < mentions.length && mentions[low]!.last === token ? low : -1
}

/** Whether the token is this sign. */
export const isSign = (tokens: Tokens, i: number, sign: string): boolean =>
  i >= 0 && i < tokens.length && tokens.shape[i] === SIGN && tokens.text.startsWith(sign, tokens.start[i]!)
