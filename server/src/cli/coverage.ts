/** What the drafts of a command are held against: what `--coverage` names, what their folder has, or what comes with Saidby. */
import { dirname, resolve } from 'node:path'
import { type Coverage, createWorkspace, noCoverage, type Pack, type Workspace } from '../core/api.ts'
import { cacheFolder, folderStorage, nodeFiles } from '../hosts/files.ts'
import type { Storage } from '../store/files.ts'
import {
  bundledLibrary,
  endOf,
  folderLibrary,
  homeOf,
  houseOf,
  type Library,
  type ProjectFile,
  pathsLibrary,
  projectFileAbove
} from '../store/library.ts'
import { bundledPacks } from './read.ts'
import { Trouble } from './trouble.ts'

/** The paths of `--coverage`; none for `--no-coverage`; null where neither is given. */
export type CoverageOption = readonly string[] | null

export interface KnownCoverage {
  readonly packs: readonly Pack[]
  readonly coverage: Coverage
  readonly library: Library
  /** How many things were wrong with it; each was told. */
  readonly problems: number
}

/**
 * The coverage at the paths and nothing else, or what comes with Saidby, and what the project file says. What is wrong with a file is told in one
 * line and costs only that.
 */
export async function readCoverage(paths: CoverageOption, project: ProjectFile | null = null): Promise<KnownCoverage> {
  if (paths === null) return known(bundledLibrary(bundledPacks()))
  return known(pathsLibrary(paths, project, needs))
}

/** What the project file at the path says, with its coverage or that of the paths. Throws Trouble where there is none that is read. */
export async function readProject(path: string, paths: CoverageOption): Promise<KnownCoverage> {
  const folder = dirname(resolve(path))
  const project = await projectFileAbove(folder, folder, nodeFiles)
  if (project?.file.path !== resolve(path)) throw new Trouble(`${path}: there is no such project file`)
  if (paths !== null) return readCoverage(paths, project)
  return known(folderLibrary(folder, folder, { ...needs, bundled: bundledPacks() }))
}

/**
 * What is known for each draft by its path: the coverage as above with paths, else that of the nearest folder above the draft, else what comes with
 * Saidby; and the project file of the nearest folder.
 */
export function coverageOfDrafts(paths: CoverageOption): (draft: string) => Promise<KnownCoverage> {
  const read = new Map<string, Promise<KnownCoverage>>()
  const once = (key: string, make: () => Promise<KnownCoverage>): Promise<KnownCoverage> => {
    const found = read.get(key) ?? make()
    read.set(key, found)
    return found
  }
  return async (draft) => {
    const folder = dirname(resolve(draft))
    if (paths !== null) {
      const project = await projectFileAbove(folder, await endOf(folder, process.cwd(), nodeFiles), nodeFiles)
      return once(project?.file.path ?? '', () => readCoverage(paths, project))
    }
    const home = await homeOf(folder, process.cwd(), nodeFiles)
    return once(home ?? '', () =>
      home === null ? readCoverage(null) : known(folderLibrary(home, process.cwd(), { ...needs, bundled: bundledPacks() }))
    )
  }
}

/** A workspace that knows the coverage, and one for drafts that are themselves articles of it. */
export function workspacesWith({ packs, coverage, library }: KnownCoverage): { readonly drafts: Workspace; readonly articles: Workspace } {
  const articles = createWorkspace().withPacks(packs).withHouse(houseOf(library.holdings.project))
  return { drafts: articles.withCoverage(coverage), articles: articles.withCoverage(noCoverage) }
}

async function known(library: Library): Promise<KnownCoverage> {
  await library.refresh(null)
  const { packs, coverage, problems } = library.holdings
  const first = new Map(problems.map((problem) => [problem.path, problem] as const).reverse())
  for (const [path, { line, column, message }] of [...first].reverse()) {
    const more = problems.filter((problem) => problem.path === path).length - 1
    const place = line > 0 ? `${path}:${line}:${column}` : path
    say(`${place}: ${message}${more > 0 ? `, and ${more} more` : ''}`)
  }
  return { packs, coverage, library, problems: problems.length }
}

function say(message: string): void {
  process.stderr.write(`saidby: ${message}\n`)
}

/** An index that is made in a moment is not kept. */
const WORTH_KEEPING = 4_000_000

const storage: Storage = {
  ...folderStorage(cacheFolder()),
  write: async (name, parts) => {
    const size = parts.reduce((sum, part) => sum + part.length, 0)
    if (size >= WORTH_KEEPING) await folderStorage(cacheFolder()).write(name, parts)
  }
}

const needs = { files: nodeFiles, storage, bundled: [], say }
