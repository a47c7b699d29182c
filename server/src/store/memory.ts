/** The coverage where files cannot be read at once: what was read stays in memory, so that a passage can be shown while an editor waits. */
import * as l10n from '@vscode/l10n'
import { type Files, FileTrouble, type FoundFile } from './files.ts'

/** Articles that are taken, unless somebody wants fewer. */
export const MOST_ARTICLES = 5_000

/** Bytes of one file, and of all. */
const LONGEST = 50_000_000
const MOST_KEPT = 250_000_000

interface Kept {
  readonly file: FoundFile
  readonly bytes: Uint8Array
}

/** The same files, each read whole and once; forgotten when they are seen to have changed or gone. */
export function rememberingFiles(files: Files): Files {
  const seen = new Map<string, FoundFile>()
  const kept = new Map<string, Kept>()
  let size = 0

  const forget = (path: string): void => {
    size -= kept.get(path)?.bytes.length ?? 0
    kept.delete(path)
    seen.delete(path)
  }
  /** Those of a folder but for these. */
  const forgetIn = (folder: string, but: ReadonlySet<string>): void => {
    for (const path of [...seen.keys()]) if (!but.has(path) && files.relative(folder, path) !== null) forget(path)
  }
  const see = ({ path, size, mtime }: FoundFile): void => {
    const before = seen.get(path)
    if (before && before.size === size && before.mtime === mtime) return
    forget(path)
    seen.set(path, { path, size, mtime })
  }
  const whole = async (path: string): Promise<Uint8Array> => {
    const known = kept.get(path)
    if (known) return known.bytes
    const file = seen.get(path)
    if ((file?.size ?? 0) > LONGEST) throw new FileTrouble(l10n.t('files of up to {0} MB are read here', LONGEST / 1_000_000))
    const bytes = await files.read(path, 0, Number.POSITIVE_INFINITY)
    if (!file || kept.has(path)) return bytes
    if (size + bytes.length > MOST_KEPT) throw new FileTrouble(l10n.t('no more than {0} MB are kept in memory', MOST_KEPT / 1_000_000))
    kept.set(path, { file, bytes })
    size += bytes.length
    return bytes
  }

  return {
    ...files,
    async *list(folder, choice, trouble) {
      const listed = new Set<string>()
      for await (const file of files.list(folder, choice, trouble)) {
        listed.add(file.path)
        see(file)
        yield file
      }
      forgetIn(folder, listed)
    },
    async stat(path) {
      const found = await files.stat(path)
      if (found?.kind === 'file') see(found)
      else if (!found) {
        forget(path)
        forgetIn(path, new Set())
      }
      return found
    },
    read: async (path, start, end) => (await whole(path)).subarray(start, end),
    readNow({ path, size, mtime }, start, end) {
      const known = kept.get(path)
      return known && known.file.size === size && known.file.mtime === mtime ? known.bytes.subarray(start, end) : null
    }
  }
}
