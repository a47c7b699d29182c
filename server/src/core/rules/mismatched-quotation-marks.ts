/** A quotation opened with marks of one style and closed with another’s, or with a mark that looks the wrong way. */
import type { Analysis, AnalyzedBlock } from '../analysis/analysis.ts'
import type { BlockReading } from '../attribution/reading.ts'
import { toDraft } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import type { Fix } from './finding.ts'
import type { Told } from './findings.ts'
import { belongTogether, closingMark, openingMark } from './marks.ts'

export function* mismatchedQuotationMarks({ blocks }: Analysis): Iterable<Told> {
  let habits: Habits | undefined
  for (const { block, reading } of blocks) {
    for (const pair of mismatchedIn(reading)) {
      habits ??= habitsOf(blocks)
      if (isTurnedByHabit(pair, habits)) continue
      const open = { ...pair.open, span: toDraft(block.prose.map, pair.open.span, block.start) }
      const close = { ...pair.close, span: toDraft(block.prose.map, pair.close.span, block.start) }
      const mended = mendings(open, close, habits)
      const opensWrong = mended[0]?.edits[0]?.start === open.span.start
      const [wrong, other] = opensWrong ? [open, close] : [close, open]
      yield {
        block,
        span: wrong.span,
        message: `This quotation opens with ${open.sign} and closes with ${close.sign}.`,
        related: [{ kind: 'draft', span: other.span, message: opensWrong ? 'It closes here.' : 'It opens here.' }],
        fixes: () => mended
      }
    }
  }
}

interface Mark<C extends 'prose' | 'draft' = 'draft'> {
  readonly sign: string
  readonly span: Span<C>
}

interface Pair {
  readonly open: Mark<'prose'>
  readonly close: Mark<'prose'>
}

/** How often the draft opens with each mark. */
type Habits = ReadonlyMap<string, number>

const known = new WeakMap<BlockReading, readonly Pair[]>()

/** The marks of the block that do not belong together. */
function mismatchedIn(reading: BlockReading): readonly Pair[] {
  let found = known.get(reading)
  if (!found) {
    const { prose, segments } = reading
    found = segments.flatMap(({ open, close }): Pair[] => {
      if (!close) return []
      const signs = [prose.text.slice(open.start, open.end), prose.text.slice(close.start, close.end)] as const
      return belongTogether(...signs) ? [] : [{ open: { sign: signs[0], span: open }, close: { sign: signs[1], span: close } }]
    })
    known.set(reading, found)
  }
  return found
}

function habitsOf(blocks: readonly AnalyzedBlock[]): Habits {
  const habits = new Map<string, number>()
  for (const { reading } of blocks)
    for (const { open } of reading.segments) {
      const sign = reading.prose.text.slice(open.start, open.end)
      habits.set(sign, (habits.get(sign) ?? 0) + 1)
    }
  return habits
}

/** ”We go,” throughout, as in Sweden and Finland: a style of its own. */
const isTurnedByHabit = ({ open, close }: Pair, habits: Habits): boolean =>
  open.sign === close.sign && openingMark(open.sign) !== null && (habits.get(open.sign) ?? 0) >= 3 && !habits.has(openingMark(open.sign)!)

/** One mark in the style of the other, the one the draft uses less; where both look the wrong way, both. */
function mendings(open: Mark, close: Mark, habits: Habits): readonly Fix[] {
  const closing = closingMark(open.sign)
  const opening = openingMark(close.sign)
  const byClosing: Fix[] = closing
    ? [{ title: `Close with ${closing}`, edits: [{ ...close.span, newText: closing }], preferred: false }]
    : []
  const byOpening: Fix[] = opening ? [{ title: `Open with ${opening}`, edits: [{ ...open.span, newText: opening }], preferred: false }] : []
  const used = (sign: string | null): number => (sign === null ? 0 : (habits.get(sign) ?? 0))
  const all = used(open.sign) >= used(opening) ? [...byClosing, ...byOpening] : [...byOpening, ...byClosing]
  const both = all.length > 0 ? [] : bothTurned(open, close)
  return [...all, ...both].map((fix, i) => ({ ...fix, preferred: i === 0, safe: i === 0 }))
}

/** ”We go,“: each stands where the other should. */
function bothTurned(open: Mark, close: Mark): Fix[] {
  if (closingMark(close.sign) !== open.sign) return []
  const edits = [
    { ...open.span, newText: close.sign },
    { ...close.span, newText: open.sign }
  ]
  return [{ title: `Turn both marks: ${close.sign}…${open.sign}`, edits, preferred: false }]
}
