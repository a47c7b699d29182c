/** What stands around a story's text and is no part of it: headline, deck, captions. Words quoted there are the body's to attribute. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Block } from '../markdown/block.ts'
import { OBJECT } from '../markdown/prose.ts'
import { overlaps } from '../text/span.ts'

export type Display = 'headline' | 'deck' | 'caption' | 'block quotation'

/** What the block is, if it is no paragraph of the story's text. */
export function displayOf(analysis: Analysis, index: number): Display | null {
  const { blocks } = analysis
  const block = blocks[index]?.block
  if (!block) return null
  if (block.kind === 'heading' || isHeadline(analysis, index)) return 'headline'
  if (block.kind !== 'paragraph') return null
  if (blockQuotationOf(block) !== null) return 'block quotation'
  if (isCaption(block, blocks[index - 1]?.block)) return 'caption'
  return isDeck(analysis, index) ? 'deck' : null
}

/** A draft pasted from elsewhere has its headline as a plain first line. */
const isHeadline = (analysis: Analysis, index: number): boolean =>
  index === 0 && analysis.headline !== null && overlaps(analysis.headline.span, analysis.blocks[0]!.block)

/** *Photo: …*, the words of a picture, and a line in italics under one. */
function isCaption(block: Block, above: Block | undefined): boolean {
  if (CAPTION.test(block.prose.text) || holdsPicture(block)) return true
  return above !== undefined && isWhollySet(block) && isPictureAlone(above)
}

const CAPTION =
  /^\W{0,2}(?:(?:file )?(?:photo|photograph|picture|image|illustration|graphic|figure|fig\.|chart|video|caption|credit|pictured|above|below|top|bottom|left|right|cover)(?: \d+| (?:by|credit))?\s?[:|—–]|pictured\b)/i

const holdsPicture = ({ text, prose }: Block): boolean => prose.text.includes(OBJECT) && text.includes('![')

const isPictureAlone = (block: Block): boolean => holdsPicture(block) && !/[\p{L}\p{N}]/u.test(block.prose.text.replaceAll(OBJECT, ''))

/** The lines right under the headline: headings, words set in italics or bold, words that end without a stop. */
function isDeck(analysis: Analysis, index: number): boolean {
  if (index > LONGEST_DECK) return false
  const { blocks, headline } = analysis
  if (!headline) return false
  const first = overlaps(headline.span, blocks[0]!.block) ? 1 : 0
  return index >= first && blocks.slice(first, index + 1).every(({ block }) => isSetLikeDeck(block))
}

const LONGEST_DECK = 2

const isSetLikeDeck = (block: Block): boolean =>
  block.kind === 'heading' || isWhollySet(block) || (block.prose.text.length < 200 && !/[.?!…:][”’"'»)\]]*\s*$/.test(block.prose.text))

/** Whether all of the block is in italics or bold. */
function isWhollySet({ prose }: Block): boolean {
  let set = 0
  for (const { style, span } of prose.styled) if (style !== 'link') set += span.end - span.start
  return set > 0 && set >= prose.text.trim().length - 2
}

/** Which block quotation the block is part of: blocks of equal number stand in the same one. */
export const blockQuotationOf = ({ containers }: Block): number | null =>
  containers.find(({ kind }) => kind === 'block-quote')?.ordinal ?? null
