/** Who speaks in a draft: how often, in how many words, named or not, and what the coverage says to it. */
import type { Analysis } from '../analysis/analysis.ts'
import { quotedWords } from '../analysis/checked-quotations.ts'
import type { Quotation, Somebody, Speaker } from '../attribution/attribution.ts'
import { fold } from '../text/fold.ts'
import type { Span } from '../text/span.ts'
import type { Verdict } from '../verification/verification.ts'
import { isCovered } from './covered.ts'
import { toldVerdict } from './verdict.ts'

export interface Speaking {
  /** `named`; `anonymous`: somebody the draft describes and does not name; `nobody`: words that it gives to nobody. */
  readonly kind: 'named' | 'anonymous' | 'nobody'
  /** The full name, or the draft’s own words for them; empty for nobody. */
  readonly name: string
  readonly entity: string | null
  /** How many quotations in marks, and how many words stand in them. */
  readonly quotations: number
  readonly words: number
  /** How often the draft reports them in its own words. */
  readonly reported: number
  /** How many of the quotations have each verdict; empty where the coverage does not know the story. */
  readonly verdicts: Readonly<Partial<Record<Verdict, number>>>
  /** Their quotations in marks, then what is reported, each in draft order. */
  readonly places: readonly Span[]
}

/** Everybody who speaks, those with the most words in marks first; two who speak together each have said it. */
export function speakers(analysis: Analysis): readonly Speaking[] {
  const everybody = new Map<string, Tally>()
  const verified = analysis.coverage.index.segments.length > 0
  for (const quotation of analysis.quotations) {
    if (!isSpoken(quotation)) continue
    const verdict = verified && quotation.kind !== 'indirect' ? toldVerdict(analysis.verification(quotation).whole) : null
    for (const who of whoSpeaks(analysis, quotation.speaker)) {
      const key = `${who.kind}\n${who.entity ?? fold(who.name).replace(/^(?:an?|the|one|another) /, '')}`
      const tally = everybody.get(key) ?? { who, marked: [], reported: [], words: 0, verdicts: [] }
      everybody.set(key, tally)
      if (quotation.kind === 'indirect') tally.reported.push(quotation.span)
      else {
        tally.marked.push(quotation.span)
        tally.words += quotedWords(quotation, analysis.text)
          .split(/\s+/)
          .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
        if (verdict) tally.verdicts.push(verdict)
      }
    }
  }
  const covered = isCovered(analysis)
  return [...everybody.values()]
    .map((tally) => speaking(tally, covered))
    .sort((a, b) => b.words - a.words || b.quotations - a.quotations || b.reported - a.reported)
}

interface Tally {
  readonly who: Pick<Speaking, 'kind' | 'name' | 'entity'>
  readonly marked: Span[]
  readonly reported: Span[]
  words: number
  readonly verdicts: Verdict[]
}

/** Words in marks that nobody is found to have said count only where somebody plainly has. */
const isSpoken = ({ kind, speaker, unattributed }: Quotation): boolean =>
  kind === 'direct' || kind === 'mixed' ? speaker !== null || unattributed : kind === 'indirect' && speaker !== null

function whoSpeaks({ text }: Analysis, speaker: Speaker | null): readonly Tally['who'][] {
  if (!speaker) return [{ kind: 'nobody', name: '', entity: null }]
  const words = text.slice(speaker.span.start, speaker.span.end).replace(/\s+/g, ' ')
  const named = ({ name, entity }: Somebody, otherwise: string): Tally['who'][] =>
    name !== null ? [{ kind: 'named', name, entity }] : otherwise ? [{ kind: 'anonymous', name: otherwise, entity }] : []
  if (/^(?:nobody|no one|none)$/i.test(words)) return []
  return [...named(speaker, midSentence(words)), ...speaker.also.flatMap((other) => named(other, ''))]
}

/** *The two leaders* as they stand in a sentence; a pronoun that stands for nobody we know as what it is. */
function midSentence(words: string): string {
  if (/^(?:he|she|they|it|who|this|that|we|i|you)$/i.test(words)) return `“${words.toLowerCase()}”`
  return words.replace(/^(?:The|An?|One|Two|Some|Several|Many|Most|Another|Other|His|Her|Their|Its|No)(?= )/, (word) => word.toLowerCase())
}

function speaking({ who, marked, reported, words, verdicts }: Tally, covered: boolean): Speaking {
  const counts: Partial<Record<Verdict, number>> = {}
  if (covered) for (const verdict of verdicts) counts[verdict] = (counts[verdict] ?? 0) + 1
  return { ...who, quotations: marked.length, words, reported: reported.length, verdicts: counts, places: [...marked, ...reported] }
}
