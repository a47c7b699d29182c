/** The drafts that a command is given, each read and analysed; one that cannot be read costs only itself. */
import { type Analysis, createWorkspace, type LineIndex, lineIndex, type Workspace } from '../core/api.ts'
import { checkedNotes } from './checked.ts'
import { bundledPacks, readText } from './read.ts'
import { Trouble } from './trouble.ts'

/** Hands each readable draft to `use`, as `known` knows it; says one line about each other. Returns how many could not be read. */
export function eachDraft(
  paths: readonly string[],
  use: (path: string, analysis: Analysis, index: LineIndex) => void,
  known: Workspace = createWorkspace().withPacks(bundledPacks())
): number {
  const workspace = known.withChecked(checkedNotes)
  let unreadable = 0
  for (const path of paths) {
    try {
      const text = readText(path)
      const analysis = workspace.withDraft(path, text).analysis(path)
      if (analysis) use(path, analysis, lineIndex(text))
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      unreadable += 1
      process.stderr.write(`saidby: ${error.message}\n`)
    }
  }
  return unreadable
}
