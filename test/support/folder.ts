/** A folder on the real disk for one test, and a library that reads it. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Pack } from '../../server/src/core/api.ts'
import { articlesOf } from '../../server/src/core/coverage/passage-index.ts'
import { verifyWords } from '../../server/src/core/verification/verify.ts'
import { nodeFiles } from '../../server/src/hosts/files.ts'
import type { Files, Storage } from '../../server/src/store/files.ts'
import { folderLibrary, type Library } from '../../server/src/store/library.ts'

export interface Folder {
  readonly path: string
  /** Writes files by their relative paths, with the folders that they need. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void
  at(path: string): string
  remove(path?: string): void
}

export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'saidby-test-')))
  const folder: Folder = {
    path,
    at: (name) => join(path, name),
    write(more) {
      for (const [name, content] of Object.entries(more)) {
        mkdirSync(dirname(join(path, name)), { recursive: true })
        writeFileSync(join(path, name), content)
      }
    },
    remove: (name = '.') => rmSync(join(path, name), { recursive: true, force: true })
  }
  folder.write(files)
  return folder
}

export interface Reads {
  /** What the library said besides problems of files. */
  readonly said: readonly string[]
  readonly library: Library
  /** Paths that were read, in order. */
  readonly read: readonly string[]
}

/** A library of the folder, not yet refreshed. */
export function libraryOf(
  { path }: Folder,
  { storage = null, bundled = [] }: { storage?: Storage | null; bundled?: readonly Pack[] } = {}
): Reads {
  const said: string[] = []
  const read: string[] = []
  const files: Files = {
    ...nodeFiles,
    read(file, start, end) {
      read.push(file)
      return nodeFiles.read(file, start, end)
    }
  }
  return { library: folderLibrary(path, path, { files, storage, bundled, say: (message) => said.push(message) }), said, read }
}

/** The ids of the articles, in order. */
export const ids = ({ holdings }: Library): string[] => [...articlesOf(holdings.coverage.index)].map(({ id }) => id).sort()

/** The problems as people are told them, by paths from the folder. */
export const troubles = ({ holdings }: Library, { path }: Folder): string[] =>
  holdings.problems.map((problem) => `${problem.path.slice(path.length + 1)}:${problem.line}:${problem.column} ${problem.message}`)

/** The verdict on the words and the ids of the articles that have them. */
export function verdictOn({ holdings }: Library, words: string): string {
  const verification = verifyWords(words, { speaker: null, near: [] }, holdings.coverage)
  return [verification?.verdict ?? 'nothing', ...new Set(verification?.passages.map(({ article }) => article.id).sort())].join(' ')
}
