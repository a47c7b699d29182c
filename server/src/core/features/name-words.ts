/** The names of a draft that are right by the coverage, as words that a spelling checker may learn. */
import type { Analysis } from '../analysis/analysis.ts'
import { isPublished, speakersNamed } from '../coverage/named-in.ts'
import { fold } from '../text/fold.ts'

/** Each word once, in alphabetical order: of names that the packs, the house or an article of the coverage has, as the draft spells them. */
export function nameWords(analysis: Analysis): readonly string[] {
  const named = new Set(
    analysis.chains.flatMap(({ mentions }) => mentions.flatMap(({ kind, head }) => (kind === 'name' ? head.replace(/\s+/g, ' ') : [])))
  )
  const right = rightWords(analysis, named)
  const found = new Set([...named].flatMap(wordsOf).filter((word) => right.has(word) && /^\p{Lu}/u.test(word)))
  return [...found].sort((a, b) => (fold(a) < fold(b) ? -1 : fold(a) > fold(b) ? 1 : a < b ? -1 : 1))
}

function rightWords({ gazetteer, coverage }: Analysis, named: ReadonlySet<string>): ReadonlySet<string> {
  const known = gazetteer.entities.flatMap(({ name, family, given, aliases }) => [name, family ?? '', given ?? '', ...aliases])
  const right = new Set([...known, ...speakersNamed(coverage)].flatMap(wordsOf))
  // The family name alone is right where an article has it in full.
  for (const name of named)
    if (wordsOf(name).some((word) => !right.has(word)) && isPublished(coverage, name)) for (const word of wordsOf(name)) right.add(word)
  return right
}

/** Accents and capitals stay: *Pena* is not right because *Peña* is. */
const wordsOf = (name: string): readonly string[] => name.match(/\p{L}[\p{L}\p{M}’'-]*\p{L}/gu) ?? []
