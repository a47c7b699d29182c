/** Files written whole or not at all. */
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Trouble } from './trouble.ts'

/** Writes beside the file and puts it in its place; keeps its mode. Throws Trouble, naming the file. */
export function writeAtomically(path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`
  try {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode
    writeFileSync(beside, text, mode === undefined ? {} : { mode })
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw new Trouble(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
