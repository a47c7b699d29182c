/** Where a draft ends its paragraphs with a single newline, each such line is a paragraph of its own. */
import type { Span } from '../text/span.ts'

/** The paragraphs of a block's prose: one, unless its lines are not wrapped at a width and end as sentences do. */
export function paragraphs(text: string): readonly Span<'prose'>[] {
  if (!text.includes('\n')) return [{ start: 0, end: text.length }]
  const lines = text.split('\n')
  if (isWrapped(lines)) return [{ start: 0, end: text.length }]
  const found: Span<'prose'>[] = []
  let start = 0
  let at = 0
  for (const [i, line] of lines.entries()) {
    at += line.length
    const next = lines[i + 1]
    if (next !== undefined && endsSentence(line) && beginsSentence(next)) {
      found.push({ start, end: at })
      start = at + 1
    }
    at += 1
  }
  return [...found, { start, end: text.length }]
}

/** Wrapped at a width: at every line end, the next line's first word would not have fitted within the longest line. */
function isWrapped(lines: readonly string[]): boolean {
  const width = Math.max(...lines.map((line) => line.length))
  if (width < NARROWEST || width > WIDEST) return false
  return lines.every((line, i) => {
    const next = lines[i + 1]
    return next === undefined || line.length + 1 + (next.split(' ', 1)[0] as string).length > width - SLACK
  })
}

/** Nobody wraps a draft narrower or wider than that; such lines were ended by hand. */
const NARROWEST = 48
const WIDEST = 120

/** Editors that wrap leave up to a few columns unused, at a dash or a long mark. */
const SLACK = 4

const endsSentence = (line: string): boolean => /[.!?:…]["'”’»)\]]*\s*$/.test(line)
const beginsSentence = (line: string): boolean => /^\s*(?:["“‘«„]|''|``|\p{Lu}|\p{N})/u.test(line)
