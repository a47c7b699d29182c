/** How right the program reads a story, counted as the figures of `docs/accuracy.md` are. */
import { createWorkspace, defaultLevels, type Finding, findings, type Quotation, type Span } from '../../server/src/core/api.ts'
import type { GoldQuotation, Story } from './gold.ts'

/** What was right of how many. */
export interface Share {
  readonly right: number
  readonly of: number
}

export interface Score {
  readonly name: string
  /** Found, given and answered, of segments whose speaker the draft tells; exact but for marks and punctuation at the edges. */
  readonly segments: Matches
  readonly kind: Share
  readonly speaker: Share
  readonly person: Share
  readonly cue: Share
  /** Overlapping by three tenths, with the right speaker. */
  readonly indirect: Matches
  /** Findings on words that need none. */
  readonly falseFlags: number
  /** Quotations of nobody that no finding names. */
  readonly missedFlags: number
  /** What was read otherwise than it should, for people. */
  readonly misses: readonly string[]
}

interface Matches {
  readonly hit: number
  readonly predicted: number
  readonly gold: number
}

interface Answer extends Span {
  readonly quotation: Quotation
}

const ATTRIBUTION = new Set(['unattributed-quotation', 'distant-attribution', 'ambiguous-speaker'])
const SPOKEN = new Set(['direct', 'mixed'])

/** Reads the story as a draft without packs, and compares. */
export function score({ name, text, quotations: gold }: Story): Score {
  const analysis = createWorkspace().withDraft('corpus:', text).analysis('corpus:')
  if (!analysis) throw new Error('no analysis')
  const told = findings(
    { ...analysis, story: true, quotations: analysis.quotations, chains: analysis.chains, sections: analysis.sections },
    defaultLevels
  )
  const misses: string[] = []
  const miss = (what: string, { start, end }: Span, expected: string, got: string) =>
    void misses.push(`${name}: ${what}: ${shortened(text.slice(start, end))}\n    expected ${expected}\n    got      ${got}`)

  const marked: Answer[] = analysis.quotations
    .filter(({ kind }) => kind !== 'indirect')
    .flatMap((quotation) =>
      (quotation.segments.length > 0 ? quotation.segments : [quotation]).map(({ span }) => ({ ...stripped(text, span), quotation }))
    )
  const goldMarked = gold.filter(({ kind }) => kind !== 'indirect')
  const goldSegments = goldMarked.flatMap((quotation) => quotation.segments.map((span) => ({ ...stripped(text, span), quotation })))
  const spoken = goldSegments.filter(({ quotation }) => quotation.speaker)
  const sourceless = goldSegments.filter(({ quotation }) => SPOKEN.has(quotation.kind) && !quotation.speaker)
  const elsewhere = goldSegments.filter(({ quotation }) => quotation.kind === 'elsewhere')
  const answered = marked.filter(
    (answer) => answer.quotation.speaker && ![...sourceless, ...elsewhere].some((other) => overlap(other, answer) >= 0.3)
  )
  const hits = spoken.filter((segment) => answered.some((answer) => same(answer, segment)))

  const kind = { right: 0, of: 0 }
  const speaker = { right: 0, of: 0 }
  const person = { right: 0, of: 0 }
  const cue = { right: 0, of: 0 }
  for (const segment of goldSegments) {
    const { quotation } = segment
    const answer = best(segment, marked)
    const found = answer?.quotation
    if (quotation.kind !== 'elsewhere') {
      kind.of += 1
      if (found?.kind === quotation.kind) kind.right += 1
    }
    if (!answer || !same(answer, segment))
      miss(
        'segment',
        segment,
        shortened(text.slice(segment.start, segment.end)),
        answer ? shortened(text.slice(answer.start, answer.end)) : 'nothing'
      )
    if (quotation.kind !== 'elsewhere' && SPOKEN.has(quotation.kind) !== SPOKEN.has(found?.kind ?? 'scare'))
      miss('kind', segment, quotation.kind, found?.kind ?? 'nothing')
    if (!quotation.speaker) continue
    const said = text.slice(quotation.speaker.span.start, quotation.speaker.span.end)
    const answerWords = found?.speaker ? text.slice(found.speaker.span.start, found.speaker.span.end) : 'nobody'
    speaker.of += 1
    if (found?.speaker && rightMention(text, found.speaker.span, quotation.speaker.span)) speaker.right += 1
    else miss('speaker', segment, said, answerWords)
    person.of += 1
    const names = found?.speaker ? [found.speaker.name, ...found.speaker.also.map((other) => other.name)] : []
    if (found?.speaker && rightPerson(quotation, names, said)) person.right += 1
    else miss('person', segment, quotation.speaker.names.join(' & ') || `nobody named (${said})`, names.join(' & ') || answerWords)
    if (!quotation.cue) continue
    cue.of += 1
    if (found?.cue && touching(found.cue, quotation.cue)) cue.right += 1
    else
      miss(
        'cue',
        segment,
        text.slice(quotation.cue.start, quotation.cue.end),
        found?.cue ? text.slice(found.cue.start, found.cue.end) : 'none'
      )
  }
  for (const answer of answered)
    if (!spoken.some((segment) => overlap(segment, answer) >= 0.3))
      miss('quotation', answer, 'nobody said it', text.slice(answer.quotation.speaker!.span.start, answer.quotation.speaker!.span.end))

  const flagged = flags(told, goldSegments, text, miss)
  return {
    name,
    segments: { hit: hits.length, predicted: answered.length, gold: spoken.length },
    kind,
    speaker,
    person,
    cue,
    indirect: indirectSpeech(text, gold, analysis.quotations, spoken, miss),
    ...flagged,
    misses
  }
}

