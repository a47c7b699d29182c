/** A cue elsewhere in the quotation's sentence: *Ortiz said the plan, once “a dream,” would pay*; *according to Ortiz*. */
import * as l10n from '@vscode/l10n'
import { QUOTED } from '../../entity/tokens.ts'
import { isSign, subjectOf } from '../subject.ts'
import { decision } from './decision.ts'
import { reportedBy } from './reported-clause.ts'
import { isSentence, type Sieve } from './sieve.ts'

/** *According to Ortiz*, on either side in the sentence. */
export const accordingTo: Sieve = (paragraph, { token }) => {
  const { tokens, cues } = paragraph
  for (const cue of cues) {
    if (cue.kind !== 'according-to' || tokens.sentence[cue.first] !== tokens.sentence[token]) continue
    const subject = subjectOf(paragraph, cue, 0)
    if (subject) return decision('according-to', paragraph, subject, cue, 0.9)
  }
  return null
}

/** The nearest verb before the words in their sentence, whose subject is known. */
export const earlierInSentence: Sieve = (paragraph, { token, words }) => {
  const { tokens, cues } = paragraph
  const sentence = tokens.sentence[token]
  for (let c = cues.length - 1; c >= 0; c -= 1) {
    const cue = cues[c]!
    if (cue.last >= token || cue.kind !== 'verb') continue
    if (tokens.sentence[cue.last] !== sentence) return null
    if (cue.class === 3 && words.count < 3) continue
    const subject = subjectOf(paragraph, cue, 0)
    if (subject) return reportedBy(paragraph, subject, c) ?? decision('sentence', paragraph, subject, cue, cue.class === 1 ? 0.85 : 0.7)
  }
  return null
}

/** The nearest verb behind the words in their sentence. */
export const laterInSentence: Sieve = (paragraph, { token, words }) => {
  const { tokens, cues } = paragraph
  const sentence = tokens.sentence[token]
  for (const cue of cues) {
    if (cue.first <= token || cue.kind !== 'verb' || cue.class !== 1) continue
    if (tokens.sentence[cue.first] !== sentence) return null
    if (/[.?!]/.test(words.lastSign)) return null
    const subject = subjectOf(paragraph, cue, token + 1)
    if (subject) return decision('sentence', paragraph, subject, cue, 0.8)
  }
  return null
}

/** *Ortiz was blunt: “…”*: a colon in front of the words, and one who opens the sentence before it. */
export const colon: Sieve = (paragraph, { token }) => {
  const { tokens, cues, mentions } = paragraph
  const cue = cues.find((candidate) => candidate.kind === 'colon' && candidate.last === token - 1)
  if (!cue) return null
  const sentence = tokens.sentence[cue.first]
  const verb = cues.findLast(
    (candidate) => candidate.kind === 'verb' && candidate.last < cue.first && tokens.sentence[candidate.first] === sentence
  )
  const subject = verb && subjectOf(paragraph, verb, 0)
  if (verb && subject) return decision('colon', paragraph, subject, verb, 0.9)
  const opener = mentions.find(
    (mention) =>
      tokens.sentence[mention.first] === sentence && !mention.object && !mention.possessive && tokens.shape[mention.first] !== QUOTED
  )
  if (!opener || opener.last >= cue.first) return null
  return {
    sieve: 'colon',
    mention: opener,
    cue,
    reason: l10n.t('“{0}” leads to these words with a colon.', tokens.text.slice(opener.span.start, opener.span.end)),
    probability: 0.8
  }
}

/** “A,” Ortiz said. “B.”: a sentence behind an attributed one, or one in front of it, in the same paragraph. */
export const continued: Sieve = (_, quoted, decided, index) => {
  if (!isSentence(quoted)) return null
  for (let i = index - 1; i >= 0; i -= 1) {
    const before = decided[i]
    if (before)
      return {
        ...before,
        sieve: 'continued',
        reason: l10n.t('The quotation goes on. {0}', before.reason),
        probability: Math.min(before.probability, 0.93)
      }
  }
  return null
}

/** Sentences in front of the first attributed one are the same speaker’s: “A.” “B,” Ortiz said. */
export const ahead: Sieve = (paragraph, quoted, decided, index) => {
  if (!isSentence(quoted)) return null
  const after = decided[index + 1]
  const next = paragraph.quoted[index + 1]
  if (!after || !next || next.token > quoted.token + 2) return null
  return { ...after, sieve: 'continued', reason: l10n.t('The quotation goes on. {0}', after.reason), probability: 0.85 }
}

/** *Ortiz turned to the traders. “You will have your hall back.”*: the sentence before, in the paragraph, shows who speaks. */
export const sentenceBefore: Sieve = (paragraph, quoted) => {
  const { tokens, mentions } = paragraph
  const { token } = quoted
  if (!isSentence(quoted) || token === 0) return null
  const sentence = tokens.sentence[token - 1]
  if (!isSentenceEnd(tokens.text, tokens.end[token - 1]!)) return null
  const subject = mentions.find(
    (mention) => tokens.sentence[mention.first] === sentence && !mention.object && !mention.possessive && !mention.body
  )
  if (!subject || subject.number === 'many' || subject.head === 'it') return null
  return {
    sieve: 'sentence-before',
    mention: subject,
    cue: null,
    reason: l10n.t('“{0}” is the subject of the sentence before.', tokens.text.slice(subject.span.start, subject.span.end)),
    probability: 0.65
  }
}

const isSentenceEnd = (text: string, end: number): boolean => /[.?!:…]/.test(text[end - 1] ?? '')

const dashes = ['—', '–', '―', '-']

/** “…” — Dana Ortiz, mayor: a dash and a name end the paragraph. */
export const credit: Sieve = (paragraph, { token }) => {
  const { tokens, mentions } = paragraph
  if (!dashes.some((dash) => isSign(tokens, token + 1, dash))) return null
  const length = isSign(tokens, token + 2, '-') ? 2 : 1
  const mention = mentions.find(({ first, kind }) => first === token + 1 + length && kind !== 'pronoun')
  if (!mention || tokens.length - mention.last > 14 || paragraph.cues.some(({ first }) => first > mention.last)) return null
  if (mention.last + 1 < tokens.length && !isSign(tokens, mention.last + 1, ',') && !isSign(tokens, mention.last + 1, '(')) return null
  return {
    sieve: 'credit',
    mention,
    cue: null,
    reason: l10n.t('“{0}” stands behind the words, with a dash.', tokens.text.slice(mention.span.start, mention.span.end)),
    probability: 0.95
  }
}

/** “WALLACE: Let us begin.”: a transcript’s turn that is quoted with its name. */
export const turn: Sieve = (_, { words }) =>
  words.turn && {
    sieve: 'turn',
    mention: words.turn,
    cue: null,
    reason: l10n.t('“{0}” opens these words.', `${words.turn.head}:`),
    probability: 0.9
  }
