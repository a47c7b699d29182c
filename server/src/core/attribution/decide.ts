/** Who said the marked words of one paragraph: the sieves in their order, and the ranker that weighs what they found. */
import * as l10n from '@vscode/l10n'
import * as word from '../entity/lexicon.ts'
import type { PlacedMention } from '../entity/placed-mention.ts'
import type { Block } from '../markdown/block.ts'
import type { Segment } from '../quotation/quotation.ts'
import type { Span } from '../text/span.ts'
import { type UnmarkedSpeech, unmarkedSpeech } from './indirect.ts'
import { model } from './model.ts'
import type { DecidedParagraph, ParagraphReading, Quoted } from './paragraph.ts'
import { type Before, beforeKey } from './ranker/before.ts'
import { layoutOf } from './ranker/layout.ts'
import { linksOf } from './ranker/links.ts'
import { CARRIED_OVER, NOBODY } from './ranker/speaker-features.ts'
import { rankSpeakers, speakerRows } from './ranker/speaker-ranker.ts'
import { spokenness } from './ranker/spoken.ts'
import { type RankedSubjects, rankSubjects } from './ranker/subject-ranker.ts'
import { behind, inFront } from './sieves/adjacent.ts'
import { accordingTo, ahead, colon, continued, credit, earlierInSentence, laterInSentence, sentenceBefore, turn } from './sieves/clause.ts'
import { type Decision, isSentence, type Sieve, wordsOf } from './sieves/sieve.ts'
import { standsAlone, type Unspoken, unspokenKind } from './unspoken.ts'

/** A quotation as its paragraph tells it, in prose offsets. */
export interface LocalQuotation {
  /** `marked` words, or without marks `verbatim` ones or `indirect` speech. */
  readonly form: 'marked' | 'verbatim' | 'indirect'
  readonly span: Span<'prose'>
  readonly segments: readonly Segment<'prose'>[]
  /** Whether every segment has its closing mark. */
  readonly closed: boolean
  readonly decision: Decision | null
  /** How probable it is that whoever the paragraph before hands on goes on here; 0 where somebody, or nobody, is likelier. */
  readonly goesOn: number
  /** The mention that shares the verb: *Putin* in *Xi and Putin said*. */
  readonly also: readonly PlacedMention[]
  /** Whole sentences rather than words inside the paper’s own. */
  readonly whole: boolean
  readonly unspoken: Unspoken
  /** How surely somebody said these words, though no speaker was found; 0 where the words run into another sentence. */
  readonly spoken: number
  /** Whether nothing but quotations stands in the paragraph. */
  readonly fillsParagraph: boolean
  readonly opensParagraph: boolean
  /** Whether the paragraph ends with it, or with the clause that attributes it. */
  readonly endsParagraph: boolean
}

/** The surest first. */
const inOrder: readonly Sieve[] = [
  turn,
  credit,
  behind,
  inFront,
  accordingTo,
  colon,
  continued,
  earlierInSentence,
  laterInSentence,
  sentenceBefore
]

/** What no ranking can better: a signature, the name in front of a turn. */
const FINAL = new Set(['turn', 'credit'])

/** What the sieves say of the paragraph's marked segments, in their order. */
export function ruled(paragraph: ParagraphReading): (Decision | null)[] {
  const decided: (Decision | null)[] = []
  paragraph.quoted.forEach((quoted, i) => {
    let decision: Decision | null = null
    for (const sieve of inOrder) {
      decision = sieve(paragraph, quoted, decided, i)
      if (decision) break
    }
    decided.push(decision)
  })
  for (let i = decided.length - 2; i >= 0; i -= 1) decided[i] ??= ahead(paragraph, paragraph.quoted[i]!, decided, i)
  return decided
}

/** The ranked subjects of the paragraph's cues; worked out once. */
export function subjectsIn(paragraph: ParagraphReading): readonly RankedSubjects[] {
  if (!paragraph.memo.subjects) {
    const { subject, rates } = model()
    paragraph.memo.subjects = rankSubjects(paragraph, paragraph.cues, subject, rates)
  }
  return paragraph.memo.subjects
}

/** The paragraph's quotations; worked out once for each way in which the paragraph before may end. */
export function decide(paragraph: ParagraphReading, kind: Block['kind'], before: Before): DecidedParagraph {
  const { decided } = paragraph.memo
  const key = beforeKey(before)
  decided[key] ??= { quotations: quotationsIn(paragraph, kind, before) }
  return decided[key]
}

