/** How a paragraph looks as the beginning of a takeaway, told by how it starts and by the paragraph before. */
import { fold } from '../text/fold.ts'
import type { Paragraph, ParagraphFacts } from './paragraphs.ts'
import { stem } from './terms.ts'

/** Above zero where it looks like one, below where it goes on with what stands before it; natural logarithms of odds, more or less. */
export function beginning(paragraph: Paragraph, before: readonly Paragraph[]): number {
  const { facts, reports, goesOn } = paragraph
  const last = before.at(-1)
  let score = Math.max(-1, Math.min(2, Math.log(facts.words / TYPICAL_WORDS))) * 0.75
  if (/^["“‘(]*(?:he|she|they|it|his|her|their|its)\b/i.test(facts.text)) score -= 2
  if (GOES_ON.test(facts.text)) score -= 1.25
  if (/^["“‘«„]/.test(facts.text)) score -= 2.5
  if (AT_THAT_TIME.test(facts.text)) score -= 0.5
  if (ADDS.test(facts.text)) score -= 0.75
  if (namesAgain(facts, before)) score -= 1
  if (facts.words < SHORT) score -= 0.75
  if (last && last.facts.words < SHORT) score += 0.5
  if (goesOn) score -= 1.5
  if (!reports) score += 0.75
  if (facts.inside) score -= 3
  if (isCaption(facts)) score -= 6
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

/** “The bucket stood …” behind a paragraph with a bucket in it. */
function namesAgain({ text }: ParagraphFacts, before: readonly Paragraph[]): boolean {
  const noun = /^(?:the|this|that|these|those)\s+(?:[\p{L}-]+\s+){0,2}?([\p{L}-]+)/iu.exec(text)?.[1]
  if (noun === undefined) return false
  const term = stem(fold(noun))
  return before.slice(-2).some(({ facts }) => facts.terms.includes(term))
}

/** “Mayor Dana Ortiz speaks in the market hall on May 11, 2026.” between the paragraphs: a picture’s words, left without their mark. */
export const isCaption = ({ text }: ParagraphFacts): boolean =>
  /^(?:photo|image|picture|caption|video)\b[^.]{0,20}:/i.test(text) ||
  (FULL_DATE_LAST.test(text) && text.length < 240 && !/["“”]|[.!?]\s/.test(text))

const FULL_DATE_LAST =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\.?\s*(?:\([^)]*\))?$/
