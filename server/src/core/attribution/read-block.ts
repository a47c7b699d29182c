/** Reads one block by itself: segments, mentions, cues and known names of its prose. Pure; knows no other block and no draft. */
import type { Gazetteer } from '../entity/gazetteer.ts'
import type { Mention } from '../entity/mention.ts'
import type { Block } from '../markdown/block.ts'
import type { Prose } from '../markdown/prose.ts'
import { markedSegments } from '../quotation/marks.ts'
import type { Segment } from '../quotation/quotation.ts'
import { firstAt } from '../text/search.ts'
import type { Span } from '../text/span.ts'
import { type ParagraphReading, readParagraph } from './paragraph.ts'
import type { BlockReading } from './reading.ts'

/** Everything the block's prose says by itself. Linear in its length. */
export function readBlock(prose: Prose, kind: Block['kind'], gazetteer: Gazetteer): BlockReading {
  const { text } = prose
  const segments = markedSegments(text, prose.paragraphs)
  const paragraphs: ParagraphReading[] = []
  let segment = 0
  let sentence = 0
  for (const span of prose.paragraphs.flatMap((paragraph) => pieces(prose, paragraph, segments))) {
    while (segment < segments.length && segments[segment]!.span.start < span.start) segment += 1
    while (sentence < prose.sentences.length && prose.sentences[sentence]!.end <= span.start) sentence += 1
    paragraphs.push(readParagraph(text, span, segments, segment, sentencesWithin(prose.sentences, sentence, span)))
  }
  return {
    kind,
    prose,
    segments,
    mentions: paragraphs.flatMap(allMentions),
    cues: paragraphs.flatMap(({ cues, quoted }) => [...cues, ...quoted.flatMap(({ words }) => words.cues)]),
    known: gazetteer.match(text),
    paragraphs
  }
}

/**
 * Nobody writes a paragraph longer than that. A longer one is read in pieces, cut between sentences and never inside marks, since
 * who is who in it costs the square of its length.
 */
const LONGEST = 6_000

function pieces(
  { text, sentences }: Prose,
  { start, end }: Span<'prose'>,
  segments: readonly Segment<'prose'>[]
): readonly Span<'prose'>[] {
  if (end - start <= LONGEST) return [{ start, end }]
  const found: Span<'prose'>[] = []
  let at = start
  while (end - at > LONGEST) {
    const next = cut(text, at, sentences, segments)
    if (next >= end) break
    found.push({ start: at, end: next })
    at = next
  }
  return [...found, { start: at, end }]
}

/** Where the piece that begins at `at` ends. */
function cut(text: string, at: number, sentences: readonly Span<'prose'>[], segments: readonly Segment<'prose'>[]): number {
  const limit = at + LONGEST
  const sentence = sentences[firstAt(sentences, ({ start }) => start, limit + 1) - 1]
  const space = text.lastIndexOf(' ', limit)
  const wanted = sentence && sentence.start > at ? sentence.start : space > at ? space + 1 : limit
  const around = segments[firstAt(segments, ({ span }) => span.end, wanted + 1)]?.span
  if (!around || around.start >= wanted) return wanted
  return around.start > at ? around.start : around.end
}

function sentencesWithin(sentences: readonly Span<'prose'>[], first: number, span: Span<'prose'>): readonly Span<'prose'>[] {
  let end = first
  while (end < sentences.length && sentences[end]!.start < span.end) end += 1
  return first === 0 && end === sentences.length ? sentences : sentences.slice(first, end)
}

/** Those outside marks and those inside, in order. */
function allMentions({ mentions, quoted }: ParagraphReading): readonly Mention<'prose'>[] {
  if (quoted.length === 0) return mentions
  return [...mentions, ...quoted.flatMap((q) => q.words.mentions)].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}
