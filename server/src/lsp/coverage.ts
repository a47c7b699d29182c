/** When coverage and project files are read: at the start, when a folder or a draft comes, and when one of their files changes; and who is told. */
import type { Pack } from '../core/api.ts'
import type { Files, Storage } from '../store/files.ts'
import { folderLibrary, type Library } from '../store/library.ts'
import type { FolderLibrary } from './desks.ts'
import type { Guard } from './guard.ts'
import { homesOf, movesHome } from './homes.ts'
import type { CoverageStatus, FolderStatus } from './protocol.ts'
import type { Session } from './session.ts'

/** Those who are told. */
export interface Audience {
  /** What is known as the coverage, while it is being read as well. */
  status(status: CoverageStatus): void
  /** The drafts are read with another coverage now. */
  changed(): void
  /** The folders, outside the workspace's own, in which there is coverage, and those in which there is a project file. */
  places(paths: readonly string[], projects: readonly string[]): void
  /** Reading takes a while; resolves with where to tell how far it is. */
  progress(): Promise<Progress>
}

export interface Progress {
  report(done: number, total: number): void
  done(): void
}

const nobody: Progress = { report: () => {}, done: () => {} }

export interface CoverageKeeper {
  /** Starts with what comes with Saidby and the folders of the workspace, as URIs. Reads in the background. */
  start(bundled: readonly Pack[], folders: readonly string[]): void
  folders(added: readonly string[], removed: readonly string[]): void
  /** A draft was opened, which may be at home in a folder of its own. */
  opened(): void
  /** Files or folders that came, changed or went, as URIs; a burst of them is looked at once. */
  filesChanged(uris: readonly string[]): void
  /** Any file may have changed: the client does not tell which. */
  lookAgain(): void
}

