/** Block quotations: a `>` block without marks is one quotation; its speaker stands in the lead-in or in a credit line. */

import * as l10n from '@vscode/l10n'
import * as word from '../entity/lexicon.ts'
import type { PlacedMention } from '../entity/placed-mention.ts'
import { SIGN } from '../entity/tokens.ts'
import type { Block } from '../markdown/block.ts'
import type { ReadBlock } from './carry-over.ts'
import type { LocalQuotation } from './decide.ts'
import type { ParagraphReading } from './paragraph.ts'
import type { Decision } from './sieves/sieve.ts'
import { subjectOf } from './subject.ts'

/** What a block quotation’s block is: words of the quotation, with the decision on who said them and the block it was found in. */
export interface BlockQuote {
  readonly local: LocalQuotation
  readonly decision: Decision | null
  readonly from: number
}

/** The block as part of a block quotation; null where it is none, holds marks of its own, or is only the credit. */
export function blockQuote(blocks: readonly ReadBlock[], at: number): BlockQuote | null {
  const { block, reading } = blocks[at]!
  const container = quoteOf(block)
  const first = reading.paragraphs[0]
  if (container === undefined || block.kind !== 'paragraph' || !first || reading.segments.length > 0 || isCredit(first)) return null
  const { text } = reading.prose
  const paragraph = reading.paragraphs.length - 1
  const own = paragraph > 0 && isCredit(reading.paragraphs[paragraph]!) ? reading.paragraphs[paragraph]! : null
  const end = own ? reading.paragraphs[paragraph - 1]!.span.end : text.trimEnd().length
  const said = own ? { decision: creditOf(own), from: at } : (credited(blocks, at, container) ?? ledIn(blocks, at, container))
  const span = { start: first.span.start, end }
  const nothing = { start: span.start, end: span.start }
  return {
    local: {
      form: 'marked',
      span,
      segments: [{ span, open: nothing, close: null, runsOn: true }],
      closed: true,
      decision: null,
      goesOn: 0,
      also: [],
      whole: true,
      unspoken: 'term',
      spoken: speaks(reading.paragraphs) ? 0.9 : 0,
      fillsParagraph: false,
      opensParagraph: false,
      endsParagraph: true
    },
    decision: said?.decision ?? null,
    from: said?.from ?? at
  }
}

/** Notes and excerpts stand in block quotations as well; only words in the first person are surely somebody’s. */
function speaks(paragraphs: readonly ParagraphReading[]): boolean {
  let words = 0
  let first = false
  for (const { tokens } of paragraphs) {
    for (let i = 0; i < tokens.length; i += 1) {
      if (tokens.shape[i] === SIGN) continue
      words += 1
      if (tokens.flags[i]! & (word.PRONOUN | word.POSSESSIVE) && /^(?:i|we|my|our)$/.test(word.spellingOf(tokens.id[i]!))) first = true
    }
  }
  return first && words >= 8
}

const quoteOf = (block: Block): number | undefined => block.containers.find(({ kind }) => kind === 'block-quote')?.ordinal

const isCredit = ({ tokens }: ParagraphReading): boolean =>
  tokens.length > 1 && tokens.length < 30 && /^(?:—|–|―|--?)\s*\p{L}/u.test(tokens.text.slice(tokens.start[0]!, tokens.start[0]! + 6))

/** `— Dana Ortiz, the mayor`: the first mention behind the dash. */
function creditOf(paragraph: ParagraphReading): Decision | null {
  const mention = paragraph.mentions.find(({ kind, object }) => kind !== 'pronoun' && !object)
  return mention
    ? {
        sieve: 'credit',
        mention,
        cue: null,
        reason: l10n.t('“{0}” stands in the credit line.', wordsOf(paragraph, mention)),
        probability: 0.95
      }
    : null
}

/** The credit on the last line of the same quotation, a few blocks down. */
function credited(blocks: readonly ReadBlock[], at: number, container: number): { decision: Decision; from: number } | null {
  for (let i = at + 1; i < blocks.length && quoteOf(blocks[i]!.block) === container; i += 1) {
    const paragraph = blocks[i]!.reading.paragraphs.at(-1)
    const decision = paragraph && isCredit(paragraph) ? creditOf(paragraph) : null
    if (decision) return { decision, from: i }
  }
  return null
}

/** *Ortiz wrote on Monday:* in front of the block. */
function ledIn(blocks: readonly ReadBlock[], at: number, container: number): { decision: Decision; from: number } | null {
  let i = at - 1
  while (i >= 0 && quoteOf(blocks[i]!.block) === container) i -= 1
  const paragraph = blocks[i]?.reading.paragraphs.at(-1)
  if (!paragraph || !/:$/.test(paragraph.tokens.text.slice(0, paragraph.span.end).trimEnd())) return null
  const sentence = paragraph.tokens.sentence.at(-1)
  const cue = paragraph.cues.findLast(({ kind, first }) => kind === 'verb' && paragraph.tokens.sentence[first] === sentence)
  const mention =
    (cue && subjectOf(paragraph, cue, 0)?.mention) ??
    paragraph.mentions.find(({ object, possessive, first }) => !object && !possessive && paragraph.tokens.sentence[first] === sentence)
  if (!mention) return null
  const reason = l10n.t('“{0}” leads to these words with a colon.', wordsOf(paragraph, mention))
  return { decision: { sieve: 'lead-in', mention, cue: cue ?? null, reason, probability: 0.9 }, from: i }
}

const wordsOf = ({ tokens }: ParagraphReading, { span }: PlacedMention): string => tokens.text.slice(span.start, span.end)

/** A line of its own behind a quotation that fills its paragraph: “…” / — Dana Ortiz, mayor. */
export function creditBehind(blocks: readonly ReadBlock[], at: number): { decision: Decision; from: number } | null {
  const next = blocks[at + 1]
  const paragraph = next?.reading.paragraphs[0]
  if (!paragraph || next.reading.paragraphs.length > 1) return null
  const decision = isCredit(paragraph) || isListedName(blocks, at + 1, paragraph) ? creditOf(paragraph) : null
  return decision && { decision, from: at + 1 }
}

/** “…” / - Dana Ortiz.: a hyphen makes the credit the one item of a list, and nothing but a name stands in it. */
function isListedName(blocks: readonly ReadBlock[], at: number, { mentions, tokens }: ParagraphReading): boolean {
  const isItem = (block: Block | undefined): boolean => block?.containers.at(-1)?.kind === 'list-item'
  const [name] = mentions
  const last = tokens.length - (tokens.shape[tokens.length - 1] === SIGN ? 2 : 1)
  return (
    isItem(blocks[at]!.block) &&
    !isItem(blocks[at - 1]?.block) &&
    !isItem(blocks[at + 1]?.block) &&
    name?.kind === 'name' &&
    !name.body &&
    name.first === 0 &&
    name.last === last
  )
}
