/** Verbs inside what somebody is reported to have said: the words belong to the one who is reported. */
import * as word from '../../entity/lexicon.ts'
import type { ParagraphReading } from '../paragraph.ts'
import { type Subject, subjectOf } from '../subject.ts'
import { decision, quotedBetween } from './decision.ts'
import type { Decision } from './sieve.ts'

/**
 * *Ortiz said she would call it “a dream”*: a verb inside what somebody is reported to have said; the words are reported by
 * the outer one. `subject` is the inner verb's, `inner` its index among the cues.
 */
export function reportedBy(paragraph: ParagraphReading, subject: Subject, inner: number): Decision | null {
  const { tokens, cues } = paragraph
  const { mention } = subject
  const verb = cues[inner]!
  if (mention.kind !== 'pronoun' && verb.class === 1) return null
  for (let c = inner - 1; c >= 0; c -= 1) {
    const outer = cues[c]!
    if (tokens.sentence[outer.last] !== tokens.sentence[verb.first] || quotedBetween(tokens, outer.last, verb.first)) return null
    if (outer.kind !== 'verb' || outer.class !== 1 || outer.form === word.PARTICIPLE || outer.form === word.BASE) continue
    // The inner subject stands behind the outer verb, at most behind *that* or whom it was told: it opens the reported clause.
    if (mention.first <= outer.last || mention.first - outer.last > 4) continue
    const speaker = subjectOf(paragraph, outer, 0)
    return speaker && speaker.mention !== mention ? decision('reported-clause', paragraph, speaker, outer, 0.85) : null
  }
  return null
}
