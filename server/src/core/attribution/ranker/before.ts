/** What a paragraph hands on to the next: who may go on speaking there. */

import type { PlacedMention } from '../../entity/placed-mention.ts'
import type { PlacedCue } from '../cues.ts'
import type { ParagraphReading } from '../paragraph.ts'
import { type Decision, isSentence } from '../sieves/sieve.ts'
import { isSign } from '../subject.ts'
import type { RankedSubjects } from './subject-ranker.ts'

/** Somebody who may be taken over by the next paragraph, and the paragraph they were named in. */
export interface Handed {
  /** How many blocks above the paragraph that hands on. */
  readonly back: number
  readonly paragraph: ParagraphReading
  readonly mention: PlacedMention
  readonly cue: PlacedCue | null
  /** In how many paragraphs they were taken over already. */
  readonly again: number
}

/** Who said a segment: by a decision of its own, by whoever was handed on, or nobody. */
export type Told = Decision | null | 'carried-over'

/** How the paragraph before ends, from nothing at all to a quotation that is still open. */
export type Ending = 'nothing' | 'lead-in' | 'quotation' | 'open'
const endings: readonly Ending[] = ['nothing', 'lead-in', 'quotation', 'open']

export interface Before {
  readonly ends: Ending
  readonly who: Handed | null
}

export const nothingBefore: Before = { ends: 'nothing', who: null }

/** A number for the memo: paragraphs are ranked alike behind alike endings. */
export const beforeKey = ({ ends, who }: Before): number => endings.indexOf(ends) * 4 + (who ? 1 + Math.min(2, who.again) : 0)

/** Whether the same is handed on, by the same words. */
export function isSameBefore(a: Before, b: Before): boolean {
  if (a === b) return true
  const [one, other] = [a.who, b.who]
  if (a.ends !== b.ends || !one || !other) return a.ends === b.ends && one === other
  return (
    one.paragraph === other.paragraph &&
    one.mention === other.mention &&
    one.cue === other.cue &&
    one.again === other.again &&
    one.back === other.back
  )
}

/**
 * What the paragraph hands on. `decided` holds who said each of its marked segments, `before` what it was handed itself, from so many blocks
 * above.
 */
export function handOn(
  paragraph: ParagraphReading,
  subjects: readonly RankedSubjects[],
  decided: readonly Told[],
  before: Before,
  distance: number
): Before {
  const last = paragraph.quoted.at(-1)
  const decision = decided.at(-1)
  if (last?.segment.close === null) return { ends: 'open', who: speakerOf(paragraph, decision, before, distance) }
  if (last && decision) {
    // “… barely half,” Ortiz said. She left. / “We stay.”: only whole words that end the paragraph hand their speaker on.
    const ends = isSentence(last) && (last.token >= paragraph.tokens.length - 2 || endsWithClause(paragraph, decision))
    return ends ? { ends: 'quotation', who: speakerOf(paragraph, decision, before, distance) } : nothingBefore
  }
  // Somebody who was only named, or reported of, in the paragraph before hardly ever says what stands in marks alone.
  if (!isSign(paragraph.tokens, paragraph.tokens.length - 1, ':')) return nothingBefore
  return { ends: 'lead-in', who: lastReported(paragraph, subjects) ?? lastOpener(paragraph) }
}

function speakerOf(paragraph: ParagraphReading, decision: Told | undefined, { who }: Before, distance: number): Handed | null {
  if (decision === 'carried-over') return who && { ...who, back: who.back + distance, again: who.again + 1 }
  return decision ? { back: 0, paragraph, mention: decision.mention, cue: decision.cue, again: 0 } : null
}

/** “…,” *she said on Monday.* */
function endsWithClause({ tokens }: ParagraphReading, decision: Told): boolean {
  return decision !== null && decision !== 'carried-over' && tokens.sentence[tokens.length - 1] === tokens.sentence[decision.mention.first]
}

/** Who the last sentence reports of: the likeliest subject of its cues. */
function lastReported(paragraph: ParagraphReading, subjects: readonly RankedSubjects[]): Handed | null {
  const { tokens, cues, mentions } = paragraph
  const sentence = tokens.sentence[tokens.length - 1]
  let best = 0.4
  let found: Handed | null = null
  subjects.forEach((ranked, c) => {
    const cue = cues[c]!
    if (tokens.sentence[cue.first] !== sentence) return
    for (let i = 0; i < ranked.mentions.length; i += 1) {
      if (ranked.shares[i]! <= best) continue
      best = ranked.shares[i]!
      found = { back: 0, paragraph, mention: mentions[ranked.mentions[i]!]!, cue, again: 0 }
    }
  })
  return found
}

/** Whom the last sentence begins with. */
function lastOpener(paragraph: ParagraphReading): Handed | null {
  const { tokens, mentions } = paragraph
  const sentence = tokens.sentence[tokens.length - 1]
  const mention = mentions.find(
    ({ first, object, possessive, body }) => tokens.sentence[first] === sentence && !object && !possessive && !body
  )
  return mention ? { back: 0, paragraph, mention, cue: null, again: 0 } : null
}
