/** Where in the draft which words are quoted: marked segments and block quotations of some length, by the runs of words in them. */
import type { AnalyzedBlock } from '../analysis/analysis.ts'
import type { BlockReading } from '../attribution/reading.ts'
import { toDraft } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import { blockQuotationOf } from './display.ts'
import { COMMON, type Near, nearestTo } from './near-wordings.ts'
import { isBefore, type Quoted, wordingsOf } from './wording.ts'

/** The quoted words of a draft. Good until the draft’s next text is asked about. */
export interface WordingIndex {
  /** In draft order. */
  readonly quoted: readonly Quoted[]
  /** Those that hold the run of words, in draft order. */
  holders(run: number): readonly Quoted[]
  /** All pairs that are nearly, but not quite, the same. */
  near(): readonly Near[]
  /** The blocks that quote, as indices among the draft’s. */
  readonly places: readonly number[]
}

/** Fewer words than that are repeated without anybody being quoted twice. */
export const FEWEST_WORDS = 4

/**
 * The index of a draft, kept from text to text: an edit takes out what it replaced and puts in what is new. Whoever holds an index of an earlier
 * text is told by `version` that it is no more.
 */
interface Table {
  version: number
  readings: readonly BlockReading[]
  /** By reading. */
  quoted: readonly (readonly Quoted[])[]
  readonly byRun: Map<number, Quoted[]>
  readonly near: Map<Quoted, readonly Near[]>
  /** Whose near ones are to be found anew. */
  readonly stale: Set<Quoted>
}

/** By the first of the readings that quote. */
const tables = new WeakMap<BlockReading, Table>()

const ofDraft = new WeakMap<readonly AnalyzedBlock[], { readonly table: Table; readonly version: number; readonly index: WordingIndex }>()

/** The index of a draft’s quoted words; of the last text’s only what changed is made anew. */
export function wordingIndex(blocks: readonly AnalyzedBlock[]): WordingIndex {
  const known = ofDraft.get(blocks)
  if (known && known.version === known.table.version) return known.index
  const places = blocks.flatMap((block, i) => (quotes(block) ? [i] : []))
  const table = tableOf(places.map((i) => blocks[i]!.reading))
  const index: WordingIndex = {
    quoted: table.quoted.flat(),
    holders: (run) => table.byRun.get(run) ?? [],
    near: () => nearIn(table, index),
    places
  }
  ofDraft.set(blocks, { table, version: table.version, index })
  return index
}

const quotes = ({ block, reading }: AnalyzedBlock): boolean =>
  reading.segments.length > 0 || (block.kind === 'paragraph' && blockQuotationOf(block) !== null)

function tableOf(readings: readonly BlockReading[]): Table {
  const first = readings[0]
  const known = first && tables.get(first)
  const table: Table = known ?? { version: 0, readings: [], quoted: [], byRun: new Map(), near: new Map(), stale: new Set() }
  if (first) tables.set(first, table)
  renew(table, readings)
  return table
}

function renew(table: Table, readings: readonly BlockReading[]): void {
  const { readings: last, quoted } = table
  const shorter = Math.min(last.length, readings.length)
  let same = 0
  while (same < shorter && last[same] === readings[same]) same += 1
  let tail = 0
  while (tail < shorter - same && last[last.length - 1 - tail] === readings[readings.length - 1 - tail]) tail += 1
  if (same === last.length && same === readings.length) return
  table.version += 1
  const gone = quoted.slice(same, last.length - tail).flat()
  for (const one of gone) takeOut(table, one)
  const kept = quoted.slice(last.length - tail)
  const shift = readings.length - last.length
  if (shift !== 0) for (const own of kept) for (const one of own) one.place += shift
  const come = readings.slice(same, readings.length - tail).map((reading, i) => quotedIn(reading, same + i))
  for (const own of come) for (const one of own) putIn(table, one)
  for (const one of [...gone, ...come.flat()]) touch(table, one)
  table.readings = readings
  table.quoted = [...quoted.slice(0, same), ...come, ...kept]
}

const quotedIn = (reading: BlockReading, place: number): readonly Quoted[] =>
  wordingsOf(reading).flatMap((wording, segment) => (wording.words.length < FEWEST_WORDS ? [] : [{ place, segment, wording }]))

function takeOut({ byRun, near, stale }: Table, one: Quoted): void {
  near.delete(one)
  stale.delete(one)
  for (const run of one.wording.runs) {
    const holders = byRun.get(run)
    const at = holders ? indexOf(holders, one) : 0
    if (holders?.[at] !== one) continue
    if (holders.length === 1) byRun.delete(run)
    else holders.splice(at, 1)
  }
}

function putIn({ byRun }: Table, one: Quoted): void {
  for (const run of one.wording.runs) {
    const holders = byRun.get(run)
    const at = holders ? indexOf(holders, one) : 0
    if (!holders) byRun.set(run, [one])
    else if (holders[at] !== one) holders.splice(at, 0, one)
  }
}

/** Whoever shares a run with what came or went may have others near than before. */
function touch({ byRun, stale }: Table, { wording }: Quoted): void {
  for (const run of wording.runs) {
    const holders = byRun.get(run)
    if (holders && holders.length <= COMMON + 1) for (const holder of holders) stale.add(holder)
  }
}

/** Where the quoted stands among those that are in order, or would stand. */
function indexOf(ordered: readonly Quoted[], wanted: Quoted): number {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(ordered[middle]!, wanted)) low = middle + 1
    else high = middle
  }
  return low
}

function nearIn({ quoted, near, stale }: Table, index: WordingIndex): readonly Near[] {
  for (const one of stale) near.set(one, nearestTo(one, index))
  stale.clear()
  return quoted.flatMap((own) => own.flatMap((one) => near.get(one) ?? []))
}

/** Where the quoted words stand in the draft: a segment with its marks, or the whole block. */
export function placeOf({ place, segment }: Quoted, { places }: WordingIndex, blocks: readonly AnalyzedBlock[]): Span {
  const { block, reading } = blocks[places[place]!]!
  const marked = reading.segments[segment]?.span ?? { start: 0, end: block.prose.text.length }
  return toDraft(block.prose.map, marked, block.start)
}
