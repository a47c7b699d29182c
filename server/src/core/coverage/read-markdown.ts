/** An article in Markdown. */
import { parseMarkdown } from '../markdown/parse.ts'
import { unitAt } from '../text/offset-map.ts'
import { articleHeader } from './article-header.ts'
import { addLines, linesOf } from './lines-of-prose.ts'
import { MappedTextBuilder } from './mapped-text.ts'
import { problemList } from './problems.ts'
import { readPlainText } from './read-text.ts'
import type { Reader } from './reader.ts'
import { spoken } from './turns.ts'

/** Beyond this nobody wrote it as Markdown, and the parser would hold everything up. */
const MOST_UNITS = 2_000_000

/** Headings, paragraphs, list items and table cells are the article's paragraphs; the first heading is its title where nothing else says it. */
export const readMarkdown: Reader = (text, id) => {
  if (text.length > MOST_UNITS) return readPlainText(text, id)
  const problems = problemList(text)
  const { facts, end } = articleHeader(text, problems)
  const builder = new MappedTextBuilder()
  const heading = STRUCTURE.test(text.slice(end)) ? addBlocks(builder, text, 0) : addChunks(builder, text, end)
  const article = builder.finish()
  return {
    published: [{ article: { id, ...(heading !== null && { title: heading }), ...facts, ...spoken(facts, article.text) }, ...article }],
    problems: problems.list()
  }
}

/** A line that begins as lists, quotations, code, tables, HTML, footnotes and definitions do: what it means depends on the lines around it. */
const STRUCTURE = /^(?:[ \t]+\S|[-+*](?:[ \t]|\r?$)|\d{1,9}[.)](?:[ \t]|\r?$)|[>|<]|```|~~~|\[[^\]\n]*\]:|[-*_=:|][-*_=:| \t]*\r?$)/m

/** What makes prose other than it is written, in a chunk without structure. */
const INLINE = /[`*_[<&\\~@]|^#|[wW]{3}\.|:\/\//m

/** Where nothing but blank lines cuts the text into blocks, most chunks are prose as they stand, and reading them as Markdown is for the others. */
function addChunks(builder: MappedTextBuilder, text: string, from: number): string | null {
  let heading: string | null = null
  for (let start = from; start < text.length; ) {
    const gap = /(?:\r?\n[ \t]*){2,}/g
    gap.lastIndex = start
    const found = gap.exec(text)
    const end = found?.index ?? text.length
    const chunk = text.slice(start, end)
    if (INLINE.test(chunk)) heading = addBlocks(builder, chunk, start, heading)
    else if (chunk.trim() !== '')
      addLines(
        builder,
        text,
        [...linesOf(text, start, end)].filter((line) => line.end > line.start)
      )
    start = found ? end + found[0].length : text.length
  }
  return heading
}

/** The text as Markdown; `origin` is where it stands in the file. Returns the first heading's words. */
function addBlocks(builder: MappedTextBuilder, text: string, origin: number, before: string | null = null): string | null {
  let heading = before
  for (const { kind, prose, start } of parseMarkdown(text).blocks) {
    if (kind === 'heading') heading ??= prose.text.replaceAll('\n', ' ')
    if (prose.text === '') continue
    for (const paragraph of prose.paragraphs) {
      builder.paragraph(origin + start + unitAt(prose.map, paragraph.start).start)
      builder.mapped(prose, paragraph.start, paragraph.end, origin + start)
    }
  }
  return heading
}
