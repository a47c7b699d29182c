/** Which files the client is asked to watch, and how it is asked. */
import { type Connection, DidChangeWatchedFilesNotification, type Disposable, type FileSystemWatcher } from 'vscode-languageserver'
import { CHECKED_FILE } from '../core/api.ts'
import type { Files } from '../store/files.ts'
import type { Abilities } from './abilities.ts'
import type { Guard } from './guard.ts'

/** Wherever the workspace has a coverage of its own, or may get one. */
const always: readonly FileSystemWatcher[] = [
  { globPattern: '**/coverage' },
  { globPattern: '**/coverage/**' },
  { globPattern: '**/{saidby.yaml,saidby.yml,saidby.json,.gitignore}' },
  { globPattern: `**/${CHECKED_FILE}` }
]

export interface Watching {
  /** Watches these folders, too, and no longer those of the last time. Does nothing where the client cannot. */
  watch(places: readonly string[]): Promise<void>
}

export function createWatching(connection: Connection, abilities: () => Abilities, files: Files, guard: Guard): Watching {
  let watched: string | undefined
  let registration: Disposable | undefined
  return {
    async watch(places) {
      const { registersWatchers, relativeWatchers } = abilities()
      const key = JSON.stringify(places)
      if (!registersWatchers || key === watched) return
      watched = key
      const watchers = [...always, ...places.map((path) => watcherOf(files.uriOf(path), relativeWatchers))]
      try {
        const before = registration
        registration = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
        before?.dispose()
      } catch (error) {
        guard.say(`The editor does not tell when files of the coverage change: ${error}`)
      }
    }
  }
}

/** A client that knows no folders outside its own may know addresses. */
const watcherOf = (uri: string, relative: boolean): FileSystemWatcher =>
  relative ? { globPattern: { baseUri: uri, pattern: '**' } } : { globPattern: `${decodeURIComponent(uri.replace(/^file:\/\//, ''))}/**` }
