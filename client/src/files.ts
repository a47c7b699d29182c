/** Files for a server that cannot reach them: those of virtual workspaces, and in a browser all. They are read, never written. */
import { type Disposable, FileSystemError, FileType, l10n, Uri, workspace } from 'vscode'
import { type BaseLanguageClient, ResponseError } from 'vscode-languageclient'
import type { ListedFile, StatedFile } from '../../server/src/lsp/protocol.ts'

/** Answers the requests `saidby/files/…`. */
export const serveFiles = (client: BaseLanguageClient): readonly Disposable[] => [
  client.onRequest('saidby/files/stat', ({ uris }: { uris: readonly string[] }) => Promise.all(uris.map(stat))),
  client.onRequest('saidby/files/list', ({ uri }: { uri: string }) => list(uri).catch(refused)),
  client.onRequest('saidby/files/read', ({ uri }: { uri: string }) => read(uri).catch(refused))
]

async function stat(uri: string): Promise<StatedFile | null> {
  try {
    const { type, size, mtime } = await workspace.fs.stat(Uri.parse(uri))
    const kind = kindOf(type)
    return kind && { kind, size, mtime }
  } catch {
    return null
  }
}

/** A link to a folder is left out: it may lead in a circle. */
async function list(uri: string): Promise<readonly ListedFile[]> {
  const entries = await workspace.fs.readDirectory(Uri.parse(uri))
  return entries.flatMap(([name, type]) => {
    const kind = kindOf(type)
    return kind && !(kind === 'folder' && type & FileType.SymbolicLink) ? [{ name, kind }] : []
  })
}

const kindOf = (type: FileType): StatedFile['kind'] | null => (type & FileType.File ? 'file' : type & FileType.Directory ? 'folder' : null)

/** In base64, since not every connection carries bytes. */
async function read(uri: string): Promise<string> {
  const bytes = await workspace.fs.readFile(Uri.parse(uri))
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE) text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)))
  return text
}

/** Bytes: as many as a call has arguments; base64 needs a multiple of three. */
const PIECE = 3 * 4096

/** In words that follow the file's name. */
function refused(error: unknown): ResponseError<void> {
  const code = error instanceof FileSystemError ? error.code : ''
  if (code === 'FileNotFound') return new ResponseError(REFUSED, l10n.t('it is gone'))
  if (code === 'NoPermissions') return new ResponseError(REFUSED, l10n.t('it may not be read'))
  return new ResponseError(REFUSED, error instanceof Error ? error.message : String(error))
}

/** LSP's `RequestFailed`. */
const REFUSED = -32803
