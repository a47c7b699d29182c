/** Words that somebody is quoted as saying, and nobody is said to have said. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation } from '../attribution/attribution.ts'
import type { Block } from '../markdown/block.ts'
import { frontMatterList } from '../markdown/front-matter.ts'
import type { Segment } from '../quotation/quotation.ts'
import { fold } from '../text/fold.ts'
import { PLACEHOLDER } from './attribution-clause.ts'
import { attributionFixes } from './attribution-fixes.ts'
import { blockQuotationOf, displayOf } from './display.ts'
import type { Fix } from './finding.ts'
import { notAQuotation } from './ignoring.ts'
import { isAttributedElsewhere } from './quoted-again.ts'
import type { Told } from './told.ts'

export function* unattributedQuotations(analysis: Analysis): Iterable<Told> {
  const nobodys = new Set([...frontMatterList(analysis.markdown, 'notQuotations'), ...analysis.house.notQuotations].map(bare))
  let told: Quotation | null = null
  for (const quotation of analysis.quotations) {
    const before: Quotation | null = told
    told = quotation.unattributed ? quotation : null
    const block = analysis.blocks[quotation.block]?.block
    if (!quotation.unattributed || !block || (before && goesOn(analysis, before, quotation))) continue
    if (nobodys.size > 0 && nobodys.has(bare(analysis.text.slice(quotation.span.start, quotation.span.end)))) continue
    if (isAttributedByTheBody(analysis, quotation) || hasPlaceholder(analysis, quotation.block)) continue
    yield {
      block,
      span: quotation.span,
      message: l10n.t('Nobody is said to have said this.'),
      fixes: () => fixes(analysis, quotation, block)
    }
  }
}

/** *Mob rule* for “mob rule,”. */
const bare = (words: string): string => fold(words).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

/** “… / “…”, and a block quotation of several paragraphs: one quotation, told of and attributed at its first paragraph. */
function goesOn({ blocks }: Analysis, before: Quotation, { block, segments }: Quotation): boolean {
  const last = before.segments.at(-1)
  if (!last?.runsOn) return false
  const hasMarks = (segment: Segment | undefined): boolean => segment !== undefined && segment.open.start < segment.open.end
  if (hasMarks(last)) return hasMarks(segments[0]) && block - before.block <= 1
  const own = blockQuotationOf(blocks[block]!.block)
  return own !== null && own === blockQuotationOf(blocks[before.block]!.block)
}

/** Whether the writer has left a place for the speaker, in the paragraph or in the lines of its block quotation. */
function hasPlaceholder({ blocks }: Analysis, index: number): boolean {
  const { block } = blocks[index]!
  const own = blockQuotationOf(block)
  if (own === null) return block.text.includes(PLACEHOLDER)
  let last = index
  while (blocks[last + 1] && blockQuotationOf(blocks[last + 1]!.block) === own) last += 1
  return blocks[last]!.block.text.includes(PLACEHOLDER) || (blocks[index - 1]?.block.text.includes(PLACEHOLDER) ?? false)
}

/** Headlines, decks and captions quote what the body attributes; a pull quote is known by its words. */
function isAttributedByTheBody(analysis: Analysis, quotation: Quotation): boolean {
  const display = displayOf(analysis, quotation.block)
  const isPullQuote = display === 'block quotation'
  return (display !== null && !isPullQuote) || isAttributedElsewhere(analysis, quotation, isPullQuote)
}

function fixes(analysis: Analysis, quotation: Quotation, block: Block): readonly Fix[] {
  return [
    ...attributionFixes(analysis, quotation, block, analysis.candidates(quotation)),
    notAQuotation(analysis, block),
    ...asTitle(analysis.text, quotation)
  ]
}

/** A title stands in italics instead of marks; only where it reads like one: few words, the long ones capitalised. */
function asTitle(text: string, { segments }: Quotation): Fix[] {
  const segment = segments[0]
  if (!segment?.close || segments.length > 1 || segment.open.start === segment.open.end) return []
  const words = text.slice(segment.open.end, segment.close.start)
  const stop = /[.,]$/.exec(words)?.[0] ?? ''
  const title = words.slice(0, words.length - stop.length)
  const long = title.match(/[\p{L}\d’']{4,}/gu) ?? []
  if (/[*_`\n]/.test(title) || title.split(/\s+/).length > 10 || long.length === 0 || !long.every((word) => /^[\p{Lu}\d]/u.test(word)))
    return []
  return [{ title: l10n.t('A title: set it in italics'), edits: [{ ...segment.span, newText: `*${title}*${stop}` }], preferred: false }]
}
