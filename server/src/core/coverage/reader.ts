/** What a file of the coverage may be, and who reads it: the file's text goes in, articles as plain prose come out. */
import type { Reader } from './read-file.ts'

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
