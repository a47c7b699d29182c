/** The drafts that a command is given, each read and analysed with its coverage; one that cannot be read costs only itself. */
import { resolve } from 'node:path'
import { type Analysis, allOff, defaultLevels, type Levels, type LineIndex, lineIndex } from '../core/api.ts'
import { nodeFiles } from '../hosts/files.ts'
import { holdingFor } from '../store/library.ts'
import { checkedNotes } from './checked.ts'
import { type CoverageOption, coverageOfDrafts, type KnownCoverage, workspacesWith } from './coverage.ts'
import { STDIN } from './paths.ts'
import { readText } from './read.ts'
import { Trouble } from './trouble.ts'

/** A draft as it was read. */
export interface ReadDraft {
  readonly path: string
  readonly analysis: Analysis
  readonly index: LineIndex
  /** How loud each rule is; all are off where the project file says that the draft is not checked. */
  readonly levels: Levels
  /** Reads it again after a change. */
  again(text: string): Analysis
}

export interface DraftsOptions {
  readonly coverage: CoverageOption
  /** The name of what comes by standard input, which has the path `-`. */
  readonly stdinName?: string
}

/**
 * Hands each readable draft to `use`; says one line about each other, and about what is wrong with the coverage or the project file. Returns how
 * many things could not be read.
 */
export async function eachDraft(
  paths: readonly string[],
  { coverage, stdinName = 'draft.md' }: DraftsOptions,
  use: (draft: ReadDraft) => void,
  lose: (path: string, problem: string) => void = () => {}
): Promise<number> {
  const coverageOf = coverageOfDrafts(coverage)
  const workspaces = new Map<KnownCoverage, ReturnType<typeof workspacesWith>>()
  let unreadable = 0
  for (const path of paths) {
    const name = path === STDIN ? stdinName : path
    try {
      const text = readText(path)
      const known = await coverageOf(name)
      if (!workspaces.has(known)) unreadable += known.problems
      const { drafts, articles } = workspaces.get(known) ?? workspacesWith(known)
      workspaces.set(known, { drafts, articles })
      const workspace = (known.library.holds(resolve(name)) ? articles : drafts).withChecked(checkedNotes)
      const again = (draft: string): Analysis => workspace.withDraft(name, draft).analysis(name) as Analysis
      const { checked, levels } = holdingFor(known.library.holdings.project, resolve(name), nodeFiles)
      use({ path: name, analysis: again(text), index: lineIndex(text), levels: checked ? { ...defaultLevels, ...levels } : allOff, again })
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      unreadable += 1
      lose(name, error.message.replace(`${path}: `, ''))
      process.stderr.write(`saidby: ${error.message}\n`)
    }
  }
  return unreadable
}
