/** What reading a file of the coverage gives: articles as plain prose, and what is wrong with them. */
import type { Article } from './article.ts'
import type { MappedText } from './mapped-text.ts'
import type { Problem } from './pack.ts'

/** An article as it is read from a file: a blank line stands between its paragraphs, and its map leads back to the file's text. */
export interface ReadArticle extends MappedText {
  readonly article: Article
}

export interface ReadFile {
  readonly published: readonly ReadArticle[]
  readonly problems: readonly Problem[]
}

/** Reads the text of a file, without its byte order mark; the article gets that id. Total: any text. */
export type Reader = (text: string, id: string) => ReadFile
