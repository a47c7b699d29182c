/** The coverage of one folder, or of the paths given to a command: found, read, indexed, kept, and told what became of it. */
import * as l10n from '@vscode/l10n'
import { type Article, figure, formatOf, loadReader, type Pack, type Reader } from '../core/api.ts'
import { type Catalogue, emptyCatalogue } from './catalogue.ts'
import { type Files, FileTrouble, type FoundFile, type Storage } from './files.ts'
import { bundledHoldings, type Holdings, holdingsOf } from './holdings.ts'
import { takeIn, type Wanted } from './intake.ts'
import { packKeeper } from './kept-packs.ts'
import { lookAt, lookAtAll, rootOf } from './look.ts'
import { MOST_ARTICLES, rememberingFiles } from './memory.ts'
import { type PackFile, packLocation, readPackFile } from './pack-files.ts'
import type { FileProblem } from './problem.ts'
import { type Holding, holdingFor, houseOf, PROJECT_FILES, type ProjectFile, projectFileAbove, projectFileIn } from './project-file.ts'
import { type Roots, rearranges, rootsAbove, rootsAt, rootsIn } from './roots.ts'
import { keep, restore, sum } from './saved.ts'
import { diskTexts, type Location, type Place } from './texts.ts'

export type { FileProblem, Holding, Holdings, Location, Place, ProjectFile }
export { holdingFor, houseOf, PROJECT_FILES, projectFileAbove }

export interface Library {
  readonly holdings: Holdings
  /**
   * Looks again at these paths, or at everything; what did not change is not read again. Resolves, after all that was asked for before, with
   * whether the holdings are others now. What is wrong with a file never makes it reject.
   */
  refresh(changed: readonly string[] | null, progress?: (done: number, total: number) => void): Promise<boolean>
  /** Whether the file is part of the coverage, and so no draft. */
  holds(path: string): boolean
  /** The folders in which the coverage is. */
  readonly places: readonly string[]
  /**
   * Where in its file a passage stands, offsets being half-open UTF-16 in the article's text or the statement's words; null where it is in no
   * file, or no longer.
   */
  locate(article: Article, start: number, end: number): Location | null
  /** The passage of an article that is a file by itself, in half-open UTF-16 offsets into the file's text; null for any other. */
  spanInFile(article: Article, start: number, end: number): { readonly start: number; readonly end: number } | null
}

export interface LibraryNeeds {
  readonly files: Files
  /** Where the index is kept; null to build it anew each time. */
  readonly storage: Storage | null
  /** The packs that come with Saidby. */
  readonly bundled: readonly Pack[]
  /** More articles are not taken; left out, as many as the memory has room for where they are kept there, else all. */
  readonly most?: number
  /** Is told in whole sentences what is no matter of one file. */
  say(message: string): void
}

/**
 * The coverage of a folder of drafts and what their project file says, each from the nearest folder, from this one upwards, that has it: up to the
 * repository's root, or, outside of one, up to the folder that `top` names. Until the first `refresh` it has what comes with Saidby.
 */
export const folderLibrary = (folder: string, top: string, given: LibraryNeeds): Library => {
  const needs = given.files.atOnce(folder) ? given : inMemory(given)
  const ids = needs.bundled.map(({ id }) => id)
  const find = async (): Promise<Found> => {
    const end = await endOf(folder, top, needs.files)
    const project = await projectFileAbove(folder, end, needs.files)
    return { roots: await rootsAbove(folder, end, needs.files, ids), project }
  }
  return library(folder, find, needs)
}

/** Nothing of such a folder is put to any disk. */
const inMemory = (needs: LibraryNeeds): LibraryNeeds => ({
  most: MOST_ARTICLES,
  ...needs,
  files: rememberingFiles(needs.files),
  storage: null
})

/** The coverage at these paths, and no other; `project` is the file that holds for the drafts, if any. */
export const pathsLibrary = (paths: readonly string[], project: ProjectFile | null, needs: LibraryNeeds): Library =>
  library(paths.join('\n'), async () => ({ roots: await rootsAt(paths, needs.files), project }), needs)

/** The nearest folder that has a project file or a coverage of its own, from this one upwards as above; null where there is none. */
export async function homeOf(folder: string, top: string, files: Files): Promise<string | null> {
  const end = await endOf(folder, top, files)
  for (let at: string | null = folder; at !== null; at = at === end ? null : files.parent(at)) {
    const project = await projectFileIn(at, files)
    if (project || (await rootsIn(at, null, files, []))) return at
  }
  return null
}

