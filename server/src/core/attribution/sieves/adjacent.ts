/** The clause right behind a quotation or right in front of it: *“…,” Ortiz said*; *said Ortiz*; *Ortiz said: “…”*. */
import * as word from '../../entity/lexicon.ts'
import { QUOTED, SIGN, type Tokens } from '../../entity/tokens.ts'
import { isSign, subjectOf } from '../subject.ts'
import { decision, quotedBetween } from './decision.ts'
import { reportedBy } from './reported-clause.ts'
import type { Sieve } from './sieve.ts'

/** Behind: the words end with a comma, a question or an exclamation, or the comma stands outside the marks. */
export const behind: Sieve = (paragraph, { token, words }) => {
  const { tokens, cues } = paragraph
  let from = token + 1
  const outside = isSign(tokens, from, ',') || isSign(tokens, from, '—') || isSign(tokens, from, '–')
  if (outside) from += 1
  if (!outside && !/[,?!…-]/.test(words.lastSign)) return null
  for (const cue of cues) {
    if (cue.first < from) continue
    if (cue.kind !== 'verb' || tokens.sentence[cue.first] !== tokens.sentence[from] || quotedBetween(tokens, token, cue.first)) break
    const subject = subjectOf(paragraph, cue, from)
    if (!subject) continue
    const first = Math.min(subject.mention.from, cue.first)
    if (first > from + 1 && subject.way !== 'beside') break
    if (first > from + 3) break
    return decision('adjacent', paragraph, subject, cue, first === from ? 0.97 : 0.85)
  }
  return null
}

/** In front: nothing but a comma, a colon, *that* or small words stands between the verb and the mark. */
export const inFront: Sieve = (paragraph, { token }) => {
  const { tokens, cues } = paragraph
  let at = token - 1
  while (at >= 0 && (isSign(tokens, at, ',') || isSign(tokens, at, ':') || isSmall(tokens, at))) at -= 1
  const cue = cues.findLast((candidate) => candidate.kind === 'verb' && candidate.last <= at)
  if (!cue || cue.last < at || tokens.sentence[cue.last] !== tokens.sentence[Math.max(token - 1, 0)]) return null
  const subject = subjectOf(paragraph, cue, 0)
  if (!subject) return null
  return (
    reportedBy(paragraph, subject, cues.indexOf(cue)) ?? decision('in-front', paragraph, subject, cue, subject.way === 'far' ? 0.8 : 0.95)
  )
}

/** *that*, *the*, *it*, *a*, *as*, *to be*: words that lead from the verb into the quoted ones. */
const isSmall = (tokens: Tokens, i: number): boolean =>
  tokens.shape[i] !== SIGN &&
  tokens.shape[i] !== QUOTED &&
  (tokens.flags[i]! & (word.DETERMINER | word.CONJUNCTION | word.POSSESSIVE | word.AUXILIARY | word.ADVERB)) !== 0
