/** Speech without marks: what somebody is reported to have said, and words of theirs that stand as they were said but lost their marks. */
import * as word from '../entity/lexicon.ts'
import type { PlacedMention } from '../entity/placed-mention.ts'
import { QUOTED, SIGN, type Tokens } from '../entity/tokens.ts'
import type { Span } from '../text/span.ts'
import type { PlacedCue } from './cues.ts'
import type { ParagraphReading } from './paragraph.ts'
import { isJoint, isObject, isVerb, layoutOf } from './ranker/layout.ts'
import type { RankedSubjects } from './ranker/subject-ranker.ts'
import { isSign } from './subject.ts'

/** A stretch of speech without marks, in prose offsets. */
export interface UnmarkedSpeech {
  readonly span: Span<'prose'>
  readonly mention: PlacedMention
  readonly cue: PlacedCue
  readonly probability: number
  /** Whether the words themselves seem to be the speaker’s: *It’s very clear, he said.* */
  readonly verbatim: boolean
}

/** A cue that may report, with its ranked subjects. */
export interface Report {
  readonly cue: PlacedCue
  readonly subjects: RankedSubjects
}

/** The paragraph’s speech without marks, in order, never overlapping the marked spans in `taken`; the cues in `spent` report marked words and no others. */
export function unmarkedSpeech(
  paragraph: ParagraphReading,
  reports: readonly Report[],
  taken: readonly Span<'prose'>[],
  spent: ReadonlySet<PlacedCue>
): readonly UnmarkedSpeech[] {
  const found: UnmarkedSpeech[] = []
  reports.forEach(({ cue, subjects: { mentions, shares } }, r) => {
    if (spent.has(cue) || isNoun(paragraph.tokens, cue)) return
    let best = 0
    for (let i = 1; i < mentions.length; i += 1) if (shares[i]! > shares[best]!) best = i
    const probability = shares[best]!
    if (mentions.length === 0 || cue.kind === 'colon' || probability < LIKELY) return
    const mention = paragraph.mentions[mentions[best]!]!
    const content = contentOf(paragraph, cue, mention, nextReport(paragraph, reports, r))
    if (!content) return
    const { tokens } = paragraph
    const span = { start: tokens.start[content.first]!, end: tokens.end[content.last]! }
    if (taken.some((marked) => marked.start < span.end && span.start < marked.end)) return
    // *We can’t wish it away, she said*: a verb inside what somebody said reports nothing by itself.
    while (content.before && found.length > 0 && found.at(-1)!.span.start >= span.start) found.pop()
    const last = found.at(-1)
    if (last && span.start < last.span.end) {
      // Of two that overlap, as in *Ortiz said she hoped …*, the outer one was found first and stands, unless it is far less likely.
      if (probability < last.probability + 0.3) return
      found.pop()
    }
    found.push({ span, mention, cue, probability, verbatim: content.before && soundsSpoken(tokens, content.first, content.last) })
  })
  return found
}

/** *The engineer in charge*: behind a preposition a form is no verb. */
const isNoun = (tokens: Tokens, { first, form, kind }: PlacedCue): boolean =>
  kind === 'verb' &&
  form === word.BASE &&
  first > 0 &&
  (tokens.flags[first - 1]! & word.PREPOSITION) !== 0 &&
  tokens.text.slice(tokens.start[first - 1]!, tokens.end[first - 1]!) !== 'to'

/** Below it more is wrongly given to somebody than is missed above it. */
const LIKELY = 0.27

interface Content {
  readonly first: number
  readonly last: number
  readonly before: boolean
}

