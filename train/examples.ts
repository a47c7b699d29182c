/** Examples to learn from: every cue and every marked segment of the gold texts with its candidates. */
import type { ReadBlock } from '../server/src/core/attribution/carry-over.ts'
import { ruled } from '../server/src/core/attribution/decide.ts'
import type { ParagraphReading } from '../server/src/core/attribution/paragraph.ts'
import { type Before, handOn, nothingBefore } from '../server/src/core/attribution/ranker/before.ts'
import { cueFeatures } from '../server/src/core/attribution/ranker/cue-features.ts'
import { CARRIED_OVER, NOBODY, speakerFeatures } from '../server/src/core/attribution/ranker/speaker-features.ts'
import { type SpeakerRows, speakerRows } from '../server/src/core/attribution/ranker/speaker-ranker.ts'
import { spokenFeatures, spokenRow } from '../server/src/core/attribution/ranker/spoken.ts'
import { type RankedSubjects, subjectRows } from '../server/src/core/attribution/ranker/subject-ranker.ts'
import { readBlock } from '../server/src/core/attribution/read-block.ts'
import { buildGazetteer } from '../server/src/core/entity/gazetteer.ts'
import * as word from '../server/src/core/entity/lexicon.ts'
import type { Block } from '../server/src/core/markdown/block.ts'
import { parseMarkdown } from '../server/src/core/markdown/parse.ts'
import { toDraft } from '../server/src/core/text/offset-map.ts'
import type { Span } from '../server/src/core/text/span.ts'
import type { Examples } from './boost.ts'
import { type GoldDocument, isSpeaker } from './gold.ts'

/** A gold document with the program's own reading of it. */
export interface ReadDocument {
  readonly gold: GoldDocument
  readonly blocks: readonly ReadBlock[]
}

const nobodyKnown = buildGazetteer([], 0)

export function readDocument(gold: GoldDocument): ReadDocument {
  const blocks = parseMarkdown(gold.text).blocks.map((block) => ({ block, reading: readBlock(block.prose, block.kind, nobodyKnown) }))
  return { gold, blocks }
}

