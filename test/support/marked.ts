/** Drafts as tests write them: the expected spans are drawn under the lines they belong to. */

/** A stretch of a line that `^^^ label` marks, in offsets of the draft without the mark lines. */
export interface MarkedSpan {
  readonly start: number
  readonly end: number
  readonly label: string
}

/** Takes the lines of `^^^ label` out of a text; each marks the line above it, whatever its columns say beyond that line's end. */
export function unmark(marked: string): { text: string; spans: MarkedSpan[] } {
  const spans: MarkedSpan[] = []
  const kept: string[] = []
  let lineStart = 0
  let nextStart = 0
  for (const line of marked.split('\n')) {
    const mark = /^(\s*)(\^+) ?(.*)$/.exec(line)
    if (mark) {
      const start = lineStart + (mark[1] as string).length
      spans.push({ start, end: start + (mark[2] as string).length, label: (mark[3] as string).trim() })
      continue
    }
    kept.push(line)
    lineStart = nextStart
    nextStart += line.length + 1
  }
  return { text: kept.join('\n'), spans }
}

/** Takes `<|>` out of a text and tells where it stood. */
export function cursor(text: string): { text: string; offset: number } {
  const offset = text.indexOf('<|>')
  if (offset < 0) throw new Error('the draft has no <|>')
  return { text: text.slice(0, offset) + text.slice(offset + 3), offset }
}
