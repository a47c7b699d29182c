/** Whether the cursor stands in quotation marks that were just opened, and whose words they are to hold. */
import type { Analysis, AnalyzedBlock } from '../analysis/analysis.ts'
import type { Chain, Somebody } from '../attribution/attribution.ts'
import { closingMark } from '../rules/marks.ts'
import { toDraft } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'

export interface OpenMarks {
  /** From the opening mark to the cursor, without the mark: what was typed so far. */
  readonly typed: Span
  readonly open: string
  readonly close: string
  /** Whether the closing mark stands behind the cursor already, put there by the editor. */
  readonly closed: boolean
}

/** The marks around the offset, which no mark closes before it; null where there are none, or many words in them. */
export function openMarksAt({ text, blocks }: Analysis, offset: number): OpenMarks | null {
  const block = blockAt(blocks, text, offset)?.block
  if (!block) return null
  const before = text.slice(block.start, offset).replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length))
  const at = lastOpened(before)
  if (at === null) return null
  const open = before[at] as string
  const close = closingMark(open) ?? open
  const typed = { start: block.start + at + 1, end: offset }
  const words = text.slice(typed.start, offset).trim()
  if (words.includes('\n') || words.split(/\s+/).length > MOST_TYPED) return null
  return { typed, open, close, closed: text.startsWith(close, offset) }
}

/** Whoever has typed more words has the rest in mind. */
const MOST_TYPED = 12

/** The block of the offset; a space typed at its end belongs to it. */
function blockAt(blocks: readonly AnalyzedBlock[], text: string, offset: number): AnalyzedBlock | undefined {
  const analyzed = blocks.findLast(({ block }) => block.start <= offset)
  return analyzed && (offset <= analyzed.block.end || /^[ \t]*$/.test(text.slice(analyzed.block.end, offset))) ? analyzed : undefined
}

/** The place of the mark that is still open at the text's end. Single marks are apostrophes as well, and open nothing here. */
function lastOpened(text: string): number | null {
  let opened: number | null = null
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i] as string
    if (!/["“”„«»]/.test(sign)) continue
    if (opened !== null && closes(text[opened] as string, sign)) opened = null
    else if (sign !== '”' && (sign !== '"' || /^$|[\s([—–-]/.test(text[i - 1] ?? ''))) opened = i
  }
  return opened
}

const closes = (open: string, sign: string): boolean => sign === closingMark(open) || (open === '„' && sign === '”')

/**
 * Who is about to be quoted in marks that open at the offset: the name before them in the sentence, where a cue stands there as well (*Putin said*,
 * *according to Ortiz*), else whoever said what stands before in the paragraph. Null where nobody is named.
 */
export function speakerBefore(analysis: Analysis, offset: number): Somebody | null {
  const analyzed = blockAt(analysis.blocks, analysis.text, offset)
  if (!analyzed) return null
  const { block, reading } = analyzed
  const sentence = block.start + sentenceStart(analysis.text.slice(block.start, offset))
  const cue = reading.cues
    .map(({ span }) => toDraft(block.prose.map, span, block.start))
    .findLast(({ start, end }) => start >= sentence && end <= offset)
  if (cue) return nearest(analysis.chains, cue, { start: sentence, end: offset })
  const before = analysis.quotations.findLast(({ span, speaker }) => speaker && span.start >= block.start && span.end < offset)
  return before?.speaker ?? null
}

function sentenceStart(text: string): number {
  let start = 0
  for (const { index, 0: stop } of text.matchAll(/[.!?…]["”’)]*\s+/g)) start = index + stop.length
  return start
}

function nearest(chains: readonly Chain[], cue: Span, within: Span): Somebody | null {
  let best: Chain | null = null
  let least = Number.POSITIVE_INFINITY
  for (const chain of chains) {
    if (chain.entity === null && chain.name === null) continue
    for (const { span } of chain.mentions) {
      if (span.start < within.start || span.end > within.end) continue
      const distance = span.end <= cue.start ? cue.start - span.end : span.start - cue.end
      if (distance >= 0 && distance < least) {
        best = chain
        least = distance
      }
    }
  }
  return best
}
