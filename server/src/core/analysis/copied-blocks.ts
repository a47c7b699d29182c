/** What of the coverage stands in a block's own prose, looked up once for each prose. */
import type { Coverage } from '../coverage/coverage.ts'
import type { Prose } from '../markdown/prose.ts'
import type { Span } from '../text/span.ts'
import { type Copied, copied } from '../verification/copied.ts'
import type { AnalyzedBlock } from './analysis.ts'

const memos = new WeakMap<Coverage, WeakMap<Prose, readonly Copied[]>>()

/** What was found in the block, in prose offsets; null where nobody looked yet. Headings and what others wrote are not looked at. */
export const copiedIn = (analyzed: AnalyzedBlock, coverage: Coverage): readonly Copied[] | null =>
  isOwnProse(analyzed) ? (memoOf(coverage).get(analyzed.block.prose) ?? null) : []

export function lookUpCopied(analyzed: AnalyzedBlock, coverage: Coverage): void {
  const { prose } = analyzed.block
  if (isOwnProse(analyzed)) memoOf(coverage).set(prose, copied(prose.text, ownStretches(analyzed), coverage))
}

function memoOf(coverage: Coverage): WeakMap<Prose, readonly Copied[]> {
  let memo = memos.get(coverage)
  if (!memo) {
    memo = new WeakMap()
    memos.set(coverage, memo)
  }
  return memo
}

/** UTF-16 units: eight short words. */
const SHORTEST = 24

/** A sentence that never ends is looked up in pieces. */
const LONGEST = 2_000

const isOwnProse = ({ block: { kind, containers, prose } }: AnalyzedBlock): boolean =>
  kind === 'paragraph' && prose.text.length >= SHORTEST && !containers.some((container) => container.kind === 'block-quote')

/** Each sentence without what stands in marks. */
function ownStretches({ block: { prose }, reading: { segments } }: AnalyzedBlock): readonly Span<'prose'>[] {
  const stretches: Span<'prose'>[] = []
  const take = (from: number, to: number): void => {
    for (let start = from; to - start >= SHORTEST; start += LONGEST) stretches.push({ start, end: Math.min(to, start + LONGEST) })
  }
  let next = 0
  for (const { start, end } of prose.sentences) {
    let at = start
    while (next < segments.length && segments[next]!.span.end <= start) next += 1
    for (let i = next; i < segments.length && segments[i]!.span.start < end; i += 1) {
      const { span } = segments[i]!
      take(at, span.start)
      at = Math.max(at, span.end)
    }
    take(at, end)
  }
  return stretches
}
