/** A quotation laid on a stretch of an article: reads the text, and turns words back into offsets. */
import { type Article, speakersAt } from '../coverage/article.ts'
import type { Coverage } from '../coverage/coverage.ts'
import { foldWords, type Words } from '../coverage/words.ts'
import { type Alignment, align } from './align.ts'
import { type NameSpellings, type Unit, unitsOf } from './comparable.ts'
import { type Quoted, type Step, stepsOf } from './quoted.ts'
import type { Edit, Passage } from './verification.ts'

/** Where to lay it, in half-open UTF-16 offsets into an article of that length. */
export interface Place {
  readonly article: Article
  readonly start: number
  readonly end: number
  readonly length: number
}

/** The stretch that was read, with the best places of the quotation in it. */
export interface Laid {
  readonly article: Article
  /** Where `text` begins in the article. */
  readonly offset: number
  readonly text: string
  readonly words: Words
  readonly units: readonly Unit[]
  readonly steps: readonly Step[]
  /** Equally good, in order; never empty. */
  readonly alignments: readonly Alignment[]
  /** How many words were changed without being shown. */
  readonly changed: number
}

/** The quotation on the article's text at the place, with as much before and behind as it may reach; null where there are no words. */
export function lay(quote: Quoted, place: Place, coverage: Coverage, names: NameSpellings): Laid | null {
  const reach = UNITS_OF_A_WORD * quote.gaps.reduce((sum, { most }) => sum + most, quote.words.count + (quote.words.count >> 1) + 8)
  const offset = Math.max(0, place.start - reach)
  const text = coverage.text(place.article, offset, Math.min(place.length, place.end + reach))
  const words = foldWords(text)
  const own = idsOf(quote.words)
  const units = unitsOf(text, words, names, (id) => own.has(id))
  const others = quote.words.hyphens.includes(1) ? idsOf(words) : own
  const steps = stepsOf(
    quote,
    unitsOf(quote.text, quote.words, names, (id) => others !== own && others.has(id))
  )
  const alignments = align(steps, units, true)
  const changed = alignments[0]?.changed
  return changed === undefined ? null : { article: place.article, offset, text, words, units, steps, alignments, changed }
}

/** A word of English with its space is shorter than that. */
const UNITS_OF_A_WORD = 8

const idsOf = ({ ids, count }: Words): ReadonlySet<number> => new Set(ids.subarray(0, count))

/** Where the quotation stands in the article, from its first word's first letter to its last one's last. */
export function passageOf(laid: Laid, { from, to }: Pick<Alignment, 'from' | 'to'>): Passage {
  const start = laid.offset + startOf(laid, from)
  const end = to > from ? laid.offset + (laid.words.ends[to - 1] as number) : start
  return { article: laid.article, start, end, speakers: speakersAt(laid.article, start) }
}

/** The alignment's edits with their words and offsets. */
export function editsOf({ text, words }: Quoted, laid: Laid, { edits }: Alignment): readonly Edit[] {
  return edits.map(({ op, quote, passage, shown }) => {
    const [start, end] = stretchOf(words, text.length, quote)
    const [there, thereEnd] = stretchOf(laid.words, laid.text.length, passage)
    return {
      op,
      quote: text.slice(start, end),
      published: laid.text.slice(there, thereEnd),
      start,
      end,
      passage: { start: laid.offset + there, end: laid.offset + thereEnd },
      shown
    }
  })
}

/** Words as a stretch of their text; of none, the start of the word that follows. */
function stretchOf({ starts, ends, count }: Words, length: number, [from, to]: readonly [number, number]): [number, number] {
  const start = from < count ? (starts[from] as number) : count > 0 ? (ends[count - 1] as number) : length
  return [start, to > from ? (ends[to - 1] as number) : start]
}

const startOf = ({ words, text }: Laid, word: number): number => stretchOf(words, text.length, [word, word])[0]
