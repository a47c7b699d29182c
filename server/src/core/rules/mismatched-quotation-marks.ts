/** A quotation opened with marks of one style and closed with another’s, with a mark that looks the wrong way, or with other marks than the house’s. */
import * as l10n from '@vscode/l10n'
import type { Analysis, AnalyzedBlock } from '../analysis/analysis.ts'
import type { QuotationStyle } from '../analysis/house.ts'
import type { BlockReading } from '../attribution/reading.ts'
import { toDraft } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import type { Fix } from './finding.ts'
import { belongTogether, closingMark, openingMark } from './marks.ts'
import { isOthers } from './names.ts'
import type { Told } from './told.ts'

export function* mismatchedQuotationMarks({ blocks, house }: Analysis): Iterable<Told> {
  let habits: Habits | undefined
  for (const analyzed of blocks) {
    const { block, reading } = analyzed
    if (house.quotes) yield* inOtherMarks(analyzed, house.quotes)
    for (const pair of mismatchedIn(reading)) {
      habits ??= habitsOf(blocks, house.quotes)
      if (isTurnedByHabit(pair, habits)) continue
      const open = { ...pair.open, span: toDraft(block.prose.map, pair.open.span, block.start) }
      const close = { ...pair.close, span: toDraft(block.prose.map, pair.close.span, block.start) }
      const mended = mendings(open, close, habits)
      const opensWrong = mended[0]?.edits[0]?.start === open.span.start
      const [wrong, other] = opensWrong ? [open, close] : [close, open]
      yield {
        block,
        span: wrong.span,
        message: l10n.t('This quotation opens with {0} and closes with {1}.', open.sign, close.sign),
        related: [{ kind: 'draft', span: other.span, message: opensWrong ? l10n.t('It closes here.') : l10n.t('It opens here.') }],
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

/** How often the draft opens with each mark; the house’s counts for more than all others. */
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

function habitsOf(blocks: readonly AnalyzedBlock[], own: QuotationStyle | null): Habits {
  const habits = new Map<string, number>(own && [[own.open, Number.POSITIVE_INFINITY]])
  for (const { reading } of blocks)
    for (const { open } of reading.segments) {
      const sign = reading.prose.text.slice(open.start, open.end)
      habits.set(sign, (habits.get(sign) ?? 0) + 1)
    }
  return habits
}

/** Quotations whose marks are a pair, but not the house’s. Headlines have single marks by custom, and a block quotation is as others wrote it. */
function* inOtherMarks({ block, reading }: AnalyzedBlock, own: QuotationStyle): Iterable<Told> {
  if (block.kind === 'heading' || isOthers(block)) return
  const { prose, segments } = reading
  for (const { open, close } of segments) {
    if (!close || open.start === open.end) continue
    const [opening, closing] = [prose.text.slice(open.start, open.end), prose.text.slice(close.start, close.end)] as const
    if ((opening === own.open && closing === own.close) || !(belongTogether(opening, closing) || opening === closing)) continue
    const marks = [open, close].map((span) => toDraft(prose.map, span, block.start)) as [Span, Span]
    const words = prose.text.slice(open.end, close.start)
    yield {
      block,
      span: marks[0],
      message: l10n.t(
        'The house puts quotations between {0} and {1}; this one stands between {2} and {3}.',
        own.open,
        own.close,
        opening,
        closing
      ),
      related: [{ kind: 'draft', span: marks[1], message: l10n.t('It closes here.') }],
      fixes: () => (words.includes(own.open) || words.includes(own.close) ? [] : [inOwnMarks(marks, own)])
    }
  }
}

const inOwnMarks = ([open, close]: readonly [Span, Span], own: QuotationStyle): Fix => ({
  title: l10n.t('Put it between {0} and {1}', own.open, own.close),
  edits: [
    { ...open, newText: own.open },
    { ...close, newText: own.close }
  ],
  preferred: true,
  safe: true
})

/** ”We go,” throughout, as in Sweden and Finland: a style of its own. */
const isTurnedByHabit = ({ open, close }: Pair, habits: Habits): boolean =>
  open.sign === close.sign && openingMark(open.sign) !== null && (habits.get(open.sign) ?? 0) >= 3 && !habits.has(openingMark(open.sign)!)

/** One mark in the style of the other, the one the draft uses less; where both look the wrong way, both. */
function mendings(open: Mark, close: Mark, habits: Habits): readonly Fix[] {
  const closing = closingMark(open.sign)
  const opening = openingMark(close.sign)
  const byClosing: Fix[] = closing
    ? [{ title: l10n.t('Close with {0}', closing), edits: [{ ...close.span, newText: closing }], preferred: false }]
    : []
  const byOpening: Fix[] = opening
    ? [{ title: l10n.t('Open with {0}', opening), edits: [{ ...open.span, newText: opening }], preferred: false }]
    : []
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
  return [{ title: l10n.t('Turn both marks: {0}…{1}', close.sign, open.sign), edits, preferred: false }]
}
