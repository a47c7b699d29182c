/** A workspace on no disk: its files are in memory, and whoever wants them asks the client. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import type { ListedFile, StatedFile } from '../../server/src/lsp/protocol.ts'

export interface VirtualFolder {
  readonly uri: string
  uriOf(path: string): string
  /** Writes files by their paths from the folder. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void
  /** A file, or a folder with everything in it. */
  remove(path: string): void
  /** What the client answers to `saidby/files/…`. */
  answer(what: 'stat' | 'list' | 'read', params: unknown): unknown
  /** URIs of the files that were read, in order. */
  readonly read: readonly string[]
}

export function virtualFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  uri = 'vscode-vfs://github/coast/drafts'
): VirtualFolder {
  const known = new Map<string, { readonly bytes: Uint8Array; readonly mtime: number }>()
  const read: string[] = []
  let time = 0
  const uriOf = (path: string): string => `${uri}/${path.split('/').map(encodeURIComponent).join('/')}`
  const below = (folder: string): string[] => [...known.keys()].filter((one) => one.startsWith(`${folder}/`))
  const stat = (of: string): StatedFile | null => {
    const file = known.get(of)
    if (file) return { kind: 'file', size: file.bytes.length, mtime: file.mtime }
    return below(of).length > 0 ? { kind: 'folder', size: 0, mtime: 0 } : null
  }
  const folder: VirtualFolder = {
    uri,
    uriOf,
    read,
    write(more) {
      for (const [path, content] of Object.entries(more)) {
        time += 1
        known.set(uriOf(path), { bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content, mtime: time })
      }
    },
    remove(path) {
      for (const one of [uriOf(path), ...below(uriOf(path))]) known.delete(one)
    },
    answer(what, params) {
      const { uri: of = '', uris = [] } = params as { uri?: string; uris?: readonly string[] }
      if (what === 'stat') return uris.map(stat)
      if (what === 'list') {
        const names = below(of).map((one) => one.slice(of.length + 1).split('/'))
        const entries = new Map(names.map(([name = '', ...rest]) => [name, rest.length > 0 ? 'folder' : 'file'] as const))
        return [...entries].map(([name, kind]): ListedFile => ({ name: decodeURIComponent(name), kind }))
      }
      read.push(of)
      const file = known.get(of)
      if (!file) throw new ResponseError(LSPErrorCodes.RequestFailed, 'it is gone')
      return Buffer.from(file.bytes).toString('base64')
    }
  }
  folder.write(files)
  return folder
}
