/** An article or a transcript as plain text. */
import { paragraphs, type WrittenLine } from '../markdown/paragraphs.ts'
import { articleHeader } from './article-header.ts'
import { MappedTextBuilder } from './mapped-text.ts'
import { problemList } from './problems.ts'
import type { Reader } from './reader.ts'
import { spoken } from './turns.ts'

/** A blank line ends a paragraph; a single line end does where the text is not wrapped at a width. */
export const readPlainText: Reader = (text, id) => {
  const problems = problemList(text)
  const { facts, end } = articleHeader(text, problems)
  const builder = new MappedTextBuilder()
  let block: Line[] = []
  for (const line of linesOf(text, end)) {
    if (line.end > line.start) block.push(line)
    else if (block.length > 0) {
      addBlock(builder, text, block)
      block = []
    }
  }
  if (block.length > 0) addBlock(builder, text, block)
  const article = builder.finish()
  return { published: [{ article: { id, ...facts, ...spoken(facts, article.text) }, ...article }], problems: problems.list() }
}

/** A line without the white space around it; empty where it has nothing else. */
interface Line {
  readonly start: number
  readonly end: number
}

function* linesOf(text: string, from: number): Iterable<Line> {
  const line = /[^\r\n\f\u2028\u2029]*(?:\r\n|[\r\n\f\u2028\u2029]|$)/gy
  line.lastIndex = from
  while (line.lastIndex < text.length) {
    const start = line.lastIndex
    const written = line.exec(text)?.[0] ?? ''
    if (written === '') return
    const words = written.trimEnd()
    const begin = words.length - words.trimStart().length
    yield { start: start + begin, end: start + words.length }
  }
}

function addBlock(builder: MappedTextBuilder, text: string, lines: readonly Line[]): void {
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
