/** Files that only the client can reach: those of a workspace that is on no disk, and in a browser all. Their paths are their URIs. */
import type { Connection } from 'vscode-languageserver'
import { URI, Utils } from 'vscode-uri'
import { type Choice, type Files, FileTrouble, type FoundFile } from '../store/files.ts'
import type { ListedFile, StatedFile } from './protocol.ts'

/** `serves` says whether the client offers its files; without that no URI is a path. */
export function clientFiles(connection: Pick<Connection, 'sendRequest'>, serves: () => boolean): Files {
  const ask = async <T>(what: 'stat' | 'list' | 'read', params: object): Promise<T> => {
    try {
      return await connection.sendRequest<T>(`saidby/files/${what}`, params)
    } catch (error) {
      throw new FileTrouble(error instanceof Error ? error.message : String(error))
    }
  }
  const stats = async (uris: readonly string[]): Promise<readonly (StatedFile | null)[]> => (uris.length === 0 ? [] : ask('stat', { uris }))

  return {
    atOnce: () => false,
    list: (folder, choice, trouble) => listed(folder, choice, trouble, ask, stats),
    async stat(path) {
      const [found = null] = await stats([path]).catch(() => [])
      return found && { path, ...found }
    },
    async read(path, start, end) {
      return bytesOf(await ask<string>('read', { uri: path })).subarray(start, end)
    },
    readNow: () => null,
    join: (folder, path) => plain(Utils.resolvePath(URI.parse(folder), path)),
    parent(path) {
      const above = plain(Utils.dirname(URI.parse(path)))
      return above === path ? null : above
    },
    relative(folder, path) {
      const inside = folder.endsWith('/') ? folder : `${folder}/`
      return path.startsWith(inside) && path !== inside ? decodeURIComponent(path.slice(inside.length)) : null
    },
    uriOf: (path) => path,
    pathOf: (uri) => (serves() && !/^(?:untitled|saidby-pack|vscode-notebook-cell):/.test(uri) ? plain(URI.parse(uri)) : null)
  }
}

/** Files of both kinds: what is no path of the disk is asked of the client. `disk` is null where there is none. */
export function filesOf(disk: Files | null, client: Files): Files {
  if (!disk) return client
  const of = (path: string): Files => (/^[a-z][a-z\d+.-]+:/i.test(path) ? client : disk)
  return {
    atOnce: (path) => of(path).atOnce(path),
    list: (folder, choice, trouble) => of(folder).list(folder, choice, trouble),
    stat: (path) => of(path).stat(path),
    read: (path, start, end) => of(path).read(path, start, end),
    readNow: (file, start, end) => of(file.path).readNow(file, start, end),
    join: (folder, path) => of(folder).join(folder, path),
    parent: (path) => of(path).parent(path),
    relative: (folder, path) => (of(folder) === of(path) ? of(folder).relative(folder, path) : null),
    uriOf: (path) => of(path).uriOf(path),
    pathOf: (uri) => (uri.startsWith('file:') ? disk : client).pathOf(uri)
  }
}

/** As every editor writes it, and a folder without a stroke at the end, but for the root. */
const plain = (uri: URI): string => (uri.path === '/' ? uri.toString() : uri.toString().replace(/\/$/, ''))

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))

async function* listed(
  folder: string,
  choice: Choice,
  trouble: (path: string, message: string) => void,
  ask: <T>(what: 'list', params: object) => Promise<T>,
  stats: (uris: readonly string[]) => Promise<readonly (StatedFile | null)[]>
): AsyncIterable<FoundFile> {
  const folders = [folder]
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    try {
      const paths: string[] = []
      for (const { name, kind } of await ask<readonly ListedFile[]>('list', { uri: at })) {
        const path = plain(Utils.joinPath(URI.parse(at), name))
        if (kind === 'file' && choice.wanted(name)) paths.push(path)
        else if (kind === 'folder' && choice.enter(name)) folders.push(path)
      }
      for (let i = 0; i < paths.length; i += AT_A_TIME) {
        const some = paths.slice(i, i + AT_A_TIME)
        for (const [n, found] of (await stats(some)).entries())
          if (found?.kind === 'file') yield { path: some[n] as string, size: found.size, mtime: found.mtime }
      }
    } catch (error) {
      if (!(error instanceof FileTrouble)) throw error
      trouble(at, error.message)
    }
  }
}

/** A client asks its own host for each. */
const AT_A_TIME = 100
