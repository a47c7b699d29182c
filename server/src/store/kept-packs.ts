/** Packs as they were compiled last, kept from one start to the next: a pack whose file holds the same is not parsed again. */
import { language, type Pack, readCompiledPack } from '../core/api.ts'
import { FileTrouble, type Storage } from './files.ts'
import type { FileProblem } from './problem.ts'
import { sum } from './saved.ts'

/** What was read of a pack's file. */
export interface CompiledPack {
  /** Null where the file holds none. */
  readonly pack: Pack | null
  readonly problems: readonly FileProblem[]
}

export interface PackKeeper {
  /** What these bytes were compiled to; null where it is not known, or of no use any more. Never rejects. */
  restored(path: string, bytes: Uint8Array): Promise<CompiledPack | null>
  /** Keeps it in the place of what was kept for that path. Never rejects: the pack is then compiled anew next time. */
  keep(path: string, bytes: Uint8Array, compiled: CompiledPack): Promise<void>
}

/** Rises with whatever makes another pack, or other problems, of the same file. */
const COMPILER_VERSION = 1

/** What was kept, or what was left of it when the machine went off. */
const PACK_FILE = /^pack-[\da-f]{8}\.json(?:\.\d+\.tmp)?$/

/** As long as an index. */
const UNUSED_DAYS = 90

/** A smaller file is parsed as quickly as what was kept of it is found. In bytes. */
const WORTH_KEEPING = 20_000

/** What is kept is JSON: a line that says what it belongs to and what the other adds up to, and the pack with its problems. */
export function packKeeper(storage: Storage): PackKeeper {
  return {
    async restored(path, bytes) {
      if (bytes.length < WORTH_KEEPING) return null
      try {
        const name = nameFor(path)
        const size = await storage.size(name)
        if (size === null) return null
        const kept = await storage.read(name, 0, size)
        const end = kept.indexOf(NEWLINE)
        const head = JSON.parse(decoded(kept.subarray(0, Math.max(0, end)))) as Partial<Head>
        const body = kept.subarray(end + 1)
        if (head.version !== COMPILER_VERSION || head.content !== (await contentOf(path, bytes)) || head.sum !== sum(body)) return null
        const { pack, problems } = JSON.parse(decoded(body)) as CompiledPack
        // What is wrong with the file was told in another language.
        if (problems.length > 0 && head.language !== language()) return null
        await storage.tidy(name, PACK_FILE, UNUSED_DAYS)
        return { pack: pack && readCompiledPack(pack), problems }
      } catch {
        return null
      }
    },
    async keep(path, bytes, compiled) {
      if (bytes.length < WORTH_KEEPING) return
      const name = nameFor(path)
      const body = new TextEncoder().encode(JSON.stringify(compiled))
      const head: Head = { version: COMPILER_VERSION, language: language(), content: await contentOf(path, bytes), sum: sum(body) }
      try {
        await storage.write(name, [new TextEncoder().encode(`${JSON.stringify(head)}\n`), body])
        await storage.tidy(name, PACK_FILE, UNUSED_DAYS)
      } catch (error) {
        if (!(error instanceof FileTrouble)) throw error
      }
    }
  }
}

interface Head {
  readonly version: number
  /** That of the problems. */
  readonly language: string
  readonly content: string
  readonly sum: number
}

const NEWLINE = 10
const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const nameFor = (path: string): string => `pack-${sum(new TextEncoder().encode(path)).toString(16).padStart(8, '0')}.json`

/** The file and what it holds, as SHA-256. */
async function contentOf(path: string, bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()))
  return `${path} ${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
