/** What stands on the disk now: the files of the coverage, at all its roots or at some paths that changed. */
import * as l10n from '@vscode/l10n'
import { formatOf } from '../core/api.ts'
import type { Files, FoundFile } from './files.ts'
import type { Wanted } from './intake.ts'
import { aboutFile, type FileProblem } from './problem.ts'
import type { Root } from './roots.ts'
import { slices } from './slices.ts'

export interface Look {
  /** In the order of their paths. */
  readonly wanted: readonly Wanted[]
  /** Of the files that were known, those that are there no longer. */
  readonly gone: readonly string[]
  /** How many files there were no room for. */
  readonly leftOut: number
  /** What could not be looked at. */
  readonly problems: readonly FileProblem[]
}

/** More are nobody's coverage but a whole disk. */
const MOST_FILES = 200_000

const choice = {
  wanted: (name: string) => formatOf(name) !== null,
  enter: (name: string) => !name.startsWith('.') && name !== 'node_modules'
}

/** Every file of the coverage; of more than `most` articles those that were changed last. `known` are the paths of those that were there before. */
export async function lookAtAll(roots: readonly Root[], known: ReadonlySet<string>, files: Files, most: number): Promise<Look> {
  const wanted = new Map<string, Wanted>()
  const problems: FileProblem[] = []
  for (const root of roots) await lookInto(root, root.folder, files, wanted, problems)
  const articles = [...wanted.values()].filter(({ file }) => formatOf(file.path) !== 'pack')
  const rest = articles.length > most ? articles.sort((a, b) => b.file.mtime - a.file.mtime || comparePaths(a, b)).slice(most) : []
  for (const { file } of rest) wanted.delete(file.path)
  return { wanted: inOrder(wanted), gone: [...known].filter((path) => !wanted.has(path)), leftOut: rest.length, problems }
}

/** The same for these paths alone, each a file or a folder, there or there no longer. */
export async function lookAt(paths: readonly string[], roots: readonly Root[], known: ReadonlySet<string>, files: Files): Promise<Look> {
  const wanted = new Map<string, Wanted>()
  const gone: string[] = []
  const problems: FileProblem[] = []
  for (const path of new Set(paths)) {
    const there = await files.stat(path)
    const root = rootOf(path, roots, files)
    if (there?.kind === 'folder') for (const each of roots) await lookInto(each, path, files, wanted, problems)
    else if (there && root && formatOf(path) !== null) wanted.set(path, wantedFile(root, there))
    else if (!there && known.has(path)) gone.push(path)
    // What has no ending may have been a folder.
    else if (!there && formatOf(path) === null) gone.push(...[...known].filter((one) => files.relative(path, one) !== null))
  }
  return { wanted: inOrder(wanted), gone, leftOut: 0, problems }
}

/** The root that takes the file. */
export const rootOf = (path: string, roots: readonly Root[], files: Files): Root | undefined =>
  roots.find(({ folder, takes }) => {
    const relative = files.relative(folder, path)
    return relative !== null && takes(relative)
  })

async function lookInto(root: Root, folder: string, files: Files, wanted: Map<string, Wanted>, problems: FileProblem[]): Promise<void> {
  const pause = slices()
  for await (const file of files.list(folder, choice, (path, message) => problems.push(aboutFile(path, message)))) {
    await pause()
    const relative = files.relative(root.folder, file.path)
    if (relative === null || wanted.has(file.path) || !root.takes(relative)) continue
    if (wanted.size === MOST_FILES) {
      problems.push(aboutFile(root.folder, l10n.t('there are more than {0} files in here; the rest is left out', MOST_FILES)))
      return
    }
    wanted.set(file.path, wantedFile(root, file))
  }
}

const wantedFile = (root: Root, { path, size, mtime }: FoundFile): Wanted => ({
  file: { path, size, mtime },
  id: root.idOf(path),
  plainLines: root.plainLines
})

const inOrder = (wanted: ReadonlyMap<string, Wanted>): readonly Wanted[] => [...wanted.values()].sort(comparePaths)

const comparePaths = ({ file: a }: Wanted, { file: b }: Wanted): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
