/** How far the takeaways that are found are from those that people marked, beside TextTiling. */
import { type Analysis, createWorkspace, type Pack } from '../../server/src/core/api.ts'
import type { GoldTakeaways } from '../corpus/takeaways.ts'
import { type Distance, distance } from './segmentation.ts'
import { textTiling } from './text-tiling.ts'

export interface Measured {
  readonly name: string
  readonly gold: number
  readonly found: number
  readonly ours: Distance
  readonly tiling: Distance
  /** Paragraphs at which takeaways begin, for a reader. */
  readonly starts: { readonly gold: readonly number[]; readonly found: readonly number[] }
}

/** Paragraphs are counted behind the headline; headings are paragraphs as well. */
export function measureTakeaways({ name, text, starts }: GoldTakeaways, packs: readonly Pack[]): Measured {
  const analysis = createWorkspace().withPacks(packs).withDraft('bench:', text).analysis('bench:') as Analysis
  const headline = analysis.sections.find(({ kind }) => kind === 'headline')
  const blocks = analysis.markdown.blocks.filter(({ start }) => start >= (headline?.span.end ?? 0))
  const at = (offset: number): number => blocks.findIndex(({ end }) => end > offset)
  const own = analysis.sections.filter(({ kind }) => kind === 'takeaway').map(({ span }) => at(span.start))
  const gold = starts.map(at)
  const measure = (found: Iterable<number>): Distance => distance(blocks.length, inner(gold), inner(found))
  return {
    name,
    gold: gold.length,
    found: own.length,
    ours: measure(own),
    tiling: measure(textTiling(blocks.map(({ prose }) => prose.text))),
    starts: { gold, found: own }
  }
}

/** A first paragraph begins a segment in any case. */
const inner = (starts: Iterable<number>): ReadonlySet<number> => new Set([...starts].filter((start) => start > 0))
