/** The names of a draft that are right by the coverage, as words that a spelling checker may learn. */
import type { Analysis } from '../analysis/analysis.ts'
import { fold } from '../text/fold.ts'

/** Each word once, in alphabetical order: of names that the gazetteer or the coverage has, as the draft spells them. */
export function nameWords(analysis: Analysis): readonly string[] {
  const known = new Set<string>()
  for (const { name, aliases } of analysis.gazetteer.entities)
    for (const spelling of [name, ...aliases]) for (const word of wordsOf(spelling)) known.add(word)
  const found = new Set<string>()
  for (const { mentions } of analysis.chains)
    for (const { kind, head } of mentions)
      if (kind === 'name') for (const word of wordsOf(head)) if (known.has(word) && /^\p{Lu}/u.test(word)) found.add(word)
  return [...found].sort((a, b) => (fold(a) < fold(b) ? -1 : fold(a) > fold(b) ? 1 : a < b ? -1 : 1))
}

/** Accents and capitals stay: *Pena* is not right because *Peña* is. */
const wordsOf = (name: string): readonly string[] => name.match(/\p{L}[\p{L}\p{M}’'-]*\p{L}/gu) ?? []
