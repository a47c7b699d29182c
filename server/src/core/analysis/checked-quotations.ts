/** Which of a draft's quotations somebody has checked by hand. */
import type { Quotation } from '../attribution/attribution.ts'
import { type Checked, noteOn } from '../verification/checked.ts'

/** The note on the quotation as it now stands, or null. `notes` are the draft's. */
export const checkedByHand = (quotation: Quotation, text: string, notes: readonly Checked[]): Checked | null =>
  notes.length === 0 ? null : noteOn(quotedWords(quotation, text), speakerName(quotation, text), notes)

/** The words of all segments without their marks, on one line: what a note keeps of a quotation. */
export const quotedWords = ({ segments, span }: Quotation, text: string): string =>
  (segments.length === 0
    ? [text.slice(span.start, span.end)]
    : segments.map(({ open, close, span: { end } }) => text.slice(open.end, close?.start ?? end))
  )
    .map((words) => words.replace(/\s*\n[\s>]*/g, ' ').trim())
    .join(' ')

/** Whom the draft gives it to, in full; empty where nobody. */
export const speakerName = ({ speaker }: Quotation, text: string): string =>
  speaker ? (speaker.name ?? text.slice(speaker.span.start, speaker.span.end)) : ''
