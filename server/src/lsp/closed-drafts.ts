/** Drafts that are not open, as they were read last: a file that is as it was is not read again. */
import type { Analysis } from '../core/api.ts'
import type { Files, FoundFile } from '../store/files.ts'
import { createDocument, type Document, type Encoding } from './document.ts'

export interface ClosedDraft {
  readonly document: Document
  readonly analysis: Analysis
}

export interface ClosedDrafts {
  /** The draft in the file; null for a file that cannot be read or is no UTF-8, and where analysing it failed. Never rejects. */
  read(file: FoundFile): Promise<ClosedDraft | null>
  /** Lets go of all that is kept of other files. */
  retain(files: readonly FoundFile[]): void
}

export interface ClosedDraftsNeeds {
  /** Another value whenever the same text at that URI might be read otherwise. */
  ground(uri: string): unknown
  analyze(uri: string, text: string): Analysis | undefined
  encoding(): Encoding
}

/** What is kept of a draft takes some seventy bytes for each unit of its text. */
const MOST_UNITS = 1_000_000

interface Kept extends ClosedDraft {
  readonly file: FoundFile
  readonly ground: unknown
}

/**
 * Keeps what was read until the file has another time or size, or its ground is another. Of more than `most` units of text the first are kept and
 * the rest is read each time: all drafts are asked for in turn, so that letting go of the oldest would keep none.
 */
export function createClosedDrafts(files: Files, { ground, analyze, encoding }: ClosedDraftsNeeds, most = MOST_UNITS): ClosedDrafts {
  const kept = new Map<string, Kept>()
  let units = 0

  const drop = (path: string): void => {
    units -= kept.get(path)?.analysis.text.length ?? 0
    kept.delete(path)
  }

  return {
    async read(file) {
      const uri = files.uriOf(file.path)
      const known = kept.get(file.path)
      if (known && known.file.mtime === file.mtime && known.file.size === file.size && known.ground === ground(uri)) return known
      drop(file.path)
      const text = await readText(files, file)
      // What is known may have become other while the file was read.
      const now = ground(uri)
      const analysis = text === null ? undefined : analyze(uri, text)
      if (text === null || !analysis) return null
      const draft = { document: createDocument({ uri, languageId: 'markdown', version: 0, text }, encoding()), analysis, file, ground: now }
      drop(file.path)
      if (units + text.length <= most) {
        kept.set(file.path, draft)
        units += text.length
      }
      return draft
    },
    retain(found) {
      const paths = new Set(found.map(({ path }) => path))
      for (const path of [...kept.keys()]) if (!paths.has(path)) drop(path)
    }
  }
}

async function readText(files: Files, { path, size }: FoundFile): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await files.read(path, 0, size))
  } catch {
    return null
  }
}
