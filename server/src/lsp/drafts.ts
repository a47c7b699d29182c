/** Every draft of the workspace: those that are open, and the Markdown files of its folders that are no articles of the coverage. */
import type { Files, FoundFile } from '../store/files.ts'
import type { ClosedDraft } from './closed-drafts.ts'
import type { Session } from './session.ts'

export interface FoundDraft extends ClosedDraft {
  /** As people know it: the path from its folder, or the address. */
  readonly name: string
}

/** More files are no newsroom's desk but an archive, and a file of that many bytes is no draft. */
const MOST_FILES = 2_000
const MOST_BYTES = 1_000_000

/**
 * The open drafts first, then the files of the folders by their paths, each read when it is asked for and has changed since it was.
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
  const found = await markdownFiles(session, files, folders)
  session.closed.retain(found)
  for (const file of found) {
    if (seen.has(file.path)) continue
    seen.add(file.path)
    const draft = await session.closed.read(file)
    if (draft) yield { ...draft, name: nameOf(draft.document.uri, files, folders) }
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

function nameOf(uri: string, files: Files, folders: readonly string[]): string {
  const path = files.pathOf(uri)
  const ways = folders.flatMap((folder) => {
    const base = files.pathOf(folder)
    return base !== null && path !== null ? (files.relative(base, path) ?? []) : []
  })
  // The shortest way is from the innermost folder.
  return ways.sort((a, b) => a.length - b.length)[0] ?? decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))
}
