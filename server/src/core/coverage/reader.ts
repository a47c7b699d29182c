/** What a file of the coverage may be, and who reads it: the file's text goes in, articles as plain prose come out. */
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

/** `lines` is an article a line, `pack` a file of facts: they are read by `parseLine` and `parsePack`. */
export type Format = 'markdown' | 'text' | 'html' | 'captions' | 'lines' | 'pack'

const formats: Readonly<Record<string, Format>> = {
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  html: 'html',
  htm: 'html',
  vtt: 'captions',
  srt: 'captions',
  jsonl: 'lines',
  yaml: 'pack',
  yml: 'pack'
}

/** By the file's name; null for what is no coverage. */
export const formatOf = (name: string): Format | null => formats[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null

/** Rises whenever a reader makes another text of a file: offsets that were kept are then of no use. */
export const READERS_VERSION = 1

/** The reader of a format, loaded when it is first asked for. */
export async function loadReader(format: Exclude<Format, 'lines' | 'pack'>): Promise<Reader> {
  if (format === 'html') return (await import('./read-html.ts')).readHtml
  if (format === 'captions') return (await import('./read-captions.ts')).readCaptions
  if (format === 'text') return (await import('./read-text.ts')).readPlainText
  return (await import('./read-markdown.ts')).readMarkdown
}
