/** Packs as files of a coverage: small, read whole, and kept in memory. */
import * as l10n from '@vscode/l10n'
import { loadPackParser } from '../core/api.ts'
import { decodeFile } from './decode.ts'
import { type Files, FileTrouble, type FoundFile } from './files.ts'
import type { CompiledPack, PackKeeper } from './kept-packs.ts'
import { aboutFile, atPlace } from './problem.ts'
import { type Location, placesIn } from './texts.ts'

export interface PackFile extends CompiledPack {
  readonly file: FoundFile
}

/** The pack in the file, compiled anew only where it was not kept. Never rejects for what is wrong with the file. */
export async function readPackFile(files: Files, file: FoundFile, keeper: PackKeeper | null): Promise<PackFile> {
  try {
    if (file.size > LONGEST) throw new FileTrouble(l10n.t('this file is too long for a pack'))
    const bytes = await files.read(file.path, 0, file.size)
    const kept = await keeper?.restored(file.path, bytes)
    if (kept) return { file, ...kept }
    const decoded = decodeFile(bytes, false)
    if ('problem' in decoded) throw new FileTrouble(decoded.problem)
    const { pack, problems } = (await loadPackParser()).parsePack(decoded.text)
    const compiled = { pack, problems: problems.map((problem) => atPlace(file.path, problem)) }
    await keeper?.keep(file.path, bytes, compiled)
    return { file, ...compiled }
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error
    return { file, pack: null, problems: [aboutFile(file.path, error.message)] }
  }
}

const LONGEST = 20_000_000

/** Some of a statement's words in the pack's file: the words themselves where they stand there as they are, else the statement's entry. */
export function packLocation(files: Files, { file, pack }: PackFile, statement: string, start: number, end: number): Location | null {
  const position = pack?.positions[statement]
  const words =
    pack?.statements.find(({ id }) => id === statement)?.words.slice(start, end) ??
    pack?.entities.find(({ id }) => id === statement)?.name ??
    ''
  const bytes = position && files.readNow(file, 0, file.size)
  const decoded = bytes && decodeFile(bytes, false)
  if (!position || words === undefined || !decoded || 'problem' in decoded) return null
  const at = decoded.text.slice(...position).indexOf(words)
  const from = at < 0 ? position[0] : position[0] + at
  return { uri: files.uriOf(file.path), ...placesIn(decoded.text, from, at < 0 ? position[1] : from + words.length) }
}
