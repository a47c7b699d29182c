/** Where a finding about a whole takeaway belongs, so that it can be ignored there. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Block } from '../markdown/block.ts'
import { firstAt } from '../text/search.ts'
import type { Span } from '../text/span.ts'

/** The takeaway’s first block. */
export const startOf = ({ blocks }: Analysis, { start }: Span): Block | null =>
  blocks[firstAt(blocks, ({ block }) => block.end, start + 1)]?.block ?? null
