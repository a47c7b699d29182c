/** Which quotation at a place of the draft wants a look by hand, and what is kept of it when somebody took one. */
import type { Analysis } from '../analysis/analysis.ts'
import { quotedWords, speakerName } from '../analysis/checked-quotations.ts'
import { type Span, touches } from '../text/span.ts'
import { isOpen } from './verdict.ts'

export interface ToCheck {
  readonly span: Span
  readonly words: string
  /** In full; empty where nobody. */
  readonly speaker: string
}

/** The quotation that the offset touches, where the coverage does not simply have it and nobody has checked it yet; else null. */
export function toCheckAt(analysis: Analysis, offset: number): ToCheck | null {
  const quotation = analysis.quotations.find(
    ({ kind, segments }) => (kind === 'direct' || kind === 'mixed') && segments.some(({ span }) => touches(span, offset))
  )
  if (!quotation || analysis.checked(quotation)) return null
  const { whole } = analysis.verification(quotation)
  const sound =
    !whole ||
    isOpen(whole) ||
    ((whole.verdict === 'verbatim' || whole.verdict === 'trimmed') && whole.saidBy !== 'other' && isSpoken(whole))
  if (sound) return null
  return { span: quotation.span, words: quotedWords(quotation, analysis.text), speaker: speakerName(quotation, analysis.text) }
}

const isSpoken = ({ passages }: { readonly passages: readonly { readonly voice: string | null }[] }): boolean =>
  passages.some(({ voice }) => voice === null || voice === 'spoken')