/** Rows that grow, group by group. */
export class Heap {
  readonly #features: readonly string[]
  readonly #rows: Uint8Array[] = []
  readonly #positive: number[] = []
  readonly #groups: number[] = [0]
  constructor(features: readonly string[]) {
    this.#features = features
  }
  add(rows: Uint8Array, positive: readonly boolean[]): void {
    this.#rows.push(rows)
    for (const right of positive) this.#positive.push(right ? 1 : 0)
    this.#groups.push(this.#positive.length)
  }
  get size(): number {
    return this.#groups.length - 1
  }
  examples(): Examples {
    const width = this.#features.length
    const rows = new Uint8Array(this.#positive.length * width)
    let at = 0
    for (const part of this.#rows) {
      rows.set(part, at)
      at += part.length
    }
    return { features: this.#features, rows, positive: Uint8Array.from(this.#positive), groups: Int32Array.from(this.#groups) }
  }
}

const overlapping = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** How often each verb reports, in 25ths plus one, by the lexicon's number; smoothed towards the verb's class. 0 is a verb never seen. */
export function reportingRates(documents: readonly ReadDocument[]): Uint8Array {
  const seen = new Map<number, [number, number]>()
  for (const { gold, blocks } of documents) {
    const cues = gold.quotes.flatMap(({ cueSpan }) => cueSpan ?? [])
    for (const { block, reading } of blocks)
      for (const paragraph of reading.paragraphs)
        for (const cue of [...paragraph.cues, ...paragraph.attitudes]) {
          if (cue.verb === 0) continue
          const span = toDraft(block.prose.map, cue.span, block.start)
          const counts = seen.get(cue.verb) ?? [0, 0]
          counts[1] += 1
          if (cues.some((gold) => overlapping(gold, span) > 0)) counts[0] += 1
          seen.set(cue.verb, counts)
        }
  }
  const rates = new Uint8Array(Math.max(0, ...seen.keys()) + 1)
  for (const [verb, [reports, all]] of seen) {
    const prior = [0, 0.6, 0.35, 0.15][word.cueClass(verb)] ?? 0.2
    rates[verb] = 1 + Math.round((25 * (reports + 6 * prior)) / (all + 6))
  }
  return rates
}

/** Every cue with the mentions that may be its subject. */
export function addSubjects(heap: Heap, { gold, blocks }: ReadDocument, rates: Uint8Array): void {
  for (const { block, reading } of blocks)
    for (const paragraph of reading.paragraphs)
      for (const cue of [...paragraph.cues, ...paragraph.attitudes]) {
        const here = (span: Span<'prose'>): Span => toDraft(block.prose.map, span, block.start)
        const span = here(cue.span)
        const quotes = gold.quotes.filter(({ cueSpan }) => cueSpan && overlapping(cueSpan, span) > 0)
        const { mentions, rows } = subjectRows(paragraph, cue, rates)
        const positive = [...mentions].map((m) =>
          quotes.some(({ speaker }) => speaker && isSpeaker(gold.text, here(paragraph.mentions[m]!.span), speaker))
        )
        if (quotes.length > 0 && !positive.includes(true)) continue
        if (quotes.length === 0 && cue.kind !== 'verb' && besideGold(gold, span)) continue
        heap.add(rows, [...positive, quotes.length === 0])
      }
}

const besideGold = ({ quotes }: GoldDocument, { end }: Span): boolean =>
  quotes.some((quote) => quote.type !== 'indirect' && quote.start >= end - 1 && quote.start <= end + 3)

export const subjectHeap = (): Heap => new Heap(cueFeatures)
export const spokenHeap = (): Heap => new Heap(spokenFeatures)
export const speakerHeap = (): Heap => new Heap(speakerFeatures)

/** Every marked segment, as words that somebody spoke or nobody did; against a row of nothing, so that the listwise loss is the logistic one. */
export function addSpoken(heap: Heap, examples: readonly SegmentExample[]): void {
  for (const { rows, positive, where } of examples) {
    const nobody = positive[rows.candidates.indexOf(NOBODY)] === true
    const row = spokenRow(where.paragraph, where.index, where.kind)
    const both = new Uint8Array(row.length * 2)
    both.set(row)
    heap.add(both, [!nobody, nobody])
  }
}

/** One marked segment with its candidates, and which of them are right: none where no answer can be. */
export interface SegmentExample {
  readonly rows: SpeakerRows
  readonly positive: readonly boolean[]
  readonly where: { readonly kind: Block['kind']; readonly block: Block; readonly paragraph: ParagraphReading; readonly index: number }
  readonly goldText: string
}

export type SubjectsOf = (paragraph: ParagraphReading) => readonly RankedSubjects[]

/** Every marked segment of the document. */
export function segmentExamples({ gold, blocks }: ReadDocument, subjectsOf: SubjectsOf, rates: Uint8Array): SegmentExample[] {
  const found: SegmentExample[] = []
  let before: Before = nothingBefore
  let handedAt = 0
  for (const [at, { block, reading }] of blocks.entries()) {
    for (const paragraph of reading.paragraphs) {
      const decisions = ruled(paragraph)
      const here = (span: Span<'prose'>): Span => toDraft(block.prose.map, span, block.start)
      const subjects = subjectsOf(paragraph)
      if (paragraph.quoted.length > 0) {
        paragraph.quoted.forEach(({ segment }, index) => {
          const rows = speakerRows(paragraph, subjects, decisions, index, before, reading.kind, rates)
          const span = here(segment.span)
          const pieces = gold.quotes.filter(
            (quote) =>
              quote.type !== 'indirect' &&
              (quote.segments ?? [quote]).some(
                (piece) => overlapping(piece, span) * 2 > Math.min(span.end - span.start, piece.end - piece.start)
              )
          )
          const sourced = pieces.filter(({ speaker }) => speaker && !/^(?:that|which|who)$/i.test(speaker.text))
          if (pieces.length > 0 && sourced.length === 0) return
          const unspoken = pieces.length === 0
          const unsure = unspoken && !gold.marked?.some((marked) => marked.group === null && overlapping(marked, span) > 0)
          if (unsure) return
          const positive = rows.candidates.map((candidate) => {
            if (candidate === NOBODY) return unspoken
            if (candidate === CARRIED_OVER) return false
            return sourced.some(({ speaker }) => speaker && isSpeaker(gold.text, here(paragraph.mentions[candidate]!.span), speaker))
          })
          const carried = rows.candidates.indexOf(CARRIED_OVER)
          if (carried >= 0 && before.who) {
            const { block: there } = blocks[handedAt - before.who.back]!
            const answer = toDraft(there.prose.map, before.who.mention.span, there.start)
            positive[carried] = sourced.some(({ speaker }) => speaker && isSpeaker(gold.text, answer, speaker))
          }
          found.push({
            rows,
            positive,
            where: { kind: reading.kind, block, paragraph, index },
            goldText: unspoken ? 'NOBODY' : sourced[0]!.speaker!.text
          })
        })
      }
      const going = decisions.map((decision, i) => decision ?? (before.who && goesOn(paragraph, i) ? ('carried-over' as const) : null))
      before = reading.kind === 'heading' ? nothingBefore : handOn(paragraph, subjects, going, before, at - handedAt)
      handedAt = at
    }
  }
  return found
}

/** The rules' guess at what goes on: nothing but quotations stands in the paragraph. */
const goesOn = ({ quoted, tokens }: ParagraphReading, index: number): boolean =>
  quoted.length === tokens.length && quoted[index]!.words.opensWithCapital
