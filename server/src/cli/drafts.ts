/** The drafts that a command is given, each read and analysed with its coverage; one that cannot be read costs only itself. */
import { resolve } from 'node:path'
import { type Analysis, type LineIndex, lineIndex } from '../core/api.ts'
import { checkedNotes } from './checked.ts'
import { type CoverageOption, coverageOfDrafts, type KnownCoverage, workspacesWith } from './coverage.ts'
import { readText } from './read.ts'
import { Trouble } from './trouble.ts'

/**
 * Hands each readable draft to `use`; says one line about each other, and about what is wrong with the coverage. Returns how many things could not
 * be read.
 */
export async function eachDraft(
  paths: readonly string[],
  coverage: CoverageOption,
  use: (path: string, analysis: Analysis, index: LineIndex) => void
): Promise<number> {
  const coverageOf = coverageOfDrafts(coverage)
  const workspaces = new Map<KnownCoverage, ReturnType<typeof workspacesWith>>()
  let unreadable = 0
  for (const path of paths) {
    try {
      const text = readText(path)
      const known = await coverageOf(path)
      if (!workspaces.has(known)) unreadable += known.problems
      const { drafts, articles } = workspaces.get(known) ?? workspacesWith(known)
      workspaces.set(known, { drafts, articles })
      const workspace = (known.library.holds(resolve(path)) ? articles : drafts).withChecked(checkedNotes)
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
