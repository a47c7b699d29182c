/** Which drafts are read with which coverage: those of a folder with the folder's, unsaved ones with the only folder's, others with what comes with Saidby. */
import { type CheckedNotes, createWorkspace, type House, noCoverage, noHouse, type Pack, type Workspace } from '../core/api.ts'
import type { Files } from '../store/files.ts'
import { bundledLibrary, houseOf, type Library } from '../store/library.ts'

/** Drafts that are read with the same coverage. */
export interface Desk {
  readonly library: Library
  workspace: Workspace
}

export interface Desks {
  /** The desk that the draft belongs to; a file of a folder's coverage is an article, and is not held against itself. */
  deskFor(uri: string): Desk
  /** These folders and no others; a folder inside another has its own drafts. */
  setUp(bundled: readonly Pack[], folders: readonly FolderLibrary[]): void
  /** What the libraries hold now. */
  take(): void
  /** Reads of every folder's coverage what is likely to be asked for, a little in each step. */
  readAhead(): Iterable<void>
  /** What was checked by hand. */
  check(notes: CheckedNotes): void
}

export interface FolderLibrary {
  readonly path: string
  /** Whether it is a folder of the workspace, and not only one in which a draft is at home. */
  readonly own: boolean
  readonly library: Library
}

export function createDesks(files: Files): Desks {
  let checked: CheckedNotes = () => []
  const fresh = (): Workspace => createWorkspace().withChecked(checked)
  let elsewhere: Desk = { library: bundledLibrary([]), workspace: fresh() }
  let folders: readonly (FolderLibrary & { readonly drafts: Desk; readonly articles: Desk })[] = []
  return {
    deskFor(uri) {
      const path = files.pathOf(uri)
      if (path === null) return isUntitled(uri) ? (onlyOne(folders.filter(({ own }) => own))?.drafts ?? elsewhere) : elsewhere
      // The longest path is the innermost folder's.
      const inside = folders.filter((folder) => files.relative(folder.path, path) !== null)
      const folder = inside.sort((a, b) => b.path.length - a.path.length)[0]
      const holder = folder?.library.holds(path) ? folder : undefined
      return (holder ? holder.articles : folder?.drafts) ?? elsewhere
    },
    setUp(bundled, libraries) {
      elsewhere = { library: bundledLibrary(bundled), workspace: fresh() }
      folders = libraries.map(
        (folder) =>
          folders.find(({ library }) => library === folder.library) ?? {
            ...folder,
            drafts: { library: folder.library, workspace: fresh() },
            articles: { library: folder.library, workspace: fresh() }
          }
      )
    },
    take() {
      for (const { drafts, articles } of folders) {
        take(drafts, drafts.library.holdings.coverage)
        take(articles, noCoverage)
      }
      take(elsewhere, elsewhere.library.holdings.coverage)
    },
    *readAhead() {
      for (const { drafts } of folders) yield* drafts.workspace.readAhead()
    },
    check(notes) {
      checked = notes
      for (const desk of [elsewhere, ...folders.flatMap(({ drafts, articles }) => [drafts, articles])])
        desk.workspace = desk.workspace.withChecked(notes)
    }
  }
}

/** A draft that was not saved yet will be where the others are. */
const isUntitled = (uri: string): boolean => uri.startsWith('untitled:')

const onlyOne = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)

/** Packs, coverage and house are taken only where they are others: all drafts are read anew for them. */
const taken = new WeakMap<Desk, { readonly packs: readonly Pack[]; readonly coverage: unknown; readonly house: House }>()

function take(desk: Desk, coverage: Library['holdings']['coverage']): void {
  const { packs, project } = desk.library.holdings
  const house = houseOf(project)
  const before = taken.get(desk)
  if (!before || before.packs.length !== packs.length || packs.some((pack, i) => before.packs[i] !== pack))
    desk.workspace = desk.workspace.withPacks(packs)
  if (before?.coverage !== coverage) desk.workspace = desk.workspace.withCoverage(coverage)
  if ((before?.house ?? noHouse) !== house) desk.workspace = desk.workspace.withHouse(house)
  taken.set(desk, { packs, coverage, house })
}
