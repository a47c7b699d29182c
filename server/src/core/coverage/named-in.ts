/** Which names the coverage has, as it spells them: those of whom its articles call speakers, and any that an article’s text has word for word. */
import type { Coverage } from './coverage.ts'
import { articlesOf, candidates, type PassageIndex } from './passage-index.ts'
import { foldWords } from './words.ts'

/** Speakers of articles and of transcripts’ turns, as they are given there. Linear in the number of articles the first time, then remembered. */
export function speakersNamed({ index }: Coverage): ReadonlySet<string> {
  let names = known.get(index)
  if (!names) {
    names = new Set()
    for (const { speakers = [], turns = [] } of articlesOf(index))
      for (const name of [...speakers, ...turns.map(({ speaker }) => speaker)]) names.add(name)
    known.set(index, names)
  }
  return names
}

const known = new WeakMap<PassageIndex, Set<string>>()

/** Whether an article has the name, of two words or more, with the same capitals and accents: *Samuel Okafor* is not right because of a *Samuel Ókafor*. */
export function isPublished({ index, text }: Coverage, name: string): boolean {
  const { ids, count } = foldWords(name)
  if (count < 2) return false
  const spelt = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${name.split(/\s+/).map(literally).join('\\s+')}(?![\\p{L}\\p{M}\\p{N}])`, 'u')
  return candidates(index, [ids.subarray(0, count)], MOST_READ).some(({ article, start, end }) => spelt.test(text(article, start, end)))
}

const literally = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/['’ʼ]/g, "['’ʼ]")

/** Articles that have all words of a name mostly have the name. */
const MOST_READ = 20
