/** When the coverage is read: at the start, when a folder comes, and when a file of it changes; and who is told. */
import type { Pack } from '../core/api.ts'
import type { Files, Storage } from '../store/files.ts'
import { folderLibrary, type Library } from '../store/library.ts'
import type { Guard } from './guard.ts'
import type { CoverageStatus, FolderStatus } from './protocol.ts'
import type { Session } from './session.ts'

/** Those who are told. */
export interface Audience {
  /** What is known as the coverage, while it is being read as well. */
  status(status: CoverageStatus): void
  /** The drafts are read with another coverage now. */
  changed(): void
  /** The folders, outside the workspace's own, in which there is coverage. */
  places(paths: readonly string[]): void
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

  const setUp = (): void => {
    session.setUp(bundled, folders)
    session.take()
    audience.changed()
    tell()
  }

  const opened = (uri: string): Folder[] => {
    const path = files.pathOf(uri)
    if (path === null || folders.some((folder) => folder.path === path)) return []
    const needs = { files, storage: storage(session.storage), bundled, say: guard.say }
    return [{ uri, path, library: folderLibrary(path, needs), building: null }]
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
      audience.places([...new Set(folders.flatMap(placesOf))])
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
    packs: holdings.packs.map(({ title }) => title),
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
      }),
      BURST
    )
  }

  /** A folder of the name `coverage` is watched wherever it is. */
  const placesOf = ({ path, library }: Folder): readonly string[] =>
    library.places.filter((place) => place !== files.join(path, 'coverage'))

  return {
    start(packs, uris) {
      bundled = packs
      // A folder may have come while the packs were read, and then without them.
      folders = []
      folders = uris.flatMap(opened)
      setUp()
      for (const folder of folders) void read(folder, null)
    },
    folders(added, removed) {
      folders = folders.filter(({ uri }) => !removed.includes(uri))
      const fresh = added.flatMap(opened)
      folders = [...folders, ...fresh]
      setUp()
      for (const folder of fresh) void read(folder, null)
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

interface Folder {
  readonly uri: string
  readonly path: string
  readonly library: Library
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
