/** Whom a pronoun beside a quotation stands for. */
import type { Analysis } from '../analysis/analysis.ts'
import { familyName } from '../attribution/candidates.ts'
import { holds, type Span } from '../text/span.ts'
import { isSame } from './whom.ts'

export interface PronounHint {
  /** Behind the pronoun. */
  readonly offset: number
  /** *Ortiz*. */
  readonly name: string
}

/** Those whose pronoun stands in the span, in draft order; each pronoun once. */
export function pronounHints(analysis: Analysis, span: Span): readonly PronounHint[] {
  const hints = new Map<number, PronounHint>()
  for (const { speaker, carriedOver } of analysis.quotations) {
    if (!speaker || carriedOver || speaker.name === null || !holds(span, speaker.span) || hints.has(speaker.span.end)) continue
    if (!/^(?:he|she|they|him|her|them)$/i.test(analysis.text.slice(speaker.span.start, speaker.span.end))) continue
    const chain = analysis.chains.find((candidate) => isSame(candidate, speaker))
    const name = (chain && familyName(chain, (id) => analysis.entity(id))) || speaker.name
    hints.set(speaker.span.end, { offset: speaker.span.end, name })
  }
  return [...hints.values()].sort((a, b) => a.offset - b.offset)
}
