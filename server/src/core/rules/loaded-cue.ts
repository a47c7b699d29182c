/** A verb that takes sides where it reports what somebody said: *claimed*, *admitted*. Never one inside a quotation, nor *claimed the title*. */
import * as l10n from '@vscode/l10n'
import cues from '../../../data/cues.json'
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation } from '../attribution/attribution.ts'
import type { BlockReading, Cue } from '../attribution/reading.ts'
import type { Mention } from '../entity/mention.ts'
import { toDraft } from '../text/offset-map.ts'
import { firstAt } from '../text/search.ts'
import { holds, type Span } from '../text/span.ts'
import { blockQuotationOf } from './display.ts'
import type { Told } from './told.ts'

export function* loadedCues({ blocks, quotations, text }: Analysis): Iterable<Told> {
  for (const [index, { block, reading }] of blocks.entries()) {
    const loaded = loadedIn(reading)
    if (loaded.length === 0 || blockQuotationOf(block) !== null) continue
    const here = quotations.filter((quotation) => quotation.block === index)
    for (const { span: own, verb, neutral, reportsClause } of loaded) {
      const span = toDraft(block.prose.map, own, block.start)
      const reported = here.find((quotation) => isCueOf(span, quotation))
      if (!reportsClause && !reported) continue
      const words = text.slice(span.start, span.end)
      const said = reported && isQuestion(text, reported) ? asking[neutral] : neutral
      yield {
        block,
        span,
        message: sideTaken(verb, capital(words), said),
        fixes: () => [{ title: l10n.t('Say “{0}”', said), edits: [{ ...span, newText: said }], preferred: true }]
      }
    }
  }
}

const effects: Readonly<Record<string, string>> = cues.loaded

/** What the verb does to the words it reports. */
function sideTaken(verb: string, words: string, neutral: string): string {
  switch (effects[verb]) {
    case 'doubts':
      return l10n.t('“{0}” casts doubt on the words; “{1}” takes no side.', words, neutral)
    case 'answers doubt':
      return l10n.t('“{0}” suggests that somebody doubts the words; “{1}” takes no side.', words, neutral)
    case 'confesses':
      return l10n.t('“{0}” makes a confession of the words; “{1}” takes no side.', words, neutral)
    case 'yields':
      return l10n.t('“{0}” makes a defeat of the words; “{1}” takes no side.', words, neutral)
    case 'jokes':
      return l10n.t('“{0}” calls the words a joke; “{1}” takes no side.', words, neutral)
    case 'preens':
      return l10n.t('“{0}” calls the words vain; “{1}” takes no side.', words, neutral)
    default:
      return l10n.t('“{0}” takes the words for a fact; “{1}” takes no side.', words, neutral)
  }
}

type Neutral = 'say' | 'says' | 'said' | 'saying'

const asking: Readonly<Record<Neutral, string>> = { say: 'ask', says: 'asks', said: 'asked', saying: 'asking' }

/** A loaded verb that stands where one that reports may stand. */
interface Loaded {
  /** Both words of *pointed out*. */
  readonly span: Span<'prose'>
  readonly verb: string
  readonly neutral: Neutral
  /** Whether what follows is plainly what somebody said: *that the levy stays*, *she was tired*. */
  readonly reportsClause: boolean
}

const known = new WeakMap<BlockReading, readonly Loaded[]>()

function loadedIn(reading: BlockReading): readonly Loaded[] {
  let found = known.get(reading)
  if (!found) {
    found = reading.cues.flatMap((cue) => loadedAt(reading, cue) ?? [])
    known.set(reading, found)
  }
  return found
}

function loadedAt(reading: BlockReading, { span, lemma }: Cue<'prose'>): Loaded | null {
  const { text } = reading.prose
  const particle = lemma === 'point' ? /^\s+out\b/.exec(text.slice(span.end, span.end + 8))?.[0] : ''
  const verb = lemma === 'point' ? 'point out' : lemma
  if (particle === undefined || !(verb in effects) || isInsideMarks(reading, span)) return null
  const whole = { start: span.start, end: span.end + particle.length }
  const sentence = reading.prose.sentences[firstAt(reading.prose.sentences, ({ end }) => end, span.end)]
  if (!sentence) return null
  const form = text.slice(span.start, span.end).toLowerCase()
  const neutral: Neutral = form.endsWith('ing') ? 'saying' : form === lemma ? 'say' : form.endsWith('s') ? 'says' : 'said'
  const before = text.slice(sentence.start, span.start)
  if (NOT_HIS_OWN.test(before) || isNested(reading, sentence, span)) return null
  const behind = text.slice(whole.end, sentence.end)
  const clause = CLAUSE.test(behind) && (verb !== 'insist' || isTold(behind)) && hasSubject(reading, before, span, neutral)
  return { span: whole, verb, neutral, reportsClause: clause }
}

