/** Where in the draft which words are quoted: marked segments and block quotations of some length, by the runs of words in them. */
import type { AnalyzedBlock } from '../analysis/analysis.ts'
import type { BlockReading } from '../attribution/reading.ts'
import { toDraft } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import { blockQuotationOf } from './display.ts'
import { type Wording, wordingsOf } from './wording.ts'

/** A marked segment of the draft, or a block quotation without marks. */
export interface Quoted {
  /** Index of its block among those that quote; `places` says which of the draft’s it is. */
  readonly place: number
  /** Its index among the segments of the block; 0 where there are none. */
  readonly segment: number
  readonly wording: Wording
}

/** What is known from the readings alone, wherever in the draft they stand. */
interface Index {
  readonly quoted: readonly Quoted[]
  /** By the number of a run of words, the indices of those that hold it. */
  readonly byRun: ReadonlyMap<number, readonly number[]>
}

export interface WordingIndex extends Index {
  /** The blocks that quote, as indices among the draft’s. */
  readonly places: readonly number[]
}

/** Fewer words than that are repeated without anybody being quoted twice. */
export const FEWEST_WORDS = 4

/** By the first of the readings that quote, the index last made of a list that begins with it. */
const remembered = new WeakMap<BlockReading, { readonly readings: readonly BlockReading[]; readonly index: Index }>()

const ofDraft = new WeakMap<readonly AnalyzedBlock[], WordingIndex>()

/** The index of a draft’s quoted words; made anew only where a block that quotes has changed. */
export function wordingIndex(blocks: readonly AnalyzedBlock[]): WordingIndex {
  let known = ofDraft.get(blocks)
  if (!known) {
    const places = blocks.flatMap((block, i) => (quotes(block) ? [i] : []))
    known = { ...indexOf(places.map((i) => blocks[i]!.reading)), places }
    ofDraft.set(blocks, known)
  }
  return known
}

const quotes = ({ block, reading }: AnalyzedBlock): boolean =>
  reading.segments.length > 0 || (block.kind === 'paragraph' && blockQuotationOf(block) !== null)

function indexOf(readings: readonly BlockReading[]): Index {
  const first = readings[0]
  if (!first) return { quoted: [], byRun: new Map() }
  const last = remembered.get(first)
  if (last?.readings.length === readings.length && readings.every((reading, i) => reading === last.readings[i])) return last.index
  const index = makeIndex(readings)
  remembered.set(first, { readings, index })
  return index
}

function makeIndex(readings: readonly BlockReading[]): Index {
  const quoted: Quoted[] = []
  const byRun = new Map<number, number[]>()
  readings.forEach((reading, place) => {
    wordingsOf(reading).forEach((wording, segment) => {
      if (wording.words.length < FEWEST_WORDS) return
      for (const run of wording.runs) {
        const holders = byRun.get(run)
        if (!holders) byRun.set(run, [quoted.length])
        else if (holders.at(-1) !== quoted.length) holders.push(quoted.length)
      }
      quoted.push({ place, segment, wording })
    })
  })
  return { quoted, byRun }
}

/** Where the quoted words stand in the draft: a segment with its marks, or the whole block. */
export function placeOf({ place, segment }: Quoted, { places }: WordingIndex, blocks: readonly AnalyzedBlock[]): Span {
  const { block, reading } = blocks[places[place]!]!
  const marked = reading.segments[segment]?.span ?? { start: 0, end: block.prose.text.length }
  return toDraft(block.prose.map, marked, block.start)
}
