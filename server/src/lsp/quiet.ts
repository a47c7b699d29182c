/** Which findings may be shown while somebody types: those new in the paragraph being typed wait, all others do not. */
import type { Finding, RuleId, Span } from '../core/api.ts'
import type { Replacement } from './from-lsp.ts'

/** What the editor shows now, or would show were it not for edits since; offsets into the newest text. */
export interface Shown extends Span {
  readonly rule: RuleId
}

/** What is known of the writer's typing. */
export interface Typing {
  readonly shown: readonly Shown[]
  /** Where the last edits were made, as stretches of the newest text; empty when the writer has paused. */
  readonly touched: readonly Span[]
}

export const untouched: Typing = { shown: [], touched: [] }

/** After these edits, one after the other. */
export function afterEdits({ shown }: Typing, edits: readonly Replacement[]): Typing {
  let moved = shown
  let touched: Span[] = []
  for (const edit of edits) {
    if (moved.length > 0) moved = moved.map((finding) => ({ ...finding, ...move(finding, edit) }))
    touched = [...touched.map((span) => move(span, edit)), { start: edit.start, end: edit.start + edit.inserted }]
  }
  return { shown: moved, touched }
}

/** Whether somebody typed in words that a finding is shown at. */
export const met = ({ shown, touched }: Typing): boolean => touched.some((span) => shown.some((finding) => meet(span, finding)))

/** When the writer has paused, every finding may be shown. */
export const paused = ({ shown }: Typing): Typing => ({ shown, touched: [] })

/** The findings to show, and whether some were held back. `blocks` are the draft's, in order. */
export function showable(
  findings: readonly Finding[],
  typing: Typing,
  blocks: readonly Span[]
): { readonly shown: readonly Finding[]; readonly waiting: boolean } {
  const typed = typing.touched.flatMap((span) => blocksAt(blocks, span))
  if (typed.length === 0) return { shown: findings, waiting: false }
  const shown = findings.filter(
    (finding) =>
      !typed.some((block) => meet(block, finding.span)) ||
      typing.shown.some((known) => known.rule === finding.rule && meet(known, finding.span))
  )
  return { shown, waiting: shown.length < findings.length }
}

/** The span after the edit: what the edit replaced of it is as long as what was put there. */
function move({ start, end }: Span, edit: Replacement): Span {
  const grown = edit.inserted - (edit.end - edit.start)
  if (edit.end <= start) return { start: start + grown, end: end + grown }
  if (edit.start >= end) return { start, end }
  return { start: Math.min(start, edit.start), end: Math.max(end, edit.end) + grown }
}

/** Blocks that the span touches, its ends included: whoever types at a paragraph's end is in it. */
function blocksAt(blocks: readonly Span[], span: Span): Span[] {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.end ?? 0) < span.start) low = middle + 1
    else high = middle
  }
  const found: Span[] = []
  for (let i = low; i < blocks.length; i += 1) {
    const block = blocks[i]
    if (!block || block.start > span.end) break
    found.push(block)
  }
  return found
}

const meet = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end