function isInsideMarks({ segments }: BlockReading, span: Span<'prose'>): boolean {
  const around = segments[firstAt(segments, (segment) => segment.span.end, span.end)]
  return around !== undefined && holds(around.span, span)
}

/** *never admitted*, *was claimed*, *refused to concede*: another verb would say something else, or nobody reports. */
const NOT_HIS_OWN = /(?:\b(?:not|never|hardly|no longer|to|be|been|being|is|are|was|were)|n[’']t)\s+(?:\w+ly\s+)?$/i

/** *that …*, or a clause that only its pronoun opens; *insisted on*, *claimed the title*, *admitted to hospital* are none. */
const CLAUSE = /^\s+(?:to\s+(?:\w+\s+)?\w+\s+)?(?:that\s+\S|(?:he|she|they|we|I)(?:\s|[’'](?:d|s|ll|re|ve|m)\b))/

/** “insisted that it was paid”, not “insisted that it be paid”, which demands. */
const isTold = (clause: string): boolean =>
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|did|does|do|\w+ed)\b|[’'](?:s|d|ll|re|ve|m|t)\b/.test(clause) &&
  !/(?<!\b(?:to|will|would|can|could|may|might|must|should|shall|not|never)\s|n[’']t\s)\bbe\b/.test(clause)

/** Whether somebody stands before the verb; *their claims that*, *claims that* alone are nouns. */
function hasSubject({ mentions, prose }: BlockReading, before: string, { start }: Span<'prose'>, neutral: Neutral): boolean {
  if (neutral === 'saying') return /,\s+(?:\w+ly\s+)?$/.test(before)
  const at = start - (/(?:\w+ly|also|later|then|has|have|had|once|again)\s+$/.exec(before)?.[0].length ?? 0)
  const subject = mentions[firstAt(mentions, ({ span }) => span.start, at) - 1]
  const isBeside = subject !== undefined && subject.span.end <= at && /^[\s,)]*$/.test(prose.text.slice(subject.span.end, at))
  if (isBeside) return agrees(subject, neutral) && !/[’']s?\s*$/.test(before)
  if (neutral === 'said') return true
  return /\b(?:who|I|you)\s+(?:\w+ly\s+)?$/.test(before)
}

const agrees = ({ number, head }: Mention<'prose'>, neutral: Neutral): boolean =>
  neutral === 'said' || (neutral === 'says' ? number === 'one' : number === 'many' || /^(?:i|you|we)$/.test(head))

/** “Ortiz said Reed claimed that”: the word is hers, reported. */
function isNested({ cues, prose, mentions }: BlockReading, sentence: Span<'prose'>, span: Span<'prose'>): boolean {
  const at = firstAt(cues, (cue) => cue.span.start, span.start) - 1
  const outer = cues[at]
  if (!outer || outer.span.start < sentence.start || !/^(?:say|tell|add|write|argue|explain|note|state)$/.test(outer.lemma)) return false
  const subject = mentions[firstAt(mentions, (mention) => mention.span.start, outer.span.end)]
  return (
    subject !== undefined &&
    subject.span.end <= span.start &&
    /^\s+(?:that\s+)?$/.test(prose.text.slice(outer.span.end, subject.span.start))
  )
}

/** Whether the quotation is whole and reported by this verb, or the verb follows it: *claimed “victory”* claims and reports nothing. */
const isCueOf = (span: Span, { cue, kind, evidence, segments }: Quotation): boolean =>
  cue?.start === span.start &&
  evidence?.sieve !== 'carried-over' &&
  (kind === 'direct' || (segments[0]?.span.end ?? span.end) <= span.start)

function isQuestion(text: string, { segments }: Quotation): boolean {
  const close = segments[0]?.close
  return close !== null && close !== undefined && text[close.start - 1] === '?'
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