/** The last folder that is looked at on the way up. */
export const endOf = async (folder: string, top: string, files: Files): Promise<string> =>
  (await repositoryOf(folder, files)) ?? (folder === top || files.relative(top, folder) !== null ? top : folder)

/** What there is for the drafts of a folder. */
interface Found {
  readonly roots: Roots
  readonly project: ProjectFile | null
}

async function repositoryOf(folder: string, files: Files): Promise<string | null> {
  for (let at: string | null = folder; at !== null; at = files.parent(at)) if (await files.stat(files.join(at, '.git'))) return at
  return null
}

/** What comes with Saidby, and nothing else. */
export const bundledLibrary = (bundled: readonly Pack[]): Library => ({
  holdings: bundledHoldings(bundled),
  refresh: async () => false,
  holds: () => false,
  places: [],
  locate: () => null,
  spanInFile: () => null
})

function library(
  owner: string,
  find: () => Promise<Found>,
  { files, storage, bundled, say, most = Number.POSITIVE_INFINITY }: LibraryNeeds
): Library {
  const readers = new Map<string, Reader>()
  const texts = diskTexts(files, (path) => readers.get(formatOf(path) ?? ''))
  const keeper = storage && indexKeeper(storage, owner, say)
  const packs = storage && packKeeper(storage)
  let catalogue: Catalogue | null = null
  let packFiles: ReadonlyMap<string, PackFile> = new Map()
  let roots: Roots = { roots: [], bundled: [], named: false, problems: [] }
  let project: ProjectFile | null = null
  let lost: readonly FileProblem[] = []
  let leftOut = 0
  let holdings = bundledHoldings(bundled)
  /** What the holdings were made of besides files: when it is the same and no file changed, so are they. */
  let circumstances = ''
  let queue: Promise<unknown> = Promise.resolve()

  const reader = async (path: string): Promise<Reader> => {
    const format = formatOf(path)
    if (format === null || format === 'lines' || format === 'pack') throw new Error(`${path} is for no reader`)
    const known = readers.get(format) ?? (await loadReader(format))
    readers.set(format, known)
    return known
  }

  const refresh = async (changed: readonly string[] | null, progress: (done: number, total: number) => void): Promise<boolean> => {
    const before = catalogue ?? (await keeper?.restored(reader)) ?? emptyCatalogue
    const all = changed === null || catalogue === null || roots.roots.length === 0 || changed.some((path) => rearranges(path, roots.roots))
    if (all) ({ roots, project } = await find())
    const known = new Set([...before.entries.keys(), ...packFiles.keys()])
    const some = all ? null : await lookAt(changed, roots.roots, known, files)
    // Which articles there is room for is seen only where all are looked at.
    const crowded = leftOut > 0 || (some !== null && known.size + some.wanted.length > most)
    const look = some && !crowded ? some : await lookAtAll(roots.roots, known, files, most)
    lost = look === some ? [...lost.filter(({ path }) => !changed?.includes(path)), ...look.problems] : look.problems
    if (look !== some) leftOut = look.leftOut
    const next = await withArticles(before, look.wanted, look.gone, progress)
    const packsBefore = packFiles
    packFiles = await withPacks(packFiles, look.wanted, look.gone)
    const now = JSON.stringify([roots.bundled, roots.named, roots.problems, project?.file, project?.problems, lost, leftOut])
    const same = catalogue === next && packFiles === packsBefore && now === circumstances
    catalogue = next
    circumstances = now
    if (same) return false
    const text = (article: Article) => texts.text(article, next.entries)
    holdings = holdingsOf({ catalogue: next, packFiles: [...packFiles.values()], roots, project, lost, leftOut, bundled, text })
    if (holdings.leftOut > 0)
      say(
        holdings.leftOut === 1
          ? l10n.t('{0}: there is room for {1} articles of the coverage, and 1 more is left out.', owner, figure(most))
          : l10n.t(
              '{0}: there is room for {1} articles of the coverage, and {2} more are left out.',
              owner,
              figure(most),
              figure(holdings.leftOut)
            )
      )
    await keeper?.keep(next)
    return true
  }

  const withArticles = async (
    before: Catalogue,
    wanted: readonly Wanted[],
    gone: readonly string[],
    progress: (done: number, total: number) => void
  ): Promise<Catalogue> => {
    const fresh = wanted.filter(({ file, id }) => {
      const entry = before.entries.get(file.path)
      return formatOf(file.path) !== 'pack' && !(isSame(entry, file) && entry?.id === id)
    })
    const dropped = gone.filter((path) => before.entries.has(path))
    return fresh.length + dropped.length === 0 ? before : takeIn(before, dropped, fresh, { files, reader, most, progress })
  }

  const withPacks = async (
    before: ReadonlyMap<string, PackFile>,
    wanted: readonly Wanted[],
    gone: readonly string[]
  ): Promise<ReadonlyMap<string, PackFile>> => {
    const fresh = wanted.filter(({ file }) => formatOf(file.path) === 'pack' && !isSame(before.get(file.path)?.file, file))
    const dropped = gone.filter((path) => before.has(path))
    if (fresh.length + dropped.length === 0) return before
    const next = new Map(before)
    for (const path of dropped) next.delete(path)
    for (const { file } of fresh) next.set(file.path, await readPackFile(files, file, packs))
    return new Map([...next].sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  return {
    get holdings() {
      return holdings
    },
    refresh(changed, progress = () => {}) {
      const done = queue.then(() => refresh(changed, progress))
      queue = done.catch(() => {})
      return done
    },
    holds: (path) => formatOf(path) !== null && rootOf(path, roots.roots, files) !== undefined,
    get places() {
      return roots.roots.map(({ folder }) => folder)
    },
    locate(article, start, end) {
      if (article.place) return texts.locate(article, start, end, (catalogue ?? emptyCatalogue).entries)
      const [pack, statement] = article.id.split('#')
      const own = project?.pack ? [project] : []
      const file = [...own, ...packFiles.values()].find((one) => one.pack?.id === pack)
      return file && statement !== undefined ? packLocation(files, file, statement, start, end) : null
    },
    spanInFile(article, start, end) {
      if (!article.place || article.place.line !== undefined) return null
      const found = texts.inFile(article, start, end, (catalogue ?? emptyCatalogue).entries)
      return found && { start: found.start, end: found.end }
    }
  }
}

const isSame = (known: FoundFile | undefined, file: FoundFile): boolean =>
  known !== undefined && known.size === file.size && known.mtime === file.mtime

/** An index, or what was left of one when the machine went off. */
const INDEX_FILE = /^coverage-[\da-f]{8}\.index(?:\.\d+\.tmp)?$/

/** After a quarter of a year nobody opens the folder again, or it is no matter that its index is built anew. */
const UNUSED_DAYS = 90

/** Keeps the index between one start and the next. */
function indexKeeper(storage: Storage, owner: string, say: (message: string) => void) {
  const name = `coverage-${sum(new TextEncoder().encode(owner)).toString(16).padStart(8, '0')}.index`
  let kept: Catalogue = emptyCatalogue
  return {
    /** What was kept, when it is of use; the readers of its files are then ready. */
    async restored(reader: (path: string) => Promise<Reader>): Promise<Catalogue | null> {
      try {
        await storage.tidy(name, INDEX_FILE, UNUSED_DAYS)
        const known = await restore(storage, name, owner)
        if (known && 'problem' in known) say(`The index of the coverage ${known.problem} and is built anew.`)
        if (!known || 'problem' in known) return null
        const formats = new Map([...known.entries.keys()].map((path) => [formatOf(path), path]))
        for (const [format, path] of formats) if (format !== null && format !== 'lines' && format !== 'pack') await reader(path)
        kept = known
        return known
      } catch (error) {
        if (!(error instanceof FileTrouble)) throw error
        say(`The index of the coverage could not be read and is built anew: ${error.message}.`)
        return null
      }
    },
    /** Keeps it when enough has changed since it was kept last: a large index is not written for every article. */
    async keep(catalogue: Catalogue): Promise<void> {
      if (changes(kept, catalogue) <= catalogue.entries.size * KEPT_BEHIND) return
      try {
        await keep(storage, name, owner, catalogue)
        kept = catalogue
      } catch (error) {
        if (!(error instanceof FileTrouble)) throw error
        say(`The index of the coverage could not be kept and will be built anew next time: ${error.message}.`)
      }
    }
  }
}

/** The part of the files that may have changed before the index is kept again. */
const KEPT_BEHIND = 0.02

/** How many files one catalogue has that the other has not, or not so. */
function changes(before: Catalogue, after: Catalogue): number {
  let count = Math.max(0, before.entries.size - after.entries.size)
  for (const [path, entry] of after.entries) if (before.entries.get(path) !== entry) count += 1
  return count
}
