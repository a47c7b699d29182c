/** Where in the draft the same words are quoted: all marked segments of some length, by the runs of words they share. */
import type { AnalyzedBlock } from '../analysis/analysis.ts'
import type { BlockReading } from '../attribution/reading.ts'
import { type Wording, wordingsOf } from './wording.ts'

/** A marked segment of the draft. */
export interface Quoted {
  /** Index of its block among those that hold marks. */
  readonly place: number
  /** Its index among the segments of the block. */
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
  /** The blocks that hold marks, as indices among the draft’s. */
  readonly places: readonly number[]
}

/** Fewer words than that are repeated without anybody being quoted twice. */
export const FEWEST_WORDS = 4

/** By the first of the readings with marks, the index last made of a list that begins with it. */
const remembered = new WeakMap<BlockReading, { readonly readings: readonly BlockReading[]; readonly index: Index }>()

const ofDraft = new WeakMap<readonly AnalyzedBlock[], WordingIndex>()

/** The index of a draft’s marked segments; made anew only where a block with marks has changed. */
export function wordingIndex(blocks: readonly AnalyzedBlock[]): WordingIndex {
  let known = ofDraft.get(blocks)
  if (!known) {
    const places = blocks.flatMap(({ reading }, i) => (reading.segments.length > 0 ? [i] : []))
    known = { ...indexOf(places.map((i) => blocks[i]!.reading)), places }
    ofDraft.set(blocks, known)
  }
  return known
}

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