/** The speech without marks of a paragraph that was decided so, in order. */
export function unmarkedIn(paragraph: ParagraphReading, decided: DecidedParagraph): readonly LocalQuotation[] {
  if (!decided.unmarked) {
    const { subject, rates } = model()
    const { cues, attitudes } = paragraph
    const views = rankSubjects(paragraph, attitudes, subject, rates)
    const reports = [
      ...subjectsIn(paragraph).map((subjects, i) => ({ cue: cues[i]!, subjects })),
      ...views.map((subjects, i) => ({ cue: attitudes[i]!, subjects }))
    ].sort((a, b) => a.cue.first - b.cue.first)
    const taken = decided.quotations.filter(({ decision, goesOn }) => decision || goesOn > 0).map(({ span }) => span)
    const spent = new Set(decided.quotations.flatMap(({ decision }) => decision?.cue ?? []))
    decided.unmarked = unmarkedSpeech(paragraph, reports, taken, spent).map((speech) => withoutMarks(paragraph, speech))
  }
  return decided.unmarked
}

function withoutMarks(paragraph: ParagraphReading, { span, mention: subject, cue, probability, verbatim }: UnmarkedSpeech): LocalQuotation {
  const mention = named(paragraph, subject)
  const who = wordsOf(paragraph, mention)
  const reason = l10n.t('“{0}” is reported with “{1}”.', who, wordsOf(paragraph, cue))
  return {
    form: verbatim ? 'verbatim' : 'indirect',
    span,
    segments: [],
    closed: true,
    decision: { sieve: verbatim ? 'unmarked' : 'reported', mention, cue, reason, probability },
    goesOn: 0,
    also: sharing(paragraph, mention),
    whole: verbatim,
    unspoken: 'term',
    spoken: 1,
    fillsParagraph: false,
    opensParagraph: false,
    endsParagraph: false
  }
}

/** What one marked segment is decided to be. */
interface Answer {
  readonly decision: Decision | null
  readonly goesOn: number
}

function quotationsIn(paragraph: ParagraphReading, kind: Block['kind'], before: Before): LocalQuotation[] {
  const rules = ruled(paragraph)
  const answers = paragraph.quoted.map((_, i) => answer(paragraph, rules, i, kind, before))
  const fills = paragraph.quoted.length === paragraph.tokens.length
  const found: LocalQuotation[] = []
  for (let i = 0; i < paragraph.quoted.length; i += 1) {
    const first = i
    const quoted = paragraph.quoted[i]!
    const { decision, goesOn } = answers[i]!
    const parts = [quoted]
    while (
      decision
        ? interrupted(paragraph, parts.at(-1)!, paragraph.quoted[i + 1], decision, answers[i + 1]?.decision)
        : goesOn === 0 && sideBySide(paragraph, parts.at(-1)!, paragraph.quoted[i + 1], answers[i + 1])
    ) {
      i += 1
      parts.push(paragraph.quoted[i]!)
    }
    found.push({
      form: 'marked',
      span: { start: quoted.segment.span.start, end: parts.at(-1)!.segment.span.end },
      segments: parts.map((part) => part.segment),
      closed: parts.every((part) => part.segment.close !== null),
      decision,
      goesOn,
      also: decision ? sharing(paragraph, decision.mention) : [],
      whole: quoted.words.opensWithCapital && (quoted.words.count > 3 || /[.,?!]/.test(quoted.words.lastSign)),
      unspoken: unspokenKind(paragraph, quoted),
      spoken: decision
        ? 1
        : Math.max(
            ...parts.map((part, p) => (standsAlone(paragraph, part, kind) ? spokenness(paragraph, first + p, kind, model().spoken) : 0))
          ),
      fillsParagraph: fills,
      opensParagraph: quoted.token === 0,
      endsParagraph: endsParagraph(paragraph, parts.at(-1)!, decision)
    })
  }
  return found
}

/** The likeliest of the mentions, of whoever goes on from the paragraph before, and of nobody. */
function answer(
  paragraph: ParagraphReading,
  rules: readonly (Decision | null)[],
  index: number,
  kind: Block['kind'],
  before: Before
): Answer {
  const rule = rules[index] ?? null
  if (rule && FINAL.has(rule.sieve)) return { decision: rule, goesOn: 0 }
  const ranked = subjectsIn(paragraph)
  const rows = speakerRows(paragraph, ranked, rules, index, before, kind, model().rates)
  const shares = rankSpeakers(rows, model().speaker)
  let best = 0
  for (let i = 1; i < shares.length; i += 1) if (shares[i]! > shares[best]!) best = i
  const chosen = rows.candidates[best]!
  const probability = shares[best]!
  if (chosen === NOBODY) return { decision: null, goesOn: before.who && goesOn(paragraph, index) ? SURE_ENOUGH : 0 }
  if (chosen === CARRIED_OVER) return { decision: null, goesOn: probability }
  const mention = named(paragraph, paragraph.mentions[chosen]!)
  if (rule && named(paragraph, rule.mention) === mention) return { decision: { ...rule, mention, probability }, goesOn: 0 }
  const decision = byRanking(paragraph, ranked, paragraph.quoted[index]!, chosen, mention, probability)
  return { decision: tellsOtherwise(paragraph, paragraph.quoted[index]!, decision) ? null : decision, goesOn: 0 }
}

