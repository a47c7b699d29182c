/** What an assistant asks, so that a draft it writes is held to the coverage: plain data in, plain data out, nothing changed. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { Voice } from '../coverage/said.ts'
import { findings } from '../rules/findings.ts'
import { defaultLevels, type Level, ruleIds } from '../rules/settings.ts'
import { lineIndex } from '../text/line-index.ts'
import type { Passage, Verdict } from '../verification/verification.ts'
import { verifyQuotation } from '../verification/verify-quotation.ts'
import { asRead } from './markup.ts'
import { quotationSheet, type SheetVerdict } from './sheet.ts'
import { statements } from './statements.ts'

/** Lines count from 1; what is not known is empty. */
export interface VerifiedQuotation {
  readonly line: number
  readonly words: string
  readonly speaker: string
  /** `none` where nothing can be said. */
  readonly verdict: SheetVerdict
  /** The changed words, another speaker. */
  readonly remark: string
  /** The coverage’s words, where they are not the quotation’s. */
  readonly published: string
  readonly publisher: string
  readonly date: string
  readonly url: string
}

/** Every quotation of the draft, in its order, held against the coverage. */
export function verifiedQuotations(analysis: Analysis): readonly VerifiedQuotation[] {
  const lines = lineIndex(analysis.text)
  return quotationSheet(analysis).map(({ span, words, speaker, verdict, remark, published, publisher, date, url }) => ({
    line: lines.positionAt(span.start).line + 1,
    ...{ words, speaker, verdict, remark, published, publisher, date, url }
  }))
}

export interface SaidInCoverage {
  readonly words: string
  /** Empty where the coverage does not tell. */
  readonly speaker: string
  /** In marks or a turn, in a report, in the article’s own prose; null where that is not known. */
  readonly voice: Voice | null
  /** `like` for statements that have most of the words. */
  readonly match: Verdict | 'like'
  readonly publisher: string
  readonly date: string
  readonly url: string
}

/**
 * Who is published to have said the words, or nearly these: first the statements and places in which they stand, then statements that are like
 * them; at most `most`. With a speaker, only what that one said.
 */
export function whoSaid(coverage: Coverage, words: string, speaker: string | null, most: number): readonly SaidInCoverage[] {
  const who = speaker === null ? null : { entity: null, name: speaker }
  const found = verifyQuotation([words], who, coverage).whole
  const places = found && found.verdict !== 'unsupported' && (who === null || found.saidBy !== 'other') ? found.passages : []
  const like = statements(coverage, who, words, most)
  const holds = ({ article, start, end }: Passage, other: Passage) =>
    article.id === other.article.id && start <= other.start && other.end <= end
  const whole = like.map(({ passage, words: own }) =>
    told(passage, places.some((place) => holds(passage, place)) ? found!.verdict : 'like', own)
  )
  const others = places
    .filter((place) => !like.some(({ passage }) => holds(passage, place)))
    .map((place) => told(place, found!.verdict, coverage.text(place.article, place.start, place.end)))
  return [...whole.filter(({ match }) => match !== 'like'), ...others, ...whole.filter(({ match }) => match === 'like')].slice(0, most)
}

const told = ({ article, speaker, voice }: Passage, match: SaidInCoverage['match'], words: string): SaidInCoverage => ({
  words: asRead(words),
  speaker: speaker ?? '',
  voice,
  match,
  publisher: article.publisher ?? article.title ?? '',
  date: article.date ?? '',
  url: article.url ?? ''
})

export interface UnattributedQuotation {
  readonly line: number
  readonly words: string
  readonly rule: string
  readonly message: string
  /** Who may have said it, the likeliest first. */
  readonly likely: readonly { readonly name: string; readonly probability: number; readonly reason: string }[]
}

/** The rules that want a speaker. */
const WANTED = ['unattributed-quotation', 'distant-attribution', 'ambiguous-speaker'] as const

/** Quotations of the draft of which a reader is not told, or not plainly, who said them. */
export function unattributedQuotations(analysis: Analysis): readonly UnattributedQuotation[] {
  const lines = lineIndex(analysis.text)
  // Whoever asks takes the draft for a story, however short it is.
  return findings({ ...analysis, story: true }, onlyWanted).map(({ rule, span, message }) => {
    const quotation = analysis.quotations.find((one) => one.span.start === span.start)
    return {
      line: lines.positionAt(span.start).line + 1,
      words: asRead(analysis.text.slice(span.start, span.end)),
      rule,
      message,
      likely: (quotation ? analysis.candidates(quotation) : []).slice(0, 4).map(({ name, shortName, probability, reason }) => ({
        name: name ?? shortName,
        probability: Math.round(probability * 100) / 100,
        reason
      }))
    }
  })
}

const onlyWanted = Object.fromEntries(
  ruleIds.map((id): [string, Level] => [id, WANTED.some((wanted) => wanted === id) ? defaultLevels[id] : 'off'])
) as typeof defaultLevels
