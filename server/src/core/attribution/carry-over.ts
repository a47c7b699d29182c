/** What passes from paragraph to paragraph: quotations that run on, speakers that are carried over, credits of block quotations. */
import type { Block } from '../markdown/block.ts'
import { blockQuote, creditBehind } from './block-quotes.ts'
import type { LocalQuotation } from './decide.ts'
import type { BlockReading } from './reading.ts'
import type { Decision } from './sieves/sieve.ts'

/** One quotation with the decision that stands, perhaps another block’s. */
export interface Decided {
  readonly local: LocalQuotation
  readonly decision: Decision | null
  /** How many blocks back (or, negative, further down) the block stands whose offsets the decision uses. */
  readonly back: number
  readonly carriedOver: boolean
  /** Whether its last segment's missing mark is right, since the next paragraph opens with one. */
  readonly runsOn: boolean
}

export interface ReadBlock {
  readonly block: Block
  readonly reading: BlockReading
}

/** Tells every quotation of the draft, in order, with the index of its block. */
export function carryOver(blocks: readonly ReadBlock[], tell: (decided: Decided, block: number) => void): void {
  /** The last quotation is told once it is known whether it runs on. */
  let last: Decided | null = null
  let lastBlock = 0
  let lastParagraph = -1
  let paragraph = 0
  for (let at = 0; at < blocks.length; at += 1) {
    const { block, reading } = blocks[at]!
    const whole = block.containers.length > 0 && reading.segments.length === 0 ? blockQuote(blocks, at) : null
    if (whole) {
      if (last) tell(last, lastBlock)
      last = null
      tell({ local: whole.local, decision: whole.decision, back: at - whole.from, carriedOver: false, runsOn: true }, at)
    }
    for (const quotation of reading.quotations) {
      const here = paragraph + quotation.paragraph
      const near: Decided | null = last !== null && here - lastParagraph === 1 && quotation.opensParagraph ? last : null
      const runsOn = near !== null && !near.local.closed
      const next = decided(blocks, at, quotation, near, at - lastBlock, runsOn)
      if (last) tell(runsOn ? { ...last, runsOn } : last, lastBlock)
      last = next
      lastBlock = at
      lastParagraph = here
    }
    paragraph += Math.max(1, reading.paragraphs.length)
  }
  if (last) tell(last, lastBlock)
}

/** The quotation with its own decision, else with the credit under it, else with what the paragraph before hands on. */
function decided(
  blocks: readonly ReadBlock[],
  block: number,
  local: LocalQuotation,
  near: Decided | null,
  apart: number,
  runsOn: boolean
): Decided {
  if (local.decision) return onItsOwn(local)
  const credit = local.fillsParagraph && local.endsParagraph ? creditBehind(blocks, block) : null
  if (credit) return { local, decision: credit.decision, back: block - credit.from, carriedOver: false, runsOn: false }
  // “… barely half,” Ortiz said. She left. / “We stay.”: only a quotation that goes on to the paragraph’s end hands its speaker on.
  const handsOn = near?.decision && (runsOn || (local.fillsParagraph && local.whole && near.local.whole && near.local.endsParagraph))
  if (!near?.decision || !handsOn) return onItsOwn(local)
  return { local, decision: carriedOver(near.decision, near.carriedOver), back: near.back + apart, carriedOver: true, runsOn: false }
}

const own = new WeakMap<LocalQuotation, Decided>()

/** Most quotations are decided by their block alone, and are the same at every edit. */
function onItsOwn(local: LocalQuotation): Decided {
  let known = own.get(local)
  if (!known) {
    known = { local, decision: local.decision, back: 0, carriedOver: false, runsOn: false }
    own.set(local, known)
  }
  return known
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
