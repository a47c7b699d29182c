/** How a paragraph looks as the beginning of a takeaway, told by how it starts and by the paragraph before. */
import { fold } from '../text/fold.ts'
import type { Paragraph } from './paragraphs.ts'
import { stem } from './terms.ts'

/** Above zero where it looks like one, below where it goes on with what stands before it; natural logarithms of odds, more or less. */
export function beginning({ facts, reports, goesOn }: Paragraph, before: readonly Paragraph[]): number {
  const last = before.at(-1)
  let score = facts.begins
  if (facts.noun !== null && before.slice(-2).some((other) => other.facts.terms.includes(facts.noun as string))) score -= 1
  if (last && last.facts.words < SHORT) score += 0.5
  if (goesOn) score -= 1.5
  if (!reports) score += 0.75
  return score
}

/** The part of it that the paragraph tells by itself. */
export function beginsAlone(text: string, words: number, inside: boolean): number {
  let score = 0.75 * Math.max(-1, Math.min(2, Math.log(words / TYPICAL_WORDS)))
  if (/^["“‘(]*(?:he|she|they|it|his|her|their|its)\b/i.test(text)) score -= 2
  if (GOES_ON.test(text)) score -= 1.25
  if (/^["“‘«„]/.test(text)) score -= 2.5
  if (AT_THAT_TIME.test(text)) score -= 0.5
  if (ADDS.test(text)) score -= 0.75
  if (words < SHORT) score -= 0.75
  if (inside) score -= 3
  if (isCaption(text)) score -= 6
  return score
}

/** A takeaway begins with a paragraph of the length that most have, and rarely with a short one. */
const TYPICAL_WORDS = 25
const SHORT = 15

/** “But the plan …”, “Both sides …”, “The two leaders …”: what only makes sense behind something else. */
const GOES_ON =
  /^(?:but|and|also|that|this|these|those|such|both|others?|another|instead|neither|nor|still|yet|so|then|until|some|most|many|none|one of|two of|under|however|even|because|without|together|the (?:two|other|others|same|latter|former))\b/i

/** “On Tuesday …”, “In his speech …”, “As Ortiz left …”: a scene in a story under way. */
const AT_THAT_TIME =
  /^(?:In|On|At|By|Since|After|Last|During|Over|Until|Before|As|When|While|Within) (?:(?:his|her|their|its|recent|early|late|last|this|that|these|those|\d{4}|the (?:same|past|last|end|evening|afternoon|morning|first|next))\b|\p{Lu})/u

/** “They also hit …”, “Putin added …”. */
const ADDS = /^(?:[^\s.!?]+\s+){1,6}?(?:also|too|again|added|adds|instead|however|later|likewise)\b/i

/** “The bucket stood …” goes on with what has a bucket in it: the term of the noun that the paragraph begins with, null where it does not. */
export function nounAtStart(text: string): string | null {
  const noun = /^(?:the|this|that|these|those)\s+(?:[\p{L}-]+\s+){0,2}?([\p{L}-]+)/iu.exec(text)?.[1]
  return noun === undefined ? null : stem(fold(noun))
}

/** “Mayor Dana Ortiz speaks in the market hall on May 11, 2026.” between the paragraphs: a picture’s words, left without their mark. */
export const isCaption = (text: string): boolean =>
  /^(?:photo|image|picture|caption|video)\b[^.]{0,20}:/i.test(text) ||
  (text.length < 240 && FULL_DATE_LAST.test(text) && !/["“”]|[.!?]\s/.test(text))

const FULL_DATE_LAST =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\.?\s*(?:\([^)]*\))?$/