/** `storage` gives the one for a folder that the client names; null where nothing can be kept. */
export function createCoverageKeeper(
  session: Session,
  guard: Guard,
  files: Files,
  storage: (folder: string | null) => Storage | null,
  audience: Audience
): CoverageKeeper {
  let bundled: readonly Pack[] = []
  let folders: readonly Folder[] = []
  let changed = new Set<string>()
  let anything = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let ahead: ReturnType<typeof setTimeout> | undefined
  let started = false
  let seeking: Promise<void> = Promise.resolve()

  const setUp = (): void => {
    session.setUp(bundled, folders)
    session.take()
    audience.changed()
    tell()
  }

  const taken = (uri: string, top: string | null = null): Folder[] => {
    const path = files.pathOf(uri)
    if (path === null || folders.some((folder) => folder.path === path)) return []
    const needs = { files, storage: storage(session.storage), bundled, say: guard.say }
    return [{ uri, path, own: top === null, library: folderLibrary(path, top ?? path, needs), building: null }]
  }

  /** Takes the folders in which open drafts are at home, and leaves those in which none is any more. Never rejects. */
  const seek = async (): Promise<void> => {
    const own = folders.filter((folder) => folder.own)
    const homes = await homesOf(
      session.drafts.keys(),
      own.map(({ path }) => path),
      files
    ).catch(() => [])
    const stay = folders.filter(({ own, path }) => own || homes.some((home) => home.path === path))
    const fresh = homes.flatMap(({ path, top }) => taken(files.uriOf(path), top))
    if (fresh.length === 0 && stay.length === folders.length) return
    folders = [...stay, ...fresh]
    setUp()
    for (const folder of fresh) void read(folder, null)
  }

  /** One after the other. */
  const seekSoon = (): void => {
    seeking = seeking.then(seek)
  }

  /** Never rejects. */
  const read = async (folder: Folder, paths: readonly string[] | null): Promise<void> => {
    const telling = teller(folder)
    try {
      const others = await folder.library.refresh(paths, telling.progress)
      folder.building = null
      if (!folders.includes(folder)) return
      if (others) {
        session.take()
        audience.changed()
        readAhead()
      }
      audience.places([...new Set(folders.flatMap(placesOf))], [...new Set(folders.flatMap(projectPlaces))])
    } catch (error) {
      guard.attempt(
        'reading the coverage',
        () => {
          throw error
        },
        () => {}
      )
    } finally {
      folder.building = null
      telling.done()
      tell()
    }
  }

  /** Between other messages, and anew whenever the coverage is another. */
  const readAhead = (): void => {
    clearTimeout(ahead)
    const steps = session.readAhead()[Symbol.iterator]()
    const step = guard.heed('reading ahead', () => {
      if (!steps.next().done) ahead = setTimeout(step, PAUSE)
    })
    ahead = setTimeout(step, QUIET)
  }

  /** Tells how far it is, when it takes a while and when it is a little further. */
  const teller = (folder: Folder): { progress(done: number, total: number): void; done(): void } => {
    let shown: Promise<Progress> | undefined
    let told = 0
    return {
      progress(done, total) {
        folder.building = { done, total }
        if (total < LONG || done < told) return
        shown ??= audience.progress().catch(() => nobody)
        void shown.then((progress) => progress.report(done, total))
        told = done + total / STEPS
        tell()
      },
      done: () => void shown?.then((progress) => progress.done())
    }
  }

  const tell = (): void => {
    const elsewhere = { uri: null, building: null, ...statusOf(session.library('')) }
    const status = folders.map(({ uri, library, building }): FolderStatus => ({ uri, building, ...statusOf(library) }))
    audience.status({ folders: status.length > 0 ? status : [elsewhere] })
  }

  const statusOf = ({ holdings }: Library): Omit<FolderStatus, 'uri' | 'building'> => ({
    articles: holdings.articles,
    leftOut: holdings.leftOut,
    packs: holdings.packs.filter((pack) => pack !== holdings.project?.pack).map(({ title }) => title),
    standIn: holdings.standIn,
    problems: holdings.problems.slice(0, MOST_TOLD).map(({ path, ...problem }) => ({ uri: files.uriOf(path), ...problem }))
  })

  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(
      guard.heed('changed files', () => {
        const paths = anything ? null : [...changed].flatMap((uri) => files.pathOf(uri) ?? [])
        changed = new Set()
        anything = false
        if (paths === null || paths.length > 0) for (const folder of folders) void read(folder, paths)
        if (paths === null || paths.some(movesHome)) seekSoon()
      }),
      BURST
    )
  }

  /** A folder of the name `coverage` is watched wherever it is. */
  const placesOf = ({ path, library }: Folder): readonly string[] =>
    library.places.filter((place) => place !== files.join(path, 'coverage'))

  /** Within the workspace a project file is watched wherever it is. */
  const projectPlaces = ({ library }: Folder): readonly string[] => {
    const { project } = library.holdings
    const isInside = folders.some(({ own, path }) => own && project && (path === project.folder || files.relative(path, project.folder)))
    return project && !isInside ? [project.folder] : []
  }

  return {
    start(packs, uris) {
      bundled = packs
      // A folder may have come while the packs were read, and then without them.
      folders = []
      folders = uris.flatMap((uri) => taken(uri))
      setUp()
      for (const folder of folders) void read(folder, null)
      started = true
      seekSoon()
    },
    opened() {
      if (started) seekSoon()
    },
    folders(added, removed) {
      folders = folders.filter(({ uri }) => !removed.includes(uri))
      const fresh = added.flatMap((uri) => taken(uri))
      folders = [...folders, ...fresh]
      setUp()
      for (const folder of fresh) void read(folder, null)
      seekSoon()
    },
    filesChanged(uris) {
      for (const uri of uris) changed.add(uri)
      soon()
    },
    lookAgain() {
      anything = true
      soon()
    }
  }
}

interface Folder extends FolderLibrary {
  readonly uri: string
  building: FolderStatus['building']
}

/** Fewer files are read before anybody looks. */
const LONG = 200

/** So often it is told how far it is. */
const STEPS = 50

/** Milliseconds within which one change follows another when a folder is copied. */
const BURST = 150

/** Milliseconds after which whoever opened the folder has what they look at first, and between two articles that are read ahead. */
const QUIET = 2_000
const PAUSE = 30

/** Problems that are told one by one. */
const MOST_TOLD = 200
