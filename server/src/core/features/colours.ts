/** What an editor may colour: speakers, other names, cues, and quotations by verdict; in order, on one line each, never overlapping. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation } from '../attribution/attribution.ts'
import { overlaps, type Span } from '../text/span.ts'
import type { Verdict } from '../verification/verification.ts'
import { isOpen } from './verdict.ts'
import { speaksAs } from './whom.ts'

export interface Coloured {
  readonly span: Span
  readonly kind: 'speaker' | 'name' | 'cue' | 'quotation'
  /** Of a quotation that was held against the coverage. */
  readonly verdict: Verdict | null
}

/** Of a name inside a quotation, the quotation is coloured. Nothing is looked up in the coverage for it. */
export function colours(analysis: Analysis): readonly Coloured[] {
  const found: Coloured[] = []
  for (const quotation of analysis.quotations) {
    const { kind, segments, cue } = quotation
    if (kind !== 'indirect' && kind !== 'direct' && kind !== 'mixed') continue
    const verdict = kind === 'indirect' ? null : verdictOn(analysis, quotation)
    found.push(...segments.map(({ span }) => ({ span, kind: 'quotation' as const, verdict })))
    if (cue) found.push({ span: cue, kind: 'cue', verdict: null })
  }
  for (const chain of analysis.chains) {
    const kind = analysis.quotations.some(({ speaker }) => speaksAs(speaker, chain)) ? 'speaker' : 'name'
    for (const mention of chain.mentions) if (mention.kind === 'name') found.push({ span: mention.span, kind, verdict: null })
  }
  return withoutOverlaps(found.flatMap((one) => onLines(analysis.text, one)))
}

function verdictOn(analysis: Analysis, quotation: Quotation): Verdict | null {
  const whole = analysis.coverage.index.segments.length > 0 ? analysis.verified(quotation)?.whole : null
  return whole && !isOpen(whole) ? whole.verdict : null
}

/** A token stands on one line; the marks of a block quotation at a line's start are none of it. */
function onLines(text: string, { span, ...rest }: Coloured): Coloured[] {
  const lines: Coloured[] = []
  let start = span.start
  while (start < span.end) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? span.end : Math.min(newline, span.end)
    const own = /^[\s>]*/.exec(text.slice(start, end))![0].length
    const words = text.slice(start + (start === span.start ? 0 : own), end).trimEnd()
    const from = start + (start === span.start ? 0 : own)
    if (words !== '') lines.push({ ...rest, span: { start: from, end: from + words.length } })
    start = end + 1
  }
  return lines
}

/** Of two that overlap, quotations stay, then whatever begins first. */
function withoutOverlaps(found: readonly Coloured[]): readonly Coloured[] {
  const quotations = found.filter(({ kind }) => kind === 'quotation').sort(inOrder)
  const others = found.filter(({ kind }) => kind !== 'quotation').sort(inOrder)
  const kept = apart(quotations)
  let at = 0
  const free = others.filter(({ span }) => {
    while (at < kept.length && kept[at]!.span.end <= span.start) at += 1
    return at >= kept.length || !overlaps(kept[at]!.span, span)
  })
  return [...kept, ...apart(free)].sort(inOrder)
}

const inOrder = (a: Coloured, b: Coloured): number => a.span.start - b.span.start || b.span.end - a.span.end

function apart(found: readonly Coloured[]): Coloured[] {
  const kept: Coloured[] = []
  for (const one of found) if (one.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(one)
  return kept
}
