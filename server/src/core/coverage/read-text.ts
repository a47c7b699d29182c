/** An article or a transcript as plain text. */
import { articleHeader } from './article-header.ts'
import { addLines, type Line, linesOf } from './lines-of-prose.ts'
import { MappedTextBuilder } from './mapped-text.ts'
import { problemList } from './problems.ts'
import type { Reader } from './read-file.ts'
import { spoken } from './turns.ts'

/** A blank line ends a paragraph; a single line end does where the text is not wrapped at a width. */
export const readPlainText: Reader = (text, id) => {
  const problems = problemList(text)
  const { facts, end } = articleHeader(text, problems)
  const builder = new MappedTextBuilder()
  let block: Line[] = []
  for (const line of linesOf(text, end, text.length)) {
    if (line.end > line.start) block.push(line)
    else if (block.length > 0) {
      addLines(builder, text, block)
      block = []
    }
  }
  if (block.length > 0) addLines(builder, text, block)
  const article = builder.finish()
  return { published: [{ article: { id, ...facts, ...spoken(facts, article.text) }, ...article }], problems: problems.list() }
}
