/** `saidby words FILE…`: the names of the drafts that are right by the coverage, as a spelling checker takes them. */
import { nameWords } from '../core/api.ts'
import type { CoverageOption } from './coverage.ts'
import { eachDraft } from './drafts.ts'

export interface WordsOptions {
  /** A word a line, as most checkers and Harper’s dictionary have it, or a configuration of cSpell. */
  readonly format: 'plain' | 'cspell' | 'harper'
  readonly coverage: CoverageOption
}

/** Exit status: 0, or 2 when a file could not be read; the other files are listed all the same. */
export async function printWords(paths: readonly string[], { format, coverage }: WordsOptions): Promise<number> {
  const words = new Set<string>()
  const unreadable = await eachDraft(paths, { coverage }, (_, analysis) => {
    for (const word of nameWords(analysis)) words.add(word)
  })
  const sorted = [...words].sort((a, b) => a.localeCompare(b, 'en'))
  if (format === 'cspell') process.stdout.write(`${JSON.stringify({ version: '0.2', words: sorted }, null, 2)}\n`)
  else process.stdout.write(sorted.map((word) => `${word}\n`).join(''))
  return unreadable > 0 ? 2 : 0
}
