/** Which files the client is asked to watch, and how it is asked. */
import { type Connection, DidChangeWatchedFilesNotification, type Disposable, type FileSystemWatcher } from 'vscode-languageserver'
import { CHECKED_FILE } from '../core/api.ts'
import type { Files } from '../store/files.ts'
import { PROJECT_FILES } from '../store/library.ts'
import type { Abilities } from './abilities.ts'
import type { Guard } from './guard.ts'

const PROJECTS = `{${PROJECT_FILES.join(',')}}`

/** Wherever the workspace has a coverage of its own, or may get one. */
const always: readonly FileSystemWatcher[] = [
  { globPattern: '**/coverage' },
  { globPattern: '**/coverage/**' },
  { globPattern: `**/${PROJECTS}` },
  { globPattern: '**/.gitignore' },
  { globPattern: `**/${CHECKED_FILE}` }
]

export interface Watching {
  /**
   * Watches these folders, too, and the project files of those others, and no longer what was watched the last time. Does nothing where the
   * client cannot.
   */
  watch(places: readonly string[], projects: readonly string[]): Promise<void>
}

export function createWatching(connection: Connection, abilities: () => Abilities, files: Files, guard: Guard): Watching {
  let watched: string | undefined
  let registration: Disposable | undefined
  return {
    async watch(places, projects) {
      const { registersWatchers, relativeWatchers } = abilities()
      const key = JSON.stringify([places, projects])
      if (!registersWatchers || key === watched) return
      watched = key
      const watchers = [
        ...always,
        ...places.map((path) => watcherOf(files.uriOf(path), '**', relativeWatchers)),
        ...projects.map((path) => watcherOf(files.uriOf(path), PROJECTS, relativeWatchers))
      ]
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
const watcherOf = (uri: string, pattern: string, relative: boolean): FileSystemWatcher =>
  relative ? { globPattern: { baseUri: uri, pattern } } : { globPattern: `${decodeURIComponent(uri.replace(/^file:\/\//, ''))}/${pattern}` }
