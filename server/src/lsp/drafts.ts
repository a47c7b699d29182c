/** Every draft of the workspace: those that are open, and the Markdown files of its folders that are no articles of the coverage. */
import type { Analysis } from '../core/api.ts'
import type { Files, FoundFile } from '../store/files.ts'
import { createDocument, type Document } from './document.ts'
import type { Session } from './session.ts'

export interface FoundDraft {
  readonly document: Document
  readonly analysis: Analysis
  /** As people know it: the path from its folder, or the address. */
  readonly name: string
}

/** More files are no newsroom's desk but an archive, and a file of that many bytes is no draft. */
const MOST_FILES = 2_000
const MOST_BYTES = 1_000_000

/**
 * The open drafts first, then the files of the folders by their paths, each read when it is asked for.
 * A file that cannot be read, or that is no UTF-8, is passed over.
 */
export async function* everyDraft(session: Session, files: Files, folders: readonly string[]): AsyncIterable<FoundDraft> {
  const seen = new Set<string>()
  for (const [uri, { document }] of session.drafts) {
    const analysis = session.analysis(uri)
    const path = files.pathOf(uri)
    seen.add(path ?? uri)
    if (analysis && !(path !== null && session.library(uri).holds(path))) yield { document, analysis, name: nameOf(uri, files, folders) }
  }
  for (const { path } of await markdownFiles(session, files, folders)) {
    if (seen.has(path)) continue
    seen.add(path)
    const uri = files.uriOf(path)
    const text = await readText(files, path)
    const analysis = text === null ? undefined : session.glance(uri, text)
    if (text !== null && analysis)
      yield {
        document: createDocument({ uri, languageId: 'markdown', version: 0, text }, session.abilities.encoding),
        analysis,
        name: nameOf(uri, files, folders)
      }
  }
}

async function markdownFiles(session: Session, files: Files, folders: readonly string[]): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = []
  for (const folder of folders.flatMap((uri) => files.pathOf(uri) ?? []))
    for await (const file of files.list(folder, choice, () => {})) {
      if (file.size > MOST_BYTES || session.library(files.uriOf(file.path)).holds(file.path)) continue
      found.push(file)
      if (found.length >= MOST_FILES) break
    }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

const choice = {
  wanted: (name: string) => /\.(?:md|markdown|mdown|mkd|mdx|rmd|qmd)$/i.test(name),
  enter: (name: string) => !name.startsWith('.') && name !== 'node_modules'
}

async function readText(files: Files, path: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await files.read(path, 0, MOST_BYTES))
  } catch {
    return null
  }
}

function nameOf(uri: string, files: Files, folders: readonly string[]): string {
  const path = files.pathOf(uri)
  const ways = folders.flatMap((folder) => {
    const base = files.pathOf(folder)
    return base !== null && path !== null ? (files.relative(base, path) ?? []) : []
  })
  // The shortest way is from the innermost folder.
  return ways.sort((a, b) => a.length - b.length)[0] ?? decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))
}
