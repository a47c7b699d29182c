/** Words that are quoted twice: whether the draft attributes them in its other place. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation } from '../attribution/attribution.ts'
import { toDraft, toProse } from '../text/offset-map.ts'
import { standsIn, type Wording, wordingOf } from './wording.ts'
import { FEWEST_WORDS, wordingIndex } from './wording-index.ts'

/** Whether the same words, or more that hold them, are somebody’s elsewhere in the draft. */
export function isAttributedElsewhere(analysis: Analysis, quotation: Quotation): boolean {
  const wordings = wordingsOfQuotation(analysis, quotation).filter(({ words }) => words.length >= FEWEST_WORDS)
  return wordings.length > 0 && wordings.every((wording) => isAttributed(analysis, wording))
}

/** One for each segment; one of all the words of a block quotation without marks. */
function wordingsOfQuotation({ blocks }: Analysis, { block: at, segments }: Quotation): Wording[] {
  const { block } = blocks[at]!
  const { map, text } = block.prose
  const prose = (offset: number): number => toProse(map, offset, block.start)
  return segments.map(({ open, close, span }) => wordingOf(text, { start: prose(open.end), end: prose(close?.start ?? span.end) }))
}

function isAttributed({ blocks, quotations }: Analysis, wording: Wording): boolean {
  const { quoted, byRun, places } = wordingIndex(blocks)
  return rarest(wording.runs, byRun).some((i) => {
    const { place, segment, wording: other } = quoted[i]!
    if (!standsIn(wording, other)) return false
    const at = places[place]!
    const { block, reading } = blocks[at]!
    const { start } = toDraft(block.prose.map, reading.segments[segment]!.span, block.start)
    return quotations.some(
      (there) => there.block === at && there.evidence !== null && there.segments.some(({ span }) => span.start === start)
    )
  })
}

/** The indices of those that hold the run of words which fewest hold; none where one of the runs stands nowhere. */
function rarest(runs: readonly number[], byRun: ReadonlyMap<number, readonly number[]>): readonly number[] {
  let fewest: readonly number[] | undefined
  for (const run of runs) {
    const holders = byRun.get(run) ?? []
    if (!fewest || holders.length < fewest.length) fewest = holders
  }
  return fewest ?? []
}
