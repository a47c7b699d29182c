/** An article in Markdown. */
import { parseMarkdown } from '../markdown/parse.ts'
import { unitAt } from '../text/offset-map.ts'
import { articleHeader } from './article-header.ts'
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
  const { facts } = articleHeader(text, problems)
  const builder = new MappedTextBuilder()
  let heading: string | undefined
  for (const { kind, prose, start } of parseMarkdown(text).blocks) {
    if (kind === 'heading') heading ??= prose.text.replaceAll('\n', ' ')
    if (prose.text === '') continue
    for (const paragraph of prose.paragraphs) {
      builder.paragraph(start + unitAt(prose.map, paragraph.start).start)
      builder.mapped(prose, paragraph.start, paragraph.end, start)
    }
  }
  const article = builder.finish()
  return {
    published: [{ article: { id, ...(heading && { title: heading }), ...facts, ...spoken(facts, article.text) }, ...article }],
    problems: problems.list()
  }
}
