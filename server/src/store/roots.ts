/** Where the coverage of a folder is: what its project file names, else its folder `coverage`. */
import * as l10n from '@vscode/l10n'
import ignore from 'ignore'
import { formatOf } from '../core/api.ts'
import { decodeFile } from './decode.ts'
import type { Files } from './files.ts'
import { globbed } from './globbed.ts'
import { aboutFile, type FileProblem } from './problem.ts'
import { PROJECT_FILES, type ProjectFile, projectFileIn } from './project-file.ts'

/** A folder in which articles or packs may be. */
export interface Root {
  readonly folder: string
  /** Whether the file is one that is meant, by its path from the root with `/`. */
  takes(path: string): boolean
  /** What the articles' ids begin with: the path of the file, as this root gives it. */
  idOf(path: string): string
  /** Whether an article that is a line of a file has that line's own id. */
  readonly plainLines: boolean
}

export interface Roots {
  readonly roots: readonly Root[]
  /** Ids of packs that come with Saidby and are named. */
  readonly bundled: readonly string[]
  /** Whether somebody said where the coverage is. */
  readonly named: boolean
  readonly problems: readonly FileProblem[]
}

const DEFAULT_FOLDER = 'coverage'

/** What test runners leave in a folder that they call `coverage`, too. */
const TEST_REPORTS = ['lcov.info', 'clover.xml', 'coverage-final.json']

/** Whether a change of the path may change where the coverage is. */
export function rearranges(path: string, roots: readonly Root[]): boolean {
  const name = path.split(/[\\/]/).at(-1) ?? ''
  return [...PROJECT_FILES, ...TEST_REPORTS, '.gitignore'].includes(name) || roots.some(({ folder }) => folder === path)
}

/**
 * The coverage of the nearest folder that has one, from this one up to `end`; `bundledIds` are the packs that a project file may name without a
 * path.
 */
export async function rootsAbove(folder: string, end: string, files: Files, bundledIds: readonly string[]): Promise<Roots> {
  for (let at: string | null = folder; at !== null; at = at === end ? null : files.parent(at)) {
    const roots = await rootsIn(at, await projectFileIn(at, files), files, bundledIds)
    if (roots) return roots
  }
  return { roots: [], bundled: [], named: false, problems: [] }
}

/** The coverage of this very folder; null where it has none. */
export async function rootsIn(
  folder: string,
  found: ProjectFile | null,
  files: Files,
  bundledIds: readonly string[]
): Promise<Roots | null> {
  const entries = found?.project.coverage ?? null
  if (found && entries) {
    const problems: FileProblem[] = []
    return { ...(await namedRoots(entries, folder, found.file.path, files, bundledIds, problems)), named: true, problems }
  }
  const path = files.join(folder, DEFAULT_FOLDER)
  if ((await files.stat(path))?.kind !== 'folder' || (await isTestReport(path, files)) || (await isIgnored(path, folder, files)))
    return null
  return { roots: [wholeFolder(path, files)], bundled: [], named: false, problems: [] }
}

/** The roots of paths that somebody gave to a command; ids are as they were given. Problems are about paths that lead nowhere. */
export async function rootsAt(paths: readonly string[], files: Files): Promise<Roots> {
  const problems: FileProblem[] = []
  const roots: Root[] = []
  for (const path of paths) {
    const found = await files.stat(path)
    if (!found) problems.push(aboutFile(path, l10n.t('there is no such file')))
    else if (found.kind === 'folder') roots.push({ ...wholeFolder(path, files), plainLines: true })
    else if (formatOf(path) === null) problems.push(aboutFile(path, l10n.t('this is neither an article nor a pack')))
    else roots.push({ ...oneFile(path, files), idOf: () => path, plainLines: true })
  }
  return { roots, bundled: [], named: true, problems }
}

const wholeFolder = (folder: string, files: Files): Root => ({
  folder,
  takes: () => true,
  idOf: (path) => files.relative(folder, path) ?? path,
  plainLines: false
})

function oneFile(path: string, files: Files): Root {
  const folder = files.parent(path) ?? path
  const name = files.relative(folder, path)
  return { folder, takes: (other) => other === name, idOf: () => name ?? path, plainLines: false }
}

async function namedRoots(
  entries: readonly string[],
  folder: string,
  project: string,
  files: Files,
  bundledIds: readonly string[],
  problems: FileProblem[]
): Promise<Pick<Roots, 'roots' | 'bundled'>> {
  const bundled: string[] = []
  const roots: Root[] = []
  const excluded = entries.filter((entry) => entry.startsWith('!')).map((entry) => entry.slice(1))
  for (const entry of entries.filter((one) => !one.startsWith('!'))) {
    const [base, pattern] = splitGlob(entry)
    const path = files.join(folder, base)
    const found = await files.stat(path)
    if (!found && pattern === null && bundledIds.includes(entry)) bundled.push(entry)
    else if (!found) problems.push(aboutFile(project, l10n.t('coverage: there is nothing at “{0}”', base)))
    else if (pattern !== null) roots.push({ ...wholeFolder(path, files), takes: globbed([pattern]) })
    else roots.push(found.kind === 'folder' ? wholeFolder(path, files) : oneFile(path, files))
  }
  const without = excluded.length > 0 ? globbed(excluded) : () => false
  const all = roots.map((root): Root => {
    const takes = (path: string) => root.takes(path) && !without(files.relative(folder, files.join(root.folder, path)) ?? path)
    // With several roots only the path from the project tells their files apart.
    return { ...root, takes, ...(roots.length > 1 && { idOf: (path: string) => files.relative(folder, path) ?? path }) }
  })
  return { roots: all, bundled }
}

/** `wire/2026/*.md`: the folder in front of the first sign, and the pattern from there on, or null. */
function splitGlob(entry: string): readonly [base: string, pattern: string | null] {
  const parts = entry.replace(/^\.\//, '').split('/')
  const first = parts.findIndex((part) => /[*?[]/.test(part))
  return first < 0 ? [entry, null] : [parts.slice(0, first).join('/') || '.', parts.slice(first).join('/')]
}

async function isTestReport(folder: string, files: Files): Promise<boolean> {
  for (const name of TEST_REPORTS) if (await files.stat(files.join(folder, name))) return true
  return false
}

/** Whether git ignores the folder: asks the `.gitignore` of the folders above it, the nearest first, up to the repository's root. */
async function isIgnored(path: string, folder: string, files: Files): Promise<boolean> {
  for (let at: string | null = folder; at !== null; at = files.parent(at)) {
    const rules = await gitignore(files.join(at, '.gitignore'), files)
    const relative = files.relative(at, path)
    const verdict = rules === null || relative === null ? null : ignore().add(rules).test(`${relative}/`)
    if (verdict?.ignored || verdict?.unignored) return verdict.ignored
    if (await files.stat(files.join(at, '.git'))) return false
  }
  return false
}

const LONGEST_IGNORE = 1_000_000

async function gitignore(path: string, files: Files): Promise<string | null> {
  if ((await files.stat(path))?.kind !== 'file') return null
  try {
    const decoded = decodeFile(await files.read(path, 0, LONGEST_IGNORE), false)
    return 'text' in decoded ? decoded.text : null
  } catch {
    return null
  }
}
