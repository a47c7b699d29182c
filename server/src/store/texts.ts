/** The articles' texts, which stay on disk: read again when a passage is asked for, and remembered within a bound. */
import { type Article, formatOf, lineIndex, lineMap, type OffsetMap, parseLine, type Reader, toDraft } from '../core/api.ts'
import type { Entry } from './catalogue.ts'
import { decodeFile } from './decode.ts'
import type { Files } from './files.ts'

/** A stretch of a file. */
export interface Location {
  readonly uri: string
  readonly start: Place
  readonly end: Place
}

/** Editors count the characters of a line each in their own way, so a place is told by the line’s number, from 0, and what stands before it there. */
export interface Place {
  readonly line: number
  readonly before: string
}

/** The places of a stretch of the text. */
export function placesIn(text: string, start: number, end: number): Pick<Location, 'start' | 'end'> {
  const index = lineIndex(text)
  const place = (offset: number): Place => {
    const { line, character } = index.positionAt(offset)
    return { line, before: text.slice(offset - character, offset) }
  }
  return { start: place(start), end: place(end) }
}

/** Files as they were when the article was indexed, by their paths. */
type Entries = ReadonlyMap<string, Entry>

export interface Texts {
  /** The whole text; null where the file was changed since, or is gone. */
  text(article: Article, entries: Entries): string | null
  locate(article: Article, start: number, end: number, entries: Entries): Location | null
  /** What stands in the file at the article's place, and where in it the passage is. */
  inFile(
    article: Article,
    start: number,
    end: number,
    entries: Entries
  ): { readonly written: string; readonly start: number; readonly end: number } | null
}

/** Bytes of texts that are remembered. */
const MOST_REMEMBERED = 32_000_000

/** `reader` gives the one that was loaded when the file was indexed. */
export function diskTexts(files: Files, reader: (path: string) => Reader | undefined): Texts {
  const known = new Map<string, string>()
  let size = 0

  const remember = (key: string, text: string): void => {
    known.set(key, text)
    size += 2 * text.length
    for (const [oldest, { length }] of known) {
      if (size <= MOST_REMEMBERED || oldest === key) break
      known.delete(oldest)
      size -= 2 * length
    }
  }

  /** What stands in the file at the article's place, as it is written there. */
  const written = ({ place }: Article, entries: Entries): string | null => {
    const file = place && entries.get(place.file)
    const bytes = file ? files.readNow(file, place.start, place.end) : null
    const decoded = bytes && decodeFile(bytes, formatOf(place?.file ?? '') === 'html')
    return decoded && 'text' in decoded ? decoded.text : null
  }

  const inFile: Texts['inFile'] = (article, start, end, entries) => {
    const file = written(article, entries)
    const map = file === null ? null : read(article, file)?.map
    return file === null || !map ? null : { written: file, ...toDraft(map, { start, end: Math.min(end, map.length) }, 0) }
  }

  const read = (article: Article, file: string): { readonly text: string; readonly map: OffsetMap } | null => {
    const { place } = article
    if (!place) return null
    if (place.line === undefined) return reader(place.file)?.(file, article.id).published[0] ?? null
    const parsed = parseLine(file)
    return 'problem' in parsed ? null : { text: parsed.text, map: lineMap(file) }
  }

  return {
    text(article, entries) {
      const file = article.place && entries.get(article.place.file)
      if (!file) return null
      const key = `${file.mtime} ${file.size} ${article.place?.start} ${file.path}`
      let text = known.get(key)
      if (text === undefined) {
        const whole = written(article, entries)
        text = whole === null ? undefined : textOf(article, whole)
        if (text === undefined) return null
        remember(key, text)
      } else {
        // The last that was asked for is the last to be forgotten.
        known.delete(key)
        known.set(key, text)
      }
      return text
    },
    locate(article, start, end, entries) {
      const found = inFile(article, start, end, entries)
      if (!found || !article.place) return null
      const { file, line } = article.place
      const uri = files.uriOf(file)
      const places = placesIn(found.written, found.start, found.end)
      if (line === undefined) return { uri, ...places }
      return { uri, start: { ...places.start, line }, end: { ...places.end, line } }
    },
    inFile
  }

  function textOf(article: Article, file: string): string | undefined {
    if (article.place?.asIs) return file.slice(...article.place.asIs)
    if (article.place?.line === undefined) return read(article, file)?.text
    const parsed = parseLine(file)
    return 'problem' in parsed ? undefined : parsed.text
  }
}
