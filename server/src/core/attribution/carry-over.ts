/** What passes from paragraph to paragraph: quotations that run on, speakers that are carried over, credits of block quotations. */
import type { Block } from '../markdown/block.ts'
import { blockQuote, creditBehind } from './block-quotes.ts'
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
  blocks.forEach(({ block, reading }, at) => {
    const whole = block.containers.length > 0 && reading.segments.length === 0 ? blockQuote(blocks, at) : null
    if (whole) found.push({ ...whole, block: at, carriedOver: false, runsOn: true })
    for (const quotation of local(reading)) {
      const here = paragraph + quotation.paragraph
      const near: Decided | null = last !== null && here - lastParagraph === 1 && quotation.opensParagraph ? last : null
      const runsOn = near !== null && !near.local.closed
      if (near && runsOn) found[found.length - 1] = { ...near, runsOn: true }
      last = decided(blocks, at, quotation, near, runsOn)
      lastParagraph = here
      found.push(last)
    }
    paragraph += Math.max(1, reading.paragraphs.length)
  })
  return found
}

/** The quotation with its own decision, else with the credit under it, else with what the paragraph before hands on. */
function decided(blocks: readonly ReadBlock[], block: number, local: LocalQuotation, near: Decided | null, runsOn: boolean): Decided {
  const { decision } = local
  if (decision) return { block, local, decision, from: block, carriedOver: false, runsOn: false }
  const credit = local.fillsParagraph && local.endsParagraph ? creditBehind(blocks, block) : null
  if (credit) return { block, local, decision: credit.decision, from: credit.from, carriedOver: false, runsOn: false }
  // “… barely half,” Ortiz said. She left. / “We stay.”: only a quotation that goes on to the paragraph’s end hands its speaker on.
  const handsOn = near?.decision && (runsOn || (local.fillsParagraph && local.whole && near.local.whole && near.local.endsParagraph))
  if (!near?.decision || !handsOn) return { block, local, decision: null, from: block, carriedOver: false, runsOn: false }
  return { block, local, decision: carriedOver(near.decision, near.carriedOver), from: near.from, carriedOver: true, runsOn: false }
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
