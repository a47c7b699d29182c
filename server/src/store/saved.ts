/** A catalogue with its index as one file that is kept from one start to the next; what is damaged is noticed. */
import { language, load, serialize } from '../core/api.ts'
import type { Catalogue, Entry } from './catalogue.ts'
import type { Storage } from './files.ts'
import { INTAKE_VERSION } from './intake.ts'

/** Index, catalogue as JSON, and a trailer that says how long the index is and what the catalogue adds up to. */
const TRAILER = 16
const MAGIC = 0x53424c42

/** Rejects with FileTrouble where it cannot be written; what was kept before is then still there. `owner` is whose coverage it is. */
export async function keep(storage: Storage, name: string, owner: string, { index, entries }: Catalogue): Promise<void> {
  const head = new TextEncoder().encode(
    JSON.stringify({ version: INTAKE_VERSION, owner, language: language(), entries: [...entries.values()] })
  )
  const body = serialize(index)
  const trailer = new DataView(new ArrayBuffer(TRAILER))
  trailer.setUint32(0, MAGIC)
  trailer.setFloat64(4, body.byteLength)
  trailer.setUint32(12, sum(head))
  await storage.write(name, [new Uint8Array(body), head, new Uint8Array(trailer.buffer)])
}

/** What was kept; null where nothing was; else, in words that follow “the index”, why it is of no use. Rejects with FileTrouble. */
export async function restore(storage: Storage, name: string, owner: string): Promise<Catalogue | { readonly problem: string } | null> {
  const size = await storage.size(name)
  if (size === null) return null
  if (size < TRAILER) return { problem: 'is cut off' }
  const trailer = new DataView((await storage.read(name, size - TRAILER, size)).buffer)
  const length = trailer.getFloat64(4)
  if (trailer.getUint32(0) !== MAGIC || !(Number.isSafeInteger(length) && length >= 0 && length <= size - TRAILER))
    return { problem: 'is cut off' }
  const head = await storage.read(name, length, size - TRAILER)
  if (trailer.getUint32(12) !== sum(head)) return { problem: 'is damaged' }
  const { version, owner: whose, language: told, entries } = JSON.parse(new TextDecoder().decode(head)) as Head
  if (version !== INTAKE_VERSION) return { problem: 'was made by another version' }
  if (whose !== owner) return { problem: 'is another folder’s' }
  const index = load((await storage.read(name, 0, length)).buffer)
  return 'problem' in index
    ? index
    : { index, entries: new Map(entries.map((entry) => [entry.path, told === language() ? entry : untold(entry)])) }
}

/** What is wrong with a file was told in another language: then the file is read anew. */
const untold = (entry: Entry): Entry => (entry.problems.length > 0 ? { ...entry, mtime: -1 } : entry)

interface Head {
  readonly version: string
  readonly owner: string
  /** That of the problems. */
  readonly language: string
  readonly entries: readonly Entry[]
}

/** FNV-1a. */
export function sum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < bytes.length; i += 1) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  return hash >>> 0
}
