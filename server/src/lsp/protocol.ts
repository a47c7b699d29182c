/** What an editor may send beyond the protocol itself: types only, the one file of the server that a client imports. */

/** A rule's level as people write it in their settings. */
export type SettingLevel = 'error' | 'warning' | 'information' | 'hint' | 'off'

/**
 * `initializationOptions`: settings for editors that have none of their own. Where an editor sends settings as well,
 * those win, one by one.
 */
export interface InitializationOptions {
  readonly enable?: boolean
  /** Milliseconds after the last keystroke; 0 shows every finding at once. */
  readonly diagnosticsDelay?: number
  readonly rules?: Readonly<Record<string, SettingLevel>>
  readonly outline?: { readonly enable?: boolean }
  /** A folder in which the index of the coverage may be kept; else it is kept where the system keeps caches. */
  readonly storage?: string
}

/** `saidby/status`, a notification from the server: what it knows as the coverage, sent whenever that changes. */
export interface CoverageStatus {
  /** One for each folder of the workspace; without a folder, one for what comes with Saidby. */
  readonly folders: readonly FolderStatus[]
}

export interface FolderStatus {
  /** Null for drafts that are in no folder of the workspace. */
  readonly uri: string | null
  readonly articles: number
  /** Titles. */
  readonly packs: readonly string[]
  /** Whether it is what comes with Saidby, because the folder has no coverage of its own. */
  readonly standIn: boolean
  /** Files read so far, while it is being read; what is told besides is then what was known before. */
  readonly building: { readonly done: number; readonly total: number } | null
  readonly problems: readonly CoverageProblem[]
}

export interface CoverageProblem {
  readonly uri: string
  /** Counted from 1; 0 where it is about the whole file. */
  readonly line: number
  readonly column: number
  readonly message: string
}
