/** What passes from paragraph to paragraph: quotations that run on, speakers that go on, credits of block quotations. */
import type { Block } from '../markdown/block.ts'
import { blockQuote, creditBehind } from './block-quotes.ts'
import { decide, type LocalQuotation, subjectsIn, unmarkedIn } from './decide.ts'
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
  /** The paragraph before is told once it is known whether its last quotation runs on. */
  let waiting: readonly Decided[] = []
  let waitingBlock = 0
  const tellWaiting = (runsOn: boolean) => {
    const last = runsOn ? waiting.findLast(({ local }) => local.form === 'marked') : undefined
    for (const one of waiting) tell(one === last ? { ...one, runsOn } : one, waitingBlock)
    waiting = []
  }
  for (let at = 0; at < blocks.length; at += 1) {
    const { block, reading } = blocks[at]!
    const whole = block.containers.length > 0 && reading.segments.length === 0 ? blockQuote(blocks, at) : null
    if (whole) {
      tellWaiting(false)
      tell({ local: whole.local, decision: whole.decision, back: at - whole.from, carriedOver: false, runsOn: true }, at)
      before = nothingBefore
      continue
    }
    for (const paragraph of reading.paragraphs) {
      const here = decide(paragraph, reading.kind, before)
      const { quotations } = here
      const runsOn = before.ends === 'open' && quotations[0]?.opensParagraph === true
      tellWaiting(runsOn)
      const marked = quotations.map((local, i) => decidedHere(blocks, at, local, before, runsOn && i === 0))
      const others = unmarkedIn(paragraph, here)
      waiting = others.length === 0 ? marked : [...marked, ...others.map(onItsOwn)].sort((a, b) => a.local.span.start - b.local.span.start)
      waitingBlock = at
      const decided = marked.map(({ decision, carriedOver }) => (carriedOver ? 'carried-over' : decision))
      before = reading.kind === 'heading' ? nothingBefore : handOn(at, paragraph, subjectsIn(paragraph), decided, before)
    }
  }
  tellWaiting(false)
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
