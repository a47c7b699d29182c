/** What passes from paragraph to paragraph: quotations that run on, speakers that are carried over, credits of block quotations. */
import type { Block } from '../markdown/block.ts'
import type { LocalQuotation } from './decide.ts'
import type { BlockReading } from './reading.ts'
import type { Decision } from './sieves/sieve.ts'

/** One quotation with its place in the draft and the decision that stands, perhaps another block’s. */
export interface Decided {
  readonly block: number
  readonly local: LocalQuotation
  readonly decision: Decision | null
  /** The block whose offsets the decision uses. */
  readonly from: number
  readonly carriedOver: boolean
  /** Whether its last segment's missing mark is right, since the next paragraph opens with one. */
  readonly runsOn: boolean
}

export interface ReadBlock {
  readonly block: Block
  readonly reading: BlockReading
}

/** All quotations of the draft, in order. `local` gives a block's own. */
export function carryOver(blocks: readonly ReadBlock[], local: (reading: BlockReading) => readonly LocalQuotation[]): readonly Decided[] {
  const found: Decided[] = []
  let last: Decided | null = null
  let lastParagraph = -1
  let paragraph = 0
  blocks.forEach(({ reading }, block) => {
    const quotations = local(reading)
    for (const quotation of quotations) {
      const at = paragraph + quotation.paragraph
      const near: Decided | null = last !== null && at - lastParagraph === 1 && quotation.opensParagraph ? last : null
      const runsOn = near !== null && near.local.segments.at(-1)?.close === null
      if (near && runsOn) found[found.length - 1] = { ...near, runsOn: true }
      const taken: Decision | null =
        quotation.decision ?? (near && (runsOn || quotation.fillsParagraph) && quotation.whole ? near.decision : null)
      const carried = quotation.decision === null && taken !== null
      last = {
        block,
        local: quotation,
        decision: carried && taken ? carriedOver(taken, near!.carriedOver) : taken,
        from: carried && near ? near.from : block,
        carriedOver: carried,
        runsOn: false
      }
      lastParagraph = at
      found.push(last)
    }
    paragraph += Math.max(1, reading.paragraphs.length)
  })
  return found
}

const carriedOver = (decision: Decision, again: boolean): Decision =>
  again
    ? decision
    : {
        ...decision,
        sieve: 'carried-over',
        reason: `The quotation goes on from the paragraph before; ${decision.reason.charAt(0).toLowerCase()}${decision.reason.slice(1)}`,
        probability: Math.min(decision.probability, 0.85)
      }
