/** A stretch of an article at first sight: its text, and whether it surely lacks too many of a quotation's words, as most do. */
import type { Coverage } from '../coverage/coverage.ts'
import { foldWords, type Words, wordBuffer } from '../coverage/words.ts'
import { type NameSpellings, unitsOf } from './comparable.ts'
import type { Place } from './lay.ts'
import { type Quoted, stepsOf } from './quoted.ts'

export interface Glimpse {
  readonly place: Place
  /** Where `text` begins in the article. */
  readonly offset: number
  /** The article's text at the place, with as much before and behind as the quotation may reach. */
  readonly text: string
  /** Its words, where it does not lack too many of the quotation's. */
  readonly words: Words | null
}

/** The words of a quotation that an article must have as they are, in a table of two to the power of something places; 0 is a free one. */
export interface Wanted {
  readonly ids: Uint32Array
  /** How often the quotation has the word. */
  readonly times: Uint32Array
  /** How many words there are in all. */
  readonly all: number
}

export const nothingWanted: Wanted = { ids: new Uint32Array(1), times: new Uint32Array(1), all: 0 }

/** Leaves out what may be spelt otherwise: names that have several spellings, and words with a hyphen. */
export function wantedOf(quote: Quoted, names: NameSpellings): Wanted {
  const { words, text } = quote
  const size = 4 << Math.ceil(Math.log2(1 + words.count))
  const ids = new Uint32Array(size)
  const times = new Uint32Array(size)
  let all = 0
  const units = unitsOf(text, words, names, () => false)
  for (const step of stepsOf(quote, units)) {
    if (step.kind === 'gap' || step.mended) continue
    const { id, from } = step.unit
    if (id === 0 || id !== words.ids[from] || words.hyphens[from] === 1 || (from > 0 && words.hyphens[from - 1] === 1)) continue
    const slot = slotOf(ids, id)
    ids[slot] = id
    times[slot] = (times[slot] as number) + 1
    all += 1
  }
  return { ids, times, all }
}

/** Reads the place's text, and looks at its words without their order: whether it may have all of the quotation's but `most`. */
export function glimpse(quote: Quoted, wanted: Wanted, place: Place, coverage: Coverage, most: number): Glimpse {
  const offset = Math.max(0, place.start - quote.reach)
  const text = coverage.text(place.article, offset, Math.min(place.length, place.end + quote.reach))
  const words = foldWords(text, buffer)
  return { place, offset, text, words: missingIn(words, wanted) > most ? null : copyOf(words) }
}

const buffer = wordBuffer(1 << 10)

const copyOf = ({ count, ids, starts, ends, hyphens }: Words): Words => ({
  count,
  ids: ids.slice(0, count),
  starts: starts.slice(0, count),
  ends: ends.slice(0, count),
  hyphens: hyphens.slice(0, count)
})

/** At least so many of the wanted words are none of these. */
function missingIn({ ids: there, hyphens, count }: Words, { ids, times, all }: Wanted): number {
  const left = times.slice()
  let missing = all
  for (let i = 0; i < count && missing > 0; i += 1) {
    // “home-grown” may be the quotation's “homegrown”.
    if (hyphens[i] === 1) missing -= 1
    const slot = slotOf(ids, there[i] as number)
    missing -= left[slot] as number
    left[slot] = 0
  }
  return missing
}

/** The place of the number, or the free one where it would be. */
function slotOf(ids: Uint32Array, id: number): number {
  const mask = ids.length - 1
  let slot = (id ^ (id >>> 15)) & mask
  while (ids[slot] !== 0 && ids[slot] !== id) slot = (slot + 1) & mask
  return slot
}
