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
}
