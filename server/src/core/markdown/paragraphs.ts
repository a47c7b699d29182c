/** Where a draft ends its paragraphs with a single newline, each such line is a paragraph of its own. */
import type { Span } from '../text/span.ts'

/** How a line stands in the draft, with its markup and without its indentation and container markers. */
export interface WrittenLine {
  readonly width: number
  /** The length of its first word. */
  readonly firstWord: number
}

/** The paragraphs of a block's prose: one, unless its lines are not wrapped at a width and end as sentences do. */
export function paragraphs(text: string, written: readonly WrittenLine[]): readonly Span<'prose'>[] {
  if (!text.includes('\n')) return [{ start: 0, end: text.length }]
  const lines = text.split('\n')
  const wrapped = isWrapped(lines, written)
  const found: Span<'prose'>[] = []
  let start = 0
  let at = 0
  for (const [i, line] of lines.entries()) {
    at += line.length
    const next = lines[i + 1]
    if (next !== undefined && endsSentence(line) && (isTurn(next) || isCredit(line, next) || (!wrapped && beginsSentence(next)))) {
      found.push({ start, end: at })
      start = at + 1
    }
    at += 1
  }
  return [...found, { start, end: text.length }]
}

/**
 * Wrapped at a width: no line is wider than anybody wraps, and half of the lines or more end inside a sentence, where the
 * next line's first word would not have fitted within the longest. Of two lines, that the first is full must do.
 */
function isWrapped(lines: readonly string[], written: readonly WrittenLine[]): boolean {
  const width = written.reduce((widest, line) => Math.max(widest, line.width), 0)
  if (width < NARROWEST || width > WIDEST || written.length !== lines.length) return false
  const breaks = lines.length - 1
  let full = 0
  for (let i = 0; i < breaks; i += 1) {
    const inside = breaks === 1 || !endsSentence(lines[i]!) || !beginsSentence(lines[i + 1]!)
    if (inside && written[i]!.width + 1 + written[i + 1]!.firstWord > width - SLACK) full += 1
  }
  return full * 2 >= breaks
}

/** Nobody wraps a draft narrower or wider than that; such lines were ended by hand. */
const NARROWEST = 48
const WIDEST = 120

/** Editors that wrap leave up to a few columns unused, at a dash or a long mark. */
const SLACK = 4

const endsSentence = (line: string): boolean => /[.!?…]["'”’»)\]]*\s*$/.test(line) || SIGNED.test(line)

/** “We stay.” — Dana Ortiz: a line that ends with its credit ends as a sentence does. */
const SIGNED = /["”’»]\s*(?:[—–―]|--?)\s*\p{Lu}[^.!?:\n]{1,80}\s*$/u
const beginsSentence = (line: string): boolean => /^\s*(?:["“‘«„]|''|``|\p{Lu}|\p{N})/u.test(line)

/** *Q: Why now?*, *ORTIZ: Because.*: a transcript names who speaks at the start of the line, however wide that is. */
const isTurn = (line: string): boolean => /^(?:[QA][.:]|\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,4}:)\s/u.test(line)

/** *— Dana Ortiz, the mayor* under words without marks; behind a closing mark the credit belongs to the quotation's own paragraph. */
const isCredit = (line: string, next: string): boolean => /^(?:—|–|―|--?)\s*\p{Lu}/u.test(next) && !/["”’»]\s*$/.test(line)