/**
 * “Nobody has asked us.” Ortiz left. “We stay”: a week in Ortizville: whom no verb of saying gives whole words to did not say
 * them where only a sentence behind names them, or they stand behind a preposition.
 */
function tellsOtherwise({ tokens }: ParagraphReading, quoted: Quoted, { cue, mention, probability }: Decision): boolean {
  if (cue !== null || !quoted.words.opensWithCapital || quoted.words.count < 4) return false
  const behind = mention.first > quoted.token && tokens.sentence[mention.first] !== tokens.sentence[quoted.token]
  return behind || (probability < UNSURE && mention.from > 0 && (tokens.flags[mention.from - 1]! & word.PREPOSITION) !== 0)
}

/** “… pays for the bridge,” Ortiz said. / “And it pays for the school.”: nothing but a sentence of somebody’s stands in the paragraph. */
const goesOn = ({ quoted, tokens }: ParagraphReading, index: number): boolean =>
  quoted.length === tokens.length && isSentence(quoted[index]!)

/** How often such a sentence is the same speaker’s. */
const SURE_ENOUGH = 0.75

/** *The judge, Ingrid Falk, said*: the name says more than the noun it explains. */
function named({ mentions }: ParagraphReading, mention: PlacedMention): PlacedMention {
  if (mention.kind !== 'nominal') return mention
  const at = mentions.indexOf(mention)
  const next = mentions[at + 1]
  return at >= 0 && next?.kind === 'name' && next.apposedTo === at ? next : mention
}

/** A surer answer than that rests on more than who stands near. */
const UNSURE = 0.6

/** A decision that no sieve made, with the cue that speaks for it. */
function byRanking(
  paragraph: ParagraphReading,
  ranked: readonly RankedSubjects[],
  quoted: Quoted,
  chosen: number,
  mention: PlacedMention,
  probability: number
): Decision {
  const link = linksOf(paragraph, layoutOf(paragraph), ranked, quoted).get(chosen)
  const cue = link && link.share >= 0.3 ? paragraph.cues[link.cue]! : null
  const who = wordsOf(paragraph, mention)
  const reason = cue
    ? l10n.t('“{0}” is the likeliest subject of “{1}” here ({2} %).', who, wordsOf(paragraph, cue), Math.round((link?.share ?? 0) * 100))
    : l10n.t('“{0}” is the likeliest of those named around these words.', who)
  return { sieve: 'ranked', mention, cue, reason, probability }
}

function endsParagraph({ tokens }: ParagraphReading, { token }: Quoted, decision: Decision | null): boolean {
  const last = tokens.length - 1
  return (
    token >= last - 1 ||
    (decision !== null && tokens.sentence[last] === tokens.sentence[decision.mention.first] && decision.mention.first > token)
  )
}

/** “The levy,” Ortiz said, “stays.”: one sentence of one speaker in two marked pieces around the clause. */
function interrupted(
  paragraph: ParagraphReading,
  first: Quoted,
  second: Quoted | undefined,
  a: Decision,
  b: Decision | null | undefined
): boolean {
  if (!second || b?.mention !== a.mention || second.words.opensWithCapital) return false
  const between = paragraph.tokens.text.slice(first.segment.span.end, second.segment.span.start)
  return /[,—–-]\s*$/.test(between) && between.length < 120 && a.mention.first > first.token && a.mention.last < second.token
}

/** Two marked pieces of nobody’s with nothing between are one thing to tell the writer, not two. */
function sideBySide({ tokens }: ParagraphReading, first: Quoted, second: Quoted | undefined, next: Answer | undefined): boolean {
  if (!second || next?.decision || next?.goesOn || second.token !== first.token + 1) return false
  return first.segment.close !== null && /^\s+$/.test(tokens.text.slice(first.segment.span.end, second.segment.span.start))
}

/** The others in *Xi and Putin*, *Ortiz, Reed and Okafor*. */
function sharing({ tokens, mentions }: ParagraphReading, mention: PlacedMention): readonly PlacedMention[] {
  const at = mentions.indexOf(mention)
  if (at < 0) return []
  const found: PlacedMention[] = []
  for (const step of [-1, 1]) {
    let here = mention
    for (let m = at + step; m >= 0 && m < mentions.length; m += step) {
      const other = mentions[m]!
      const [left, right] = step < 0 ? [other, here] : [here, other]
      const joint = tokens.text.slice(left.span.end, right.span.start)
      if (!/^\s*(?:,\s*)?(?:and|&)\s+$/.test(joint) || other.object || other.possessive || other.kind === 'pronoun') break
      found.push(other)
      here = other
    }
  }
  return found
}
