/** Lines of plain prose, and which of them are paragraphs by themselves. */
import { paragraphs, type WrittenLine } from '../markdown/paragraphs.ts'
import type { MappedTextBuilder } from './mapped-text.ts'

/** A line without the white space around it; empty where it has nothing else. */
export interface Line {
  readonly start: number
  readonly end: number
}

/** The lines between two offsets of the text. */
export function* linesOf(text: string, from: number, to: number): Iterable<Line> {
  const line = /[^\r\n\f\u2028\u2029]*(?:\r\n|[\r\n\f\u2028\u2029]|$)/gy
  line.lastIndex = from
  while (line.lastIndex < to) {
    const start = line.lastIndex
    const written = line.exec(text)?.[0] ?? ''
    if (written === '') return
    const words = written.trimEnd()
    const begin = words.length - words.trimStart().length
    yield { start: start + begin, end: start + words.length }
  }
}

/** Lines without a blank one between them, as one paragraph or as several. */
export function addLines(builder: MappedTextBuilder, text: string, lines: readonly Line[]): void {
  const words = lines.map(({ start, end }) => text.slice(start, end))
  const joined = words.join('\n')
  const written: WrittenLine[] = words.map((line) => ({ width: line.length, firstWord: /^\S*/.exec(line)?.[0].length ?? 0 }))
  const breaks = new Set(paragraphs(joined, written).map(({ start }) => start))
  let at = 0
  for (const [i, { start, end }] of lines.entries()) {
    if (breaks.has(at)) builder.paragraph(start)
    else {
      const before = (lines[i - 1] as Line).end
      builder.whole('\n', before, start - before)
    }
    builder.units(text.slice(start, end), start)
    at += end - start + 1
  }
}
