/** `saidby words FILE…`: the names of the drafts that are right by the coverage, as a spelling checker takes them. */
import { existsSync } from 'node:fs'
import { type DictionaryFormat, loadDictionaries, nameWords } from '../core/api.ts'
import type { CoverageOption } from './coverage.ts'
import { eachDraft } from './drafts.ts'
import { readText } from './read.ts'
import { Trouble } from './trouble.ts'
import { writeAtomically } from './write.ts'

export interface WordsOptions {
  readonly format: 'plain' | 'cspell' | 'harper' | 'vale' | 'ltex'
  /** A dictionary that the words are put to; null where they are printed. */
  readonly into: string | null
  readonly coverage: CoverageOption
}

/** Exit status: 0, or 2 when a file could not be read; the other files are listed all the same. Throws Trouble for a dictionary that is none. */
export async function printWords(paths: readonly string[], { format, into, coverage }: WordsOptions): Promise<number> {
  const words = new Set<string>()
  const unreadable = await eachDraft(paths, { coverage }, ({ analysis }) => {
    for (const word of nameWords(analysis)) words.add(word)
  })
  const sorted = [...words].sort((a, b) => a.localeCompare(b, 'en'))
  const { dictionary, Unreadable } = await loadDictionaries()
  if (into === null) process.stdout.write(dictionary(format, sorted, null).text)
  else {
    try {
      const before = existsSync(into) ? readText(into) : null
      const { text, added } = dictionary(formatOf(format, into), sorted, before)
      if (text !== before) writeAtomically(into, text)
      process.stderr.write(`saidby: ${into}: ${added.length === 1 ? 'one word' : `${added.length} words`} added\n`)
    } catch (error) {
      throw error instanceof Unreadable ? new Trouble(`${into}: ${error.message}`) : error
    }
  }
  return unreadable > 0 ? 2 : 0
}

const formatOf = (format: WordsOptions['format'], file: string): DictionaryFormat =>
  format === 'cspell' && /\.ya?ml$/i.test(file) ? 'cspell-yaml' : format
