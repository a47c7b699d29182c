/** One paragraph as attribution reads it: its words with each marked segment as one, its mentions and cues among them. */
import { mentionsIn } from '../entity/mentions.ts'
import type { PlacedMention } from '../entity/placed-mention.ts'
import { QUOTED, type Tokens, tokens } from '../entity/tokens.ts'
import type { Segment } from '../quotation/quotation.ts'
import type { Span } from '../text/span.ts'
import type { Carried } from './carry-over.ts'
import { cuesIn, type PlacedCue } from './cues.ts'
import type { LocalQuotation } from './decide.ts'
import { type QuotedWords, quotedWords } from './quoted-words.ts'
import type { Layout } from './ranker/layout.ts'
import type { RankedSubjects } from './ranker/subject-ranker.ts'

/** A marked segment of the paragraph: which token it is, and what its words look like. */
export interface Quoted {
  readonly token: number
  readonly segment: Segment<'prose'>
  readonly words: QuotedWords
}

export interface ParagraphReading {
  readonly span: Span<'prose'>
  readonly tokens: Tokens
  /** Outside marks only. */
  readonly mentions: readonly PlacedMention[]
  readonly cues: readonly PlacedCue[]
  /** *Is confident that*: what tells a view and never gives words to anybody. */
  readonly attitudes: readonly PlacedCue[]
  readonly quoted: readonly Quoted[]
  /** What was worked out about the paragraph so far; dropping it costs time and changes nothing. */
  readonly memo: ParagraphMemo
}

/** Filled by those who work it out: a map by paragraph would do as well, but costs more than the work. */
export interface ParagraphMemo {
  layout?: Layout
  subjects?: readonly RankedSubjects[]
  carried?: Carried
  /** By the number of the way in which the paragraph before ends. */
  readonly decided: DecidedParagraph[]
}

export interface DecidedParagraph {
  readonly quotations: readonly LocalQuotation[]
  unmarked?: readonly LocalQuotation[]
}

/** Reads the paragraph; `firstSegment` is the index of its first marked segment. */
export function readParagraph(
  text: string,
  span: Span<'prose'>,
  segments: readonly Segment<'prose'>[],
  firstSegment: number,
  sentences: readonly Span<'prose'>[]
): ParagraphReading {
  const words = tokens(text, span.start, span.end, segments, firstSegment, sentences)
  const mentions = mentionsIn(words)
  const quoted: Quoted[] = []
  for (let i = 0; i < words.length; i += 1) {
    if (words.shape[i] !== QUOTED) continue
    const segment = segments[words.segment[i]!]!
    quoted.push({ token: i, segment, words: quotedWords(text, segment) })
  }
  const all = cuesIn(words, mentions)
  const attitudes = all.filter(({ kind }) => kind === 'adjective')
  const cues = attitudes.length === 0 ? all : all.filter(({ kind }) => kind !== 'adjective')
  return { span, tokens: words, mentions, cues, attitudes, quoted, memo: { decided: [] } }
}
