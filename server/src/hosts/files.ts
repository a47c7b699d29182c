/** Files and a storage folder under Node. */
import { closeSync, fstatSync, openSync, readSync, realpathSync, type Stats, statSync } from 'node:fs'
import { mkdir, open, opendir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as l10n from '@vscode/l10n'
import { type Choice, type Files, FileTrouble, type FoundFile, type Storage } from '../store/files.ts'

export const nodeFiles: Files = {
  atOnce: () => true,
  list,
  async stat(path) {
    const found = await stat(path).catch(() => null)
    if (!found?.isFile() && !found?.isDirectory()) return null
    return { path, size: found.size, mtime: found.mtimeMs, kind: found.isFile() ? 'file' : 'folder' }
  },
  read: async (path, start, end) => (end - start <= SMALL ? readSmall(path, start, end) : readRange(path, start, end)),
  readNow({ path, size, mtime }, start, end) {
    try {
      const { bytes, stat: now } = readAtOnce(path, start, end)
      return now.size === size && now.mtimeMs === mtime && bytes.length === end - start ? bytes : null
    } catch {
      return null
    }
  },
  join: (folder, path) => resolve(folder, path),
  parent: (path) => (dirname(path) === path ? null : dirname(path)),
  relative(folder, path) {
    const way = relative(folder, path)
    return way === '' || way === '..' || way.startsWith(`..${sep}`) || resolve(folder, way) !== resolve(path) || isElsewhere(way)
      ? null
      : way.replaceAll(sep, '/')
  },
  uriOf: (path) => pathToFileURL(path).href,
  pathOf(uri) {
    try {
      return uri.startsWith('file:') ? fileURLToPath(uri) : null
    } catch {
      return null
    }
  }
}

/** Another drive is no way. */
const isElsewhere = (way: string): boolean => /^[a-z]:/i.test(way)

/** A storage in the folder, which is made when something is kept. */
export const folderStorage = (folder: string): Storage => ({
  async size(name) {
    return (await stat(join(folder, name)).catch(() => null))?.size ?? null
  },
  read: (name, start, end) => readRange(join(folder, name), start, end),
  async write(name, parts) {
    const temporary = join(folder, `${name}.${process.pid}.tmp`)
    try {
      await mkdir(folder, { recursive: true })
      const file = await open(temporary, 'w')
      try {
        for (const part of parts) await file.writeFile(part)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(temporary, join(folder, name))
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {})
      throw new FileTrouble(reason(error))
    }
  },
  async tidy(name, mine, days) {
    const now = new Date()
    await utimes(join(folder, name), now, now).catch(() => {})
    for (const other of await readdir(folder).catch(() => [])) {
      const path = join(folder, other)
      const found = mine.test(other) && other !== name ? await stat(path).catch(() => null) : null
      if (found?.isFile() && now.getTime() - found.mtimeMs > days * DAY) await rm(path, { force: true }).catch(() => {})
    }
  }
})

/** Milliseconds. */
const DAY = 86_400_000

/** Where programs keep what can be made again. */
export function cacheFolder(): string {
  const { platform, env } = process
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'saidby')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'saidby')
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'saidby')
}

async function* list(folder: string, choice: Choice, trouble: (path: string, message: string) => void): AsyncIterable<FoundFile> {
  /** The folders on the way, by device and number: links may lead in a circle, and twice to one place. */
  const entered = new Set<string>()
  const folders = [folder]
  const links: FoundFile[] = []
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    try {
      const number = numberOf(await stat(at))
      if (entered.has(number)) continue
      entered.add(number)
      for await (const entry of await opendir(at, { bufferSize: 1024 })) {
        const path = join(at, entry.name)
        const wanted = choice.wanted(entry.name)
        const enter = choice.enter(entry.name)
        if (entry.isDirectory()) {
          if (enter) folders.push(path)
        } else if (wanted || (enter && entry.isSymbolicLink())) {
          const found = statSync(path, { throwIfNoEntry: false })
          // What a link leads to is looked at last, so that whatever has a path of its own goes by that.
          if (found?.isDirectory() && enter) folders.unshift(path)
          else if (found?.isFile() && wanted) {
            const file = { path, size: found.size, mtime: found.mtimeMs }
            if (entry.isSymbolicLink()) links.push(file)
            else yield file
          } else if (!found && entry.isSymbolicLink() && wanted) trouble(path, l10n.t('this link leads nowhere'))
        }
      }
    } catch (error) {
      trouble(at, reason(error))
    }
  }
  const seen = new Set<string>()
  for (const link of links.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const target = targetOf(link.path)
    if (target === null || seen.has(target) || (choice.wanted(basename(target)) && entered.has(numberOf(statSync(dirname(target))))))
      continue
    seen.add(target)
    yield link
  }
}

const numberOf = ({ dev, ino }: Stats): string => `${dev}:${ino}`

/** Null for a link that leads nowhere by now. */
function targetOf(link: string): string | null {
  try {
    return realpathSync(link)
  } catch {
    return null
  }
}

/** Handing so small a file to another thread takes ten times as long as reading it. */
const SMALL = 1 << 16

function readSmall(path: string, start: number, end: number): Uint8Array<ArrayBuffer> {
  try {
    return readAtOnce(path, start, end).bytes
  } catch (error) {
    throw new FileTrouble(reason(error))
  }
}

function readAtOnce(path: string, start: number, end: number): { bytes: Uint8Array<ArrayBuffer>; stat: Stats } {
  const file = openSync(path, 'r')
  try {
    const found = fstatSync(file)
    const bytes = new Uint8Array(Math.max(0, Math.min(end, found.size) - start))
    let read = 0
    while (read < bytes.length) {
      const more = readSync(file, bytes, read, bytes.length - read, start + read)
      if (more === 0) break
      read += more
    }
    return { bytes: bytes.subarray(0, read), stat: found }
  } finally {
    closeSync(file)
  }
}

async function readRange(path: string, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const file = await open(path, 'r')
    try {
      const length = Math.max(0, Math.min(end, (await file.stat()).size) - start)
      const bytes = new Uint8Array(length)
      let read = 0
      while (read < length) {
        const { bytesRead } = await file.read(bytes, read, Math.min(length - read, MOST_AT_ONCE), start + read)
        if (bytesRead === 0) break
        read += bytesRead
      }
      return read < length ? bytes.slice(0, read) : bytes
    } finally {
      await file.close()
    }
  } catch (error) {
    throw new FileTrouble(reason(error))
  }
}

/** Some systems read no more than 2 GB at once. */
const MOST_AT_ONCE = 1 << 30

/** In words that follow the file's name. */
function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return l10n.t('it is gone')
  if (code === 'EACCES' || code === 'EPERM') return l10n.t('it may not be read')
  if (code === 'ENOSPC') return l10n.t('the disk is full')
  if (code === 'ELOOP') return l10n.t('this link leads in a circle')
  return error instanceof Error ? error.message : String(error)
}
