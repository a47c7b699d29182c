/** A quotation laid on a stretch of an article: reads the text, and turns words back into offsets. */
import type { Article } from '../coverage/article.ts'
import { saidIn } from '../coverage/said.ts'
import { foldWords, type Words } from '../coverage/words.ts'
import { type Alignment, align } from './align.ts'
import { type NameSpellings, type Unit, unitsOf } from './comparable.ts'
import type { Glimpse } from './glimpse.ts'
import { type Quoted, type Step, stepsOf } from './quoted.ts'
import type { Edit, Passage } from './verification.ts'

/** Where to lay it, in half-open UTF-16 offsets into an article of that length. */
export interface Place {
  readonly article: Article
  readonly start: number
  readonly end: number
  readonly length: number
}

/** A stretch of an article that was read for a quotation. */
export interface Stretch {
  readonly article: Article
  /** Where `text` begins in the article. */
  readonly offset: number
  readonly text: string
  readonly words: Words
  readonly units: readonly Unit[]
  /** The quotation, as it is to be laid on this stretch. */
  readonly steps: readonly Step[]
  /** How many words of the quotation stand nowhere in the stretch: so many at least are changed. */
  readonly missing: number
}

/** A stretch with the best places of the quotation in it. */
export interface Laid extends Stretch {
  /** Equally good, in order; never empty. */
  readonly alignments: readonly [Alignment, ...Alignment[]]
  /** How many words were changed without being shown. */
  readonly changed: number
}

/** What was glimpsed, made comparable with the quotation. */
export const read = (quote: Quoted, { place: { article }, offset, text, words }: Glimpse, names: NameSpellings): Stretch =>
  readText(quote, { article, offset, text }, names, words ?? foldWords(text))

/** The same for a text that is already there. */
export function readText(
  quote: Quoted,
  { article, offset, text }: Pick<Stretch, 'article' | 'offset' | 'text'>,
  names: NameSpellings,
  words: Words = foldWords(text)
): Stretch {
  const units = unitsOf(text, words, names, (id) => quote.ids.has(id))
  const here = quote.words.hyphens.includes(1) ? new Set(words.ids.subarray(0, words.count)) : null
  const steps = stepsOf(
    quote,
    unitsOf(quote.text, quote.words, names, (id) => here?.has(id) ?? false)
  )
  return { article, offset, text, words, units, steps, missing: missing(steps, units) }
}

function missing(steps: readonly Step[], units: readonly Unit[]): number {
  const wanted = new Map<number, number>()
  for (const step of steps) if (step.kind === 'unit' && !step.mended) wanted.set(step.unit.id, (wanted.get(step.unit.id) ?? 0) + 1)
  for (const { id } of units) wanted.delete(id)
  let sum = 0
  for (const often of wanted.values()) sum += often
  return sum
}

/** The quotation on the stretch; null where either has no words. */
export function lay(stretch: Stretch): Laid | null {
  const [first, ...others] = align(stretch.steps, stretch.units, true)
  return first ? { ...stretch, alignments: [first, ...others], changed: first.changed } : null
}

/** Where the quotation stands in the article, from its first word's first letter to its last one's last. */
export function passageOf(laid: Stretch, { from, to }: Pick<Alignment, 'from' | 'to'>): Passage {
  const start = laid.offset + startOf(laid, from)
  const end = to > from ? laid.offset + (laid.words.ends[to - 1] as number) : start
  return { article: laid.article, start, end, ...saidIn(laid.article, start, end) }
}

/** The alignment's edits with their words and offsets. */
export function editsOf({ text, words }: Quoted, laid: Stretch, { edits }: Alignment): readonly Edit[] {
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

const startOf = ({ words, text }: Stretch, word: number): number => stretchOf(words, text.length, [word, word])[0]
