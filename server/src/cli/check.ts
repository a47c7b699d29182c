/** `saidby check FILE…`: what is to be told of drafts, in the form that a person or a program asks for; and what is safe to mend, mended. */
import { createTwoFilesPatch } from 'diff'
import { type Analysis, type Finding, findings, fixedSafely, lineIndex } from '../core/api.ts'
import { withoutKnown, writeBaseline } from './baseline.ts'
import type { CoverageOption } from './coverage.ts'
import { eachDraft, type ReadDraft } from './drafts.ts'
import { draftPaths, STDIN } from './paths.ts'
import { type Checked, isLoud, type Outcome, type Unreadable } from './report/checked.ts'
import { compact } from './report/compact.ts'
import { github } from './report/github.ts'
import { json } from './report/json.ts'
import { junit } from './report/junit.ts'
import { pretty } from './report/pretty.ts'
import { sarif } from './report/sarif.ts'
import { writeAtomically } from './write.ts'

export const formats = { pretty, compact, json, sarif, github, junit } as const

export interface CheckOptions {
  readonly format: keyof typeof formats
  readonly coverage: CoverageOption
  /** So many warnings are let pass. */
  readonly maxWarnings: number
  /** A file of findings that are known already. */
  readonly baseline: string | null
  /** Writes the baseline instead of asking it. */
  readonly updateBaseline: boolean
  readonly fix: boolean
  /** Shows what `fix` would change, and changes nothing. */
  readonly dryRun: boolean
  /** The name of what comes by standard input. */
  readonly stdinName: string
}

/**
 * Exit status: 0; 1 with an error or more warnings than are let pass; 2 when something could not be read. The other files are checked all the
 * same. Throws Trouble where a path or the baseline leads nowhere.
 */
export async function check(args: readonly string[], options: CheckOptions): Promise<number> {
  const checked: Checked[] = []
  const unreadable: Unreadable[] = []
  const lost = await eachDraft(
    await draftPaths(args),
    { coverage: options.coverage, stdinName: options.stdinName },
    (draft) => {
      const { path, analysis, index, levels } = draft
      const mended = options.fix || options.dryRun ? mend(draft, options, path === options.stdinName && args.includes(STDIN)) : null
      if (mended) checked.push({ path, text: mended.text, index: lineIndex(mended.text), findings: findings(mended, levels) })
      else checked.push({ path, text: analysis.text, index, findings: findings(analysis, levels) })
    },
    (path, problem) => unreadable.push({ path, problem })
  )
  const outcome: Outcome = { checked, unreadable }
  const { baseline, updateBaseline } = options
  if (baseline !== null && updateBaseline) writeBaseline(outcome, baseline)
  const told = baseline === null ? outcome : withoutKnown(outcome, baseline)
  const isPatch = options.dryRun || (options.fix && args.includes(STDIN))
  if (!isPatch) process.stdout.write(formats[options.format](told))
  return lost > 0 ? 2 : statusOf(told, options.maxWarnings)
}

function statusOf({ checked }: Outcome, maxWarnings: number): number {
  const loud = checked.flatMap((one) => one.findings.filter(({ severity }) => isLoud(severity)))
  const errors = loud.filter(({ severity }) => severity === 'error').length
  return errors > 0 || loud.length - errors > maxWarnings ? 1 : 0
}

/** Makes the safe fixes, in the file or in what is shown of it; the draft as it is then, or null where nothing changed or nothing was to. */
function mend({ path, analysis, levels, again }: ReadDraft, { dryRun }: CheckOptions, fromStdin: boolean): Analysis | null {
  const found = (text: string): readonly Finding[] => findings(again(text), levels)
  const fixed = fixedSafely(analysis.text, found)
  if (dryRun) {
    if (fixed !== analysis.text) process.stdout.write(patchOf(path, analysis.text, fixed))
    return null
  }
  if (fromStdin) process.stdout.write(fixed)
  else if (fixed !== analysis.text) writeAtomically(path, fixed)
  return fixed === analysis.text ? null : again(fixed)
}

function patchOf(path: string, before: string, after: string): string {
  const name = path.replace(/^\/+/, '')
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after)
}