type Miss = (what: string, span: Span, expected: string, got: string) => void

function indirectSpeech(
  text: string,
  gold: readonly GoldQuotation[],
  quotations: readonly Quotation[],
  spoken: readonly Span[],
  miss: Miss
): Matches {
  const wanted = gold.filter(({ kind, speaker }) => kind === 'indirect' && speaker)
  // What is partly quoted is counted by its marked words.
  const answers = quotations.filter(
    ({ kind, speaker, span }) => kind === 'indirect' && speaker && !spoken.some((segment) => touching(segment, span))
  )
  const left = new Set(answers)
  let hit = 0
  for (const { segments, speaker } of wanted) {
    const span = { start: segments[0]!.start, end: segments.at(-1)!.end }
    const answer = [...left].find(
      (candidate) =>
        overlap(stripped(text, span), stripped(text, candidate.span)) >= 0.3 && rightMention(text, candidate.speaker!.span, speaker!.span)
    )
    if (answer) {
      left.delete(answer)
      hit += 1
    } else miss('indirect', span, text.slice(speaker!.span.start, speaker!.span.end), 'nothing')
  }
  for (const { span, speaker } of left) miss('indirect', span, 'nothing', text.slice(speaker!.span.start, speaker!.span.end))
  return { hit, predicted: answers.length, gold: wanted.length }
}

function flags(told: readonly Finding[], segments: readonly (Span & { quotation: GoldQuotation })[], text: string, miss: Miss) {
  let falseFlags = 0
  let missedFlags = 0
  const due = segments.filter(({ quotation }) => quotation.unattributed)
  for (const { rule, span } of told) {
    if (!ATTRIBUTION.has(rule) && rule !== 'unclosed-quotation') continue
    if (
      rule === 'unclosed-quotation' &&
      segments.some(({ quotation }) => quotation.segments.some((own) => touching(own, span) && isOpen(text, own)))
    )
      continue
    if (ATTRIBUTION.has(rule) && due.some((segment) => touching(segment, span))) continue
    falseFlags += 1
    miss('finding', span, 'no finding', rule)
  }
  for (const quotation of new Set(due.map((segment) => segment.quotation))) {
    const own = due.filter((segment) => segment.quotation === quotation)
    if (told.some(({ rule, span }) => ATTRIBUTION.has(rule) && own.some((segment) => touching(segment, stripped(text, span))))) continue
    missedFlags += 1
    miss('finding', own[0]!, 'a finding', 'none')
  }
  return { falseFlags, missedFlags }
}

/** Whether the answer itself has the quotation end without a mark. */
const isOpen = (text: string, { end }: Span): boolean => !/["“”„«»‹›'‘’‚`]/.test(text[end - 1] ?? '')

const EDGE = /[\s"“”„«»‹›'‘’‚`.,;:!?…()[\]—–*_>-]/

/** Without marks, spaces and punctuation at the edges. */
function stripped(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && EDGE.test(text[from]!)) from += 1
  while (to > from && EDGE.test(text[to - 1]!)) to -= 1
  return { start: from, end: to }
}

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end
const touching = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
function overlap(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}
const best = (segment: Span, answers: readonly Answer[]): Answer | undefined =>
  answers.filter((answer) => touching(answer, segment)).sort((a, b) => overlap(b, segment) - overlap(a, segment))[0]

/** Overlaps the right mention, within one paragraph, and is no stretch much longer than it. */
const rightMention = (text: string, answer: Span, gold: Span): boolean =>
  touching(answer, gold) &&
  answer.end - answer.start <= Math.max(2 * (gold.end - gold.start), 40) &&
  !text.slice(answer.start, answer.end).includes('\n\n')

/** The same people, one of whose names may hold a title or lack a given name. Where nobody is named, nobody may be. */
function rightPerson({ speaker }: GoldQuotation, names: readonly (string | null)[], said: string): boolean {
  const gold = speaker?.names ?? []
  const given = names.filter((name) => name !== null)
  if (gold.length === 0) return given.every((name) => within(wordsOf(name), wordsOf(said)))
  return gold.length === given.length && gold.every((name) => given.some((other) => samePerson(wordsOf(name), wordsOf(other))))
}

const wordsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const within = (inner: readonly string[], outer: readonly string[]): boolean => inner.every((word) => outer.includes(word))
const samePerson = (a: readonly string[], b: readonly string[]): boolean => within(a, b) || (within(b, a) && b.length > 1)

const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, ' ')
  return line.length > 90 ? `${line.slice(0, 56)} … ${line.slice(-30)}` : line
}
