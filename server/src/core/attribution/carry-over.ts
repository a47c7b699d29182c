/** What passes from paragraph to paragraph: quotations that run on, speakers that go on, credits of block quotations. */
import type { Block } from '../markdown/block.ts'
import { blockQuote, creditBehind } from './block-quotes.ts'
import { decide, type LocalQuotation, subjectsIn } from './decide.ts'
import { type Before, type Handed, handOn, nothingBefore } from './ranker/before.ts'
import type { BlockReading } from './reading.ts'
import { type Decision, wordsOf } from './sieves/sieve.ts'

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
  let before = nothingBefore
  /** The last quotation of the paragraph before is told once it is known whether it runs on. */
  let last: Decided | null = null
  let lastBlock = 0
  const tellLast = (runsOn: boolean) => {
    if (last) tell(runsOn ? { ...last, runsOn } : last, lastBlock)
    last = null
  }
  for (let at = 0; at < blocks.length; at += 1) {
    const { block, reading } = blocks[at]!
    const whole = block.containers.length > 0 && reading.segments.length === 0 ? blockQuote(blocks, at) : null
    if (whole) {
      tellLast(false)
      tell({ local: whole.local, decision: whole.decision, back: at - whole.from, carriedOver: false, runsOn: true }, at)
      before = nothingBefore
      continue
    }
    for (const paragraph of reading.paragraphs) {
      const quotations = decide(paragraph, reading.kind, before)
      const runsOn = before.ends === 'open' && quotations[0]?.opensParagraph === true
      tellLast(runsOn)
      const decided = quotations.map((local, i) => decidedHere(blocks, at, local, before, runsOn && i === 0))
      decided.forEach((one, i) => {
        if (i + 1 < decided.length) tell(one, at)
        else {
          last = one
          lastBlock = at
        }
      })
      before =
        reading.kind === 'heading'
          ? nothingBefore
          : handOn(
              at,
              paragraph,
              subjectsIn(paragraph),
              decided.map(({ decision, carriedOver }) => (carriedOver ? 'carried-over' : decision)),
              before
            )
    }
  }
  tellLast(false)
}

/** The quotation with its own decision, else with the credit under it, else with whom the paragraph before hands on. */
function decidedHere(blocks: readonly ReadBlock[], at: number, local: LocalQuotation, { who, ends }: Before, runsOn: boolean): Decided {
  if (local.decision) return onItsOwn(local)
  const credit = local.fillsParagraph && local.endsParagraph ? creditBehind(blocks, at) : null
  if (credit) return { local, decision: credit.decision, back: at - credit.from, carriedOver: false, runsOn: false }
  if (!who || (local.goesOn === 0 && !runsOn)) return onItsOwn(local)
  const decision = handedOn(who, ends, runsOn ? Math.max(local.goesOn, 0.9) : local.goesOn)
  return { local, decision, back: at - who.at, carriedOver: true, runsOn: false }
}

const own = new WeakMap<LocalQuotation, Decided>()

/** Most quotations are decided by their paragraph alone, and are the same at every edit. */
function onItsOwn(local: LocalQuotation): Decided {
  let known = own.get(local)
  if (!known) {
    known = { local, decision: local.decision, back: 0, carriedOver: false, runsOn: false }
    own.set(local, known)
  }
  return known
}

function handedOn({ paragraph, mention, cue }: Handed, ends: Before['ends'], probability: number): Decision {
  const who = wordsOf(paragraph, mention)
  const leadIn = ends === 'lead-in'
  const reason = leadIn
    ? `“${who}” leads to these words with a colon, in the paragraph before.`
    : `The quotation goes on from the paragraph before, where “${who}” speaks.`
  return { sieve: leadIn ? 'lead-in' : 'carried-over', mention, cue, reason, probability }
}