/** Where the reported words stand: in front of *…, officials said*, else behind the verb to the end of its sentence. */
function contentOf(paragraph: ParagraphReading, cue: PlacedCue, mention: PlacedMention, limit: number): Content | null {
  const { tokens } = paragraph
  const clauseFirst = Math.min(mention.from, cue.first)
  const clauseLast = Math.max(mention.last, cue.last)
  let start = clauseFirst
  while (start > 0 && tokens.sentence[start - 1] === tokens.sentence[cue.first]) start -= 1
  let end = clauseLast
  while (end + 1 < tokens.length && tokens.sentence[end + 1] === tokens.sentence[cue.first]) end += 1
  if (cue.kind === 'according-to') {
    const comma = isSign(tokens, clauseFirst - 1, ',')
    if (clauseFirst - start >= 3) return trimmed(tokens, start, clauseFirst - (comma ? 2 : 1), true)
    const behind = nextComma(tokens, clauseLast + 1, end)
    return behind < 0 ? null : trimmed(tokens, behind + 1, end, false)
  }
  const lead = isSign(tokens, clauseFirst - 1, ',') && clauseFirst - start >= 3
  if (
    lead &&
    isClause(paragraph, start, clauseFirst - 2) &&
    (isSign(tokens, clauseLast + 1, ',') || closes(paragraph, cue, clauseLast, end))
  )
    return trimmed(tokens, spokenFrom(paragraph, start), clauseFirst - 2, true)
  if (mention.from > cue.last) return null
  const from = afterWhom(paragraph, cue)
  const last = phraseEnd(paragraph, from, Math.min(end, limit - 1))
  return isWhenOrWhere(paragraph, from, last) ? null : trimmed(tokens, from, last, false)
}

/** *she said on Monday in the hall*: when and where are not what was said. */
function isWhenOrWhere(paragraph: ParagraphReading, from: number, last: number): boolean {
  const { tokens } = paragraph
  if (
    !/^(?:on|in|at|during|before|after|from|by|outside|inside|near)$/i.test(
      tokens.text.slice(tokens.start[from] ?? 0, tokens.end[from] ?? 0)
    )
  )
    return false
  const layout = layoutOf(paragraph)
  for (let i = from; i <= last; i += 1) if (isVerb(layout, i)) return false
  return true
}

const BREAKS = /^(?:because|while|although|though|after|before|when|since|until|unless|whereas)$/i

/** *criticised the plan, saying …*: what is no clause ends with its phrase; a clause goes on to the end. */
function phraseEnd(paragraph: ParagraphReading, from: number, end: number): number {
  const { tokens } = paragraph
  const layout = layoutOf(paragraph)
  if (from <= end && /^(?:that|whether|if|how|what|why|when|where|who)$/i.test(tokens.text.slice(tokens.start[from]!, tokens.end[from]!)))
    return end
  for (let i = from; i <= end; i += 1) {
    if (isSign(tokens, i, ',') || isSign(tokens, i, '—') || isSign(tokens, i, ';')) return i - 1
    // “supports him because …”, “denies it and has said so”
    if (i > from && (BREAKS.test(tokens.text.slice(tokens.start[i]!, tokens.end[i]!)) || (isJoint(layout, i) && isVerb(layout, i + 1))))
      return i - 1
    if (isVerb(layout, i)) return end
  }
  return end
}

/** *We must push on. Be careful, he said*: words that sound spoken, in front of the sentence with the clause, are part of what was said. */
function spokenFrom({ tokens, cues }: ParagraphReading, start: number): number {
  if (start === 0 || cues.some((cue) => cue.first < start && cue.class === 1)) return start
  for (let i = 0; i < start; i += 1) if (tokens.shape[i] === QUOTED) return start
  return soundsSpoken(tokens, 0, start - 1) ? 0 : start
}

/** Whether nothing but who, whom, when and where follows: *, officials told the paper on Monday.* */
function closes(paragraph: ParagraphReading, cue: PlacedCue, last: number, end: number): boolean {
  const { tokens } = paragraph
  // “Not surprisingly, Ortiz backs the plan”: what the verb reports stands behind it.
  const next = last + 1
  if (next <= end && !TOLD.has(cue.lemma) && last === cue.last && isObject(layoutOf(paragraph), next)) return false
  for (let i = last + 1; i <= end; i += 1) {
    const flags = tokens.flags[i]!
    // “…, he said during a handshake, alluding to what he sees as an era”: what follows is about the saying.
    if (isSign(tokens, i, ',') && i < end && tokens.text.slice(tokens.end[i + 1]! - 3, tokens.end[i + 1]!) === 'ing') return true
    if (tokens.shape[i] === QUOTED || flags & word.AUXILIARY) return false
    if (flags & word.RELATIVE && /^(?:that|who|which)$/i.test(tokens.text.slice(tokens.start[i]!, tokens.end[i]!)))
      return i > last + 1 && isSign(tokens, i - 1, ',')
    if (flags & word.PRONOUN) return false
  }
  return end - last < 30
}

