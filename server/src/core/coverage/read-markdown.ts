/** An article in Markdown. */
import type { Block } from '../markdown/block.ts'
import { parseMarkdown } from '../markdown/parse.ts'
import { unitAt } from '../text/offset-map.ts'
import { told } from './article.ts'
import { articleHeader } from './article-header.ts'
import { addLines, linesOf } from './lines-of-prose.ts'
import { MappedTextBuilder } from './mapped-text.ts'
import { problemList } from './problems.ts'
import type { Reader } from './read-file.ts'
import { readPlainText } from './read-text.ts'
import { spoken } from './turns.ts'

/** Beyond this nobody wrote it as Markdown, and the parser would hold everything up. */
const MOST_UNITS = 2_000_000

/** Headings, paragraphs, list items and table cells are the article's paragraphs; the first heading is its title where nothing else says it. */
export const readMarkdown: Reader = (text, id) => {
  if (text.length > MOST_UNITS) return readPlainText(text, id)
  const problems = problemList(text)
  const { facts, end } = articleHeader(text, problems)
  const builder = new MappedTextBuilder()
  const heading = STRUCTURE.test(text.slice(end)) ? addBlocks(builder, text) : addChunks(builder, text, end)
  const article = builder.finish()
  return {
    published: [
      { article: { id, ...(heading !== null && { title: told(heading) }), ...facts, ...spoken(facts, article.text) }, ...article }
    ],
    problems: problems.list()
  }
}

/** A line that begins as lists, quotations, code, tables, HTML, footnotes and definitions do: what it means depends on the lines around it. */
const STRUCTURE = /^(?:[ \t]+\S|[-+*](?:[ \t]|\r?$)|\d{1,9}[.)](?:[ \t]|\r?$)|[>|<]|```|~~~|\[[^\]\n]*\]:|[-*_=:|][-*_=:| \t]*\r?$)/m

/** What makes prose other than it is written, in a chunk without structure. */
const INLINE = /[`*_[<&\\~@]|^#|[wW]{3}\.|:\/\//m

/**
 * Where nothing but blank lines cuts the text into blocks, most chunks are prose as they stand; the others are read as Markdown, all at once.
 * Returns the first heading's words.
 */
function addChunks(builder: MappedTextBuilder, text: string, from: number): string | null {
  const chunks = [...chunksOf(text, from)]
  const marked = chunks.filter(({ start, end }) => INLINE.test(text.slice(start, end)))
  const { blocks } = parseMarkdown(marked.map(({ start, end }) => text.slice(start, end)).join('\n\n'))
  let heading: string | null = null
  let next = 0
  let at = 0
  let markedEnd = 0
  for (const chunk of chunks) {
    if (chunk !== marked[next]) {
      addLines(
        builder,
        text,
        [...linesOf(text, chunk.start, chunk.end)].filter(({ start, end }) => end > start)
      )
      continue
    }
    const origin = chunk.start - markedEnd
    markedEnd += chunk.end - chunk.start
    for (let block = blocks[at]; block && block.start < markedEnd; block = blocks[at]) {
      const words = addBlock(builder, block, origin)
      heading ??= words
      at += 1
    }
    markedEnd += 2
    next += 1
  }
  return heading
}

interface Chunk {
  readonly start: number
  readonly end: number
}

/** What stands between blank lines. */
function* chunksOf(text: string, from: number): Iterable<Chunk> {
  const gap = /(?:\r?\n[ \t]*){2,}/g
  gap.lastIndex = from
  let start = from
  for (let found = gap.exec(text); found; found = gap.exec(text)) {
    if (found.index > start) yield { start, end: found.index }
    start = found.index + found[0].length
  }
  if (text.slice(start).trim() !== '') yield { start, end: text.length }
}

/** The whole text as Markdown. */
function addBlocks(builder: MappedTextBuilder, text: string): string | null {
  let heading: string | null = null
  for (const block of parseMarkdown(text).blocks) {
    const words = addBlock(builder, block, 0)
    heading ??= words
  }
  return heading
}

/** `origin` is where the text that the block was read from stands in the file. Returns the words of a heading. */
function addBlock(builder: MappedTextBuilder, { kind, prose, start }: Block, origin: number): string | null {
  if (prose.text !== '')
    for (const paragraph of prose.paragraphs) {
      builder.paragraph(origin + start + unitAt(prose.map, paragraph.start).start)
      builder.mapped(prose, paragraph.start, paragraph.end, origin + start)
    }
  return kind === 'heading' ? prose.text.replaceAll('\n', ' ') : null
}
