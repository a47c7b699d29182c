/** What was checked by hand, as the project that holds a draft keeps it. */
import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { CHECKED_FILE, type Checked, parseChecked } from '../core/api.ts'
import { readText } from './read.ts'
import { Trouble } from './trouble.ts'

/** The notes on the draft at the path, from the nearest folder above it that has some. A line that cannot be read is told and costs only itself. */
export function checkedNotes(path: string): readonly Checked[] {
  const draft = resolve(path)
  for (let folder = dirname(draft); ; folder = dirname(folder)) {
    const file = join(folder, CHECKED_FILE)
    if (existsSync(file)) return notesIn(file).filter((note) => note.draft === relative(folder, draft).replaceAll('\\', '/'))
    if (folder === dirname(folder)) return []
  }
}

const known = new Map<string, readonly Checked[]>()

/** Read once, however many drafts a command is given. */
function notesIn(file: string): readonly Checked[] {
  let notes = known.get(file)
  if (!notes) {
    notes = readNotes(file)
    known.set(file, notes)
  }
  return notes
}

function readNotes(file: string): readonly Checked[] {
  try {
    const { checked, problems } = parseChecked(readText(file))
    for (const { line, message } of problems) process.stderr.write(`saidby: ${file}:${line}: ${message}\n`)
    return checked
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    process.stderr.write(`saidby: ${error.message}\n`)
    return []
  }
}
