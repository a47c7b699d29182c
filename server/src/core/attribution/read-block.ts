/** Reads one block by itself: segments, mentions, cues and known names of its prose. Pure; knows no other block and no draft. */
import type { Gazetteer } from '../entity/gazetteer.ts'
import type { Mention } from '../entity/mention.ts'
import type { Block } from '../markdown/block.ts'
import type { Prose } from '../markdown/prose.ts'
import { markedSegments } from '../quotation/marks.ts'
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
  for (const span of prose.paragraphs) {
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
