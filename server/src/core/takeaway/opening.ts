/** Where a story’s opening ends and the first takeaway begins, when the draft says so. */
import { isCaption } from './beginnings.ts'
import type { Paragraph } from './paragraphs.ts'
import { POINTS, promisedCount } from './promise.ts'

export interface Opening {
  /** The index of the first paragraph behind it. */
  readonly end: number
  /** How many takeaways its last sentence promises. */
  readonly promised: number | null
}

/** The opening that ends with “Here is what the talks settled.” or its like; null where nothing hands over so. */
export function openingOf(paragraphs: readonly Paragraph[]): Opening | null {
  const last = Math.min(LONGEST, Math.floor(paragraphs.length * LARGEST_SHARE))
  for (let i = 0; i < last; i += 1) {
    if (!handsOver(paragraphs[i]!, paragraphs[i + 1])) continue
    let first = i + 1
    // A picture between the two belongs to neither.
    while (first < paragraphs.length - 1 && isCaption(paragraphs[first]!.facts.text)) first += 1
    return { end: first, promised: promisedCount(paragraphs[i]!.facts.lastSentence) }
  }
  return null
}

const LONGEST = 16
const LARGEST_SHARE = 0.5

function handsOver(paragraph: Paragraph, next: Paragraph | undefined): boolean {
  const { words, lastSentence: sentence } = paragraph.facts
  if (!next || /["”’»]$/.test(sentence)) return false
  if (HERE.test(sentence)) return true
  // “The mayor said:” leads to a quotation, “The traders want three things:” to a list.
  if (sentence.endsWith(':')) return words <= 40 && !next.facts.inside && !/^["“«„]/.test(next.facts.text)
  return sentence.split(/\s+/).length <= 16 && COUNTS.test(sentence)
}

const HERE = /^(?:but |and |so )?(?:here(?:[’']s| is| are)\b|these (?:are|were) the\b|what follows\b|below (?:is|are)\b)/i

/** “Four points stood out.”, “It can be put under five heads.” */
const COUNTS = new RegExp(
  `\\b(?:two|three|four|five|six|seven|eight|nine|ten|some|the main|several)\\s+(?:[\\p{L}-]+\\s+)?(?:of the )?(?:${POINTS})\\b`,
  'iu'
)