/** *In May, Ortiz promised …*: what stands in front says something by itself only where it has a verb, and is not all one adverbial. */
function isClause(paragraph: ParagraphReading, first: number, last: number): boolean {
  const { tokens } = paragraph
  const layout = layoutOf(paragraph)
  let finite = false
  let comma = false
  for (let i = first; i <= last; i += 1) {
    if (isVerb(layout, i)) finite = true
    if (i > first && isSign(tokens, i, ',')) comma = true
  }
  const adverbial =
    (tokens.flags[first]! & (word.PREPOSITION | word.CONJUNCTION)) !== 0 &&
    !/^(?:and|but|or|so|yet)$/i.test(tokens.text.slice(tokens.start[first]!, tokens.end[first]!))
  return finite && (!adverbial || comma)
}

/** The first token of what is said: behind whom it was told. */
function afterWhom({ tokens, mentions }: ParagraphReading, { last, lemma }: PlacedCue): number {
  let from = last + 1
  if (TOLD.has(lemma)) {
    const whom = mentions.find((mention) => mention.from === from || mention.first === from)
    if (whom) from = whom.last + 1
  }
  if (isSign(tokens, from, ',')) from += 1
  return from
}

const TOLD = new Set([
  'tell',
  'inform',
  'assure',
  'reassure',
  'remind',
  'notify',
  'warn',
  'advise',
  'urge',
  'ask',
  'convince',
  'persuade',
  'promise'
])

/** The first token of the next clause that somebody else’s, or the same one’s, report begins with: *and said he would …*. */
function nextReport({ tokens }: ParagraphReading, reports: readonly Report[], index: number): number {
  const { cue } = reports[index]!
  for (let r = index + 1; r < reports.length; r += 1) {
    const { cue: next, subjects } = reports[r]!
    if (tokens.sentence[next.first] !== tokens.sentence[cue.first]) break
    const { shares } = subjects
    if (1 - shares[shares.length - 1]! < 0.5 || next.kind === 'colon') continue
    const before = next.first - 1
    if (tokens.flags[before]! & word.CONJUNCTION) return isSign(tokens, before - 1, ',') ? before - 1 : before
    if (isSign(tokens, before, ',')) return before
  }
  return tokens.length
}

function nextComma(tokens: Tokens, from: number, end: number): number {
  for (let i = from; i <= end; i += 1) if (isSign(tokens, i, ',')) return i
  return -1
}

/** Without signs at its edges; null where hardly a word is left. */
function trimmed(tokens: Tokens, first: number, last: number, before: boolean): Content | null {
  let a = first
  let b = last
  while (a <= b && tokens.shape[a] === SIGN) a += 1
  while (b >= a && tokens.shape[b] === SIGN) b -= 1
  // What begins with a title, *the Odeon shows “The Long Levy”*, is no clause.
  return b - a < 1 || tokens.shape[a] === QUOTED ? null : { first: a, last: b, before }
}

/** *I*, *we*, *it’s*, *don’t*: a paper writes so only when somebody speaks. */
function soundsSpoken(tokens: Tokens, first: number, last: number): boolean {
  for (let i = first; i <= last; i += 1) {
    if (tokens.shape[i] === SIGN || tokens.shape[i] === QUOTED) continue
    const lower = tokens.text.slice(tokens.start[i]!, tokens.end[i]!).toLowerCase().replace('’', "'")
    if (SPOKEN.test(lower)) return true
    if (lower === "'s" && i > first && CONTRACTED.test(tokens.text.slice(tokens.start[i - 1]!, tokens.end[i - 1]!))) return true
  }
  return false
}

const SPOKEN = /^(?:i|we|my|our|me|us|you|your|'(?:re|ve|ll|m)|.+n't)$/
const CONTRACTED = /^(?:it|that|there|here|what|he|she)$/i
