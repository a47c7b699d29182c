/** What the writer has told Saidby to leave alone, and the edit by which they tell it. */
import type { Block, Markdown } from '../markdown/block.ts'
import type { Fix } from './finding.ts'

const NOT_A_QUOTATION = 'saidby: not-a-quotation'

/** The blocks under, or around, a `<!-- saidby: not-a-quotation -->`. */
export function ignoredBlocks({ blocks, comments, text }: Markdown): ReadonlySet<Block> {
  const ignored = new Set<Block>()
  for (const comment of comments) {
    if (comment.text !== NOT_A_QUOTATION) continue
    const around = blocks.find((block) => block.start <= comment.start && onlyMarkup(text.slice(block.end, comment.start)))
    const below = blocks.find(
      (block) => block.start >= comment.end && /^[\s>]*(?:[-*+]|\d+[.)])?[\s#|>]*$/.test(text.slice(comment.end, block.start))
    )
    const block = around ?? below
    if (block) ignored.add(block)
  }
  return ignored
}

/** Keeps, in the draft, that these words are no quotation: on the line above, or where no line can stand above, behind them. */
export function notAQuotation(block: Block, text: string): Fix {
  const comment = `<!-- ${NOT_A_QUOTATION} -->`
  const lineStart = text.lastIndexOf('\n', block.start - 1) + 1
  const edit =
    block.kind === 'paragraph' && block.containers.length === 0
      ? { start: lineStart, end: lineStart, newText: `${comment}\n` }
      : { start: block.end, end: block.end, newText: ` ${comment}` }
  return { title: 'Not a quotation', edits: [edit], preferred: false }
}

const onlyMarkup = (between: string): boolean => /^[ \t*_~]*$/.test(between)
