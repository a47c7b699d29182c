/** Drafts as text, and the packs that come with Saidby. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Pack, readCompiledPack } from '../core/api.ts'
import { Trouble } from './trouble.ts'

/** The text of the file, or for `-` of standard input. Throws Trouble, naming the file, when it cannot be read or is not UTF-8. */
export function readText(path: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(path === '-' ? 0 : path)
  } catch (error) {
    throw new Trouble(`${path}: ${reason(error)}`)
  }
  return decode(bytes, path)
}

/** Bytes as strict UTF-8 with the byte order mark kept, since offsets count it. Throws Trouble. */
export function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Trouble(`${name}: this is not UTF-8 text`)
  }
}

/** The packs that come with Saidby, compiled at build time. */
export function bundledPacks(): readonly Pack[] {
  const folder = join(import.meta.dirname, 'coverage')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readCompiledPack(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'this is a folder, not a file'
  if (code === 'EACCES' || code === 'EPERM') return 'this file may not be read'
  return error instanceof Error ? error.message : String(error)
}
