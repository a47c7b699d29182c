/** The words with which a paragraph names its point before it makes it: “**The levy stays.** Nobody …”. */
import type { Block } from '../markdown/block.ts'

/** Where such words end in the block’s prose; null where it has none. */
export function leadWords({ prose }: Block): number | null {
  const { text } = prose
  const end = setApart(prose)
  if (end === null || end < 3 || end > LONGEST) return null
  // “**Q:** Why now?” is talk and no point.
  return /\p{L}{2}.*\s.*\p{L}{2}|\p{L}{4}/u.test(text.slice(0, end)) ? end : null
}

/** Longer than this, words set apart are a paragraph that shouts. */
const LONGEST = 120

/** In bold, in italics that end in a stop, or in capitals up to a colon. */
function setApart({ text, styled }: Block['prose']): number | null {
  const first = styled.find(({ style, span }) => style !== 'link' && /^[\s“"‘']*$/.test(text.slice(0, span.start)))
  if (first) {
    const { start, end } = first.span
    const strong = styled.some(({ style, span }) => style === 'strong' && span.start === start && span.end === end)
    return (strong && endsLead(text, end)) || endsInStop(text.slice(0, end)) ? end : null
  }
  return CAPITALS.exec(text)?.[0].length ?? null
}

/** Bold words are a lead-in where a stop ends them, where they have a line of their own, or where three or more stand before a sentence. */
function endsLead(text: string, end: number): boolean {
  const words = text.slice(0, end)
  const rest = text.slice(end)
  if (rest.trim() === '' || /^[ \t]*\n/.test(rest) || endsInStop(words) || /^[”’"')]*\s*[.:?!—–]/.test(rest)) return true
  return words.trim().split(/\s+/).length >= 3 && /^\s*\p{Lu}/u.test(rest)
}

const endsInStop = (words: string): boolean => /[.:?!…—–][”’"')]*\s*$/.test(words)

/** “THE ROOF CANNOT WAIT: Engineers …”; a speaker’s name in capitals has fewer words. */
const CAPITALS = /^(?:\p{Lu}[\p{Lu}\p{N}’'-]*[ ,]+){2,11}\p{Lu}[\p{Lu}\p{N}’'-]*[.:?!]?(?= ?[—–]|(?<=[.:?!]) )/u
