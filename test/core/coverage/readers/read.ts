/** What a reader makes of a text, as tests look at it. */
import type { ReadArticle, Reader } from '../../../../server/src/core/coverage/read-file.ts'
import { toDraft } from '../../../../server/src/core/text/offset-map.ts'

export const only = (reader: Reader, text: string): ReadArticle => reader(text, 'a').published[0] as ReadArticle

/** The stretch of the file from which the words of the article come. */
export function fileWords(article: ReadArticle, text: string, words: string): string {
  const at = article.text.indexOf(words)
  if (at < 0) return `“${words}” is not in the article`
  const { start, end } = toDraft(article.map, { start: at, end: at + words.length }, 0)
  return text.slice(start, end)
}

/** What is wrong with the article's map, which must lead from every unit into the file, never back. */
export function mapFaults({ text, map }: ReadArticle, file: string): string[] {
  const faults: string[] = []
  let before = 0
  if (map.length !== text.length) faults.push('the map is not as long as the text')
  for (let i = 0; i < text.length; i += 1) {
    const { start, end } = toDraft(map, { start: i, end: i + 1 }, 0)
    if (start < before || end < start || end > file.length) faults.push(`${i} leads to ${start}–${end}`)
    before = start
  }
  return faults
}

export const told = (reader: Reader, text: string): string[] =>
  reader(text, 'a').problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
