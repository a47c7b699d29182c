/** Two texts brought to one set of words before they are aligned: names as one outlet or another spells them, and hyphens that one has and the other has not. */
import { spelling } from '../coverage/spellings.ts'
import { foldWords, idOf, type Words } from '../coverage/words.ts'
import { fold } from '../text/fold.ts'

/** What is compared: a word, or several that stand for one. `from` and `to` count words, half-open. */
export interface Unit {
  readonly id: number
  readonly from: number
  readonly to: number
}

/** Spellings of names, ready to be found: under the first word of each, the longest first. */
export type NameSpellings = ReadonlyMap<number, readonly NameSpelling[]>

interface NameSpelling {
  readonly words: readonly number[]
  /** The same for every spelling of the name. */
  readonly id: number
}

export const noSpellings: NameSpellings = new Map()

/** From groups of spellings of one name each: `['Kyiv', 'Kiev']`, `['Dana Ortiz-Vale', 'Dana Ortiz Vale']`. */
export function nameSpellings(groups: readonly (readonly string[])[]): NameSpellings {
  const found = new Map<number, NameSpelling[]>()
  for (const group of groups) {
    const spellings = group.map(wordIds).filter((words) => words.length > 0)
    const id = idOf(`name ${spellings.map((words) => words.join(' ')).sort()[0] ?? ''}`)
    for (const words of spellings) {
      const first = words[0] as number
      const others = found.get(first) ?? []
      if (others.some((other) => other.words.join() === words.join())) continue
      found.set(
        first,
        [...others, { words, id }].sort((a, b) => b.words.length - a.words.length)
      )
    }
  }
  return found
}

function wordIds(text: string): number[] {
  const { ids, count } = foldWords(text)
  return [...ids.subarray(0, count)]
}

/** The words as units; `elsewhere` tells whether the other text has a word, so that *e-mail* is one word beside *email*. */
export function unitsOf(text: string, words: Words, names: NameSpellings, elsewhere: (id: number) => boolean): Unit[] {
  const units: Unit[] = []
  for (let i = 0; i < words.count; ) {
    const unit = nameAt(words, i, names) ?? solidAt(text, words, i, elsewhere) ?? { id: words.ids[i] as number, from: i, to: i + 1 }
    units.push(unit)
    i = unit.to
  }
  return units
}

function nameAt({ ids, count }: Words, at: number, names: NameSpellings): Unit | null {
  if (names.size === 0) return null
  const name = names
    .get(ids[at] as number)
    ?.find(({ words }) => at + words.length <= count && words.every((word, i) => ids[at + i] === word))
  return name ? { id: name.id, from: at, to: at + name.words.length } : null
}

/** “home-grown” is *homegrown* where the other text has it so; “home grown” is not. */
function solidAt(text: string, { starts, ends, hyphens, count }: Words, at: number, elsewhere: (id: number) => boolean): Unit | null {
  if (hyphens[at] !== 1 || at + 1 >= count) return null
  const written = text.slice(starts[at], ends[at]) + text.slice(starts[at + 1], ends[at + 1])
  const id = idOf(spelling(fold(written), written))
  return elsewhere(id) ? { id, from: at, to: at + 2 } : null
}
