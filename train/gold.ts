/** Gold data as people read it: texts with every attribution's content, speaker and cue. Follows the scorer's reading of it. */
import { readFileSync } from 'node:fs'
import type { Span } from '../server/src/core/text/span.ts'

export interface GoldSpan extends Span {
  readonly text: string
}

export interface GoldQuote extends GoldSpan {
  readonly type: 'direct' | 'mixed' | 'indirect'
  readonly speaker: GoldSpan | null
  readonly cueSpan?: GoldSpan | null
  readonly group: string
  readonly segments?: readonly GoldSpan[]
}

export interface GoldDocument {
  readonly id: string
  readonly text: string
  readonly quotes: readonly GoldQuote[]
  readonly marked?: readonly { readonly start: number; readonly end: number; readonly group: string | null }[]
}

/** The documents of a JSONL file. */
export function readGold(path: string): readonly GoldDocument[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const document = JSON.parse(line) as GoldDocument
      return { ...document, quotes: document.quotes.map(swappedBack) }
    })
}

/** A source that is the cue's verb was swapped with its cue by the annotators' tool. */
function swappedBack(quote: GoldQuote): GoldQuote {
  const { speaker, cueSpan } = quote
  if (!speaker || !cueSpan) return quote
  const swapped = /^(?:said|says|told|added|wrote|tweeted)$/.test(speaker.text) && /^\p{Lu}/u.test(cueSpan.text)
  return swapped ? { ...quote, speaker: cueSpan, cueSpan: speaker } : quote
}

/** Whether an answer counts as the gold speaker: it overlaps them, is on one line, and is not much longer. */
export const isSpeaker = (text: string, answer: Span, gold: Span): boolean =>
  answer.start < gold.end &&
  gold.start < answer.end &&
  answer.end - answer.start <= Math.max(2 * (gold.end - gold.start), 40) &&
  !text.slice(answer.start, answer.end).includes('\n')
