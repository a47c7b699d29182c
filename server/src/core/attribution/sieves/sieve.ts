/** What a sieve is: one named way to tell who said a marked segment, from its own paragraph. */
import type { PlacedMention } from '../../entity/placed-mention.ts'
import type { PlacedCue } from '../cues.ts'
import type { ParagraphReading, Quoted } from '../paragraph.ts'

/** What a sieve found, in prose offsets of the block. */
export interface Decision {
  readonly sieve: string
  readonly mention: PlacedMention
  readonly cue: PlacedCue | null
  /** A sentence for a reader. */
  readonly reason: string
  readonly probability: number
}

/** `decided` holds the decisions on the paragraph's segments so far, by index, with null where none was made. */
export type Sieve = (paragraph: ParagraphReading, quoted: Quoted, decided: readonly (Decision | null)[], index: number) => Decision | null

/** The mention's words. */
export const wordsOf = (
  { tokens }: ParagraphReading,
  { span }: { readonly span: { readonly start: number; readonly end: number } }
): string => tokens.text.slice(span.start, span.end)

/** Whether the words look like a whole sentence that somebody spoke. */
export const isSentence = ({ words, segment }: Quoted): boolean =>
  words.opensWithCapital && words.count > 1 && (/[.?!,…-]/.test(words.lastSign) || segment.close === null)
