/** Words that are quoted twice: whether the draft attributes them in its other place. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation } from '../attribution/attribution.ts'
import { toProse } from '../text/offset-map.ts'
import { firstAt } from '../text/search.ts'
import type { Span } from '../text/span.ts'
import { alike, layOn } from './near-wordings.ts'
import { type Quoted, standsIn, type Wording, wordingOf } from './wording.ts'
import { FEWEST_WORDS, placeOf, type WordingIndex, wordingIndex } from './wording-index.ts'

/**
 * Whether the same words, or more that hold them, are somebody’s elsewhere in the draft; `nearly` where a few may differ, which
 * is a finding of its own.
 */
export function isAttributedElsewhere(analysis: Analysis, quotation: Quotation, nearly: boolean): boolean {
  const wordings = wordingsOfQuotation(analysis, quotation).filter(({ words }) => words.length >= FEWEST_WORDS)
  return wordings.length > 0 && wordings.every((wording) => isAttributed(analysis, wording, nearly))
}

/** One for each segment; one of all the words of a block quotation without marks. */
function wordingsOfQuotation({ blocks }: Analysis, { block: at, segments }: Quotation): Wording[] {
  const { block } = blocks[at]!
  const { map, text } = block.prose
  const prose = (offset: number): number => toProse(map, offset, block.start)
  return segments.map(({ open, close, span }) => wordingOf(text, { start: prose(open.end), end: prose(close?.start ?? span.end) }))
}

function isAttributed({ blocks, quotations }: Analysis, wording: Wording, nearly: boolean): boolean {
  const index = wordingIndex(blocks)
  const holders = nearly ? alike(wording, index, null) : rarest(wording.runs, index)
  return holders.slice(0, MOST_PLACES).some((other) => {
    if (!standsIn(wording, other.wording) && !(nearly && layOn(wording, other.wording))) return false
    const there = quotationAt(quotations, index.places[other.place]!, placeOf(other, index, blocks))
    return there !== undefined && there.evidence !== null
  })
}

/** What is quoted more often than that is a refrain. */
const MOST_PLACES = 24

/** The quotation of the block that holds the segment. */
export function quotationAt(quotations: readonly Quotation[], block: number, segment: Span): Quotation | undefined {
  for (let i = firstAt(quotations, (quotation) => quotation.block, block); quotations[i]?.block === block; i += 1)
    if (quotations[i]!.segments.some(({ span }) => span.start === segment.start)) return quotations[i]
  return undefined
}

/** Those that hold the run of words which fewest hold; none where one of the runs stands nowhere. */
function rarest(runs: readonly number[], index: WordingIndex): readonly Quoted[] {
  let fewest: readonly Quoted[] | undefined
  for (const run of runs) {
    const holders = index.holders(run)
    if (!fewest || holders.length < fewest.length) fewest = holders
  }
  return fewest ?? []
}
