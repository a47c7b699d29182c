/** What passes from paragraph to paragraph: quotations that run on, speakers that go on, credits of block quotations. */
import * as l10n from '@vscode/l10n'
import type { Block } from '../markdown/block.ts'
import type { Somebody } from './attribution.ts'
import { blockQuote, creditBehind } from './block-quotes.ts'
import { decide, type LocalQuotation, subjectsIn, unmarkedIn } from './decide.ts'
import type { ParagraphReading } from './paragraph.ts'
import type { People } from './people.ts'
import { type Before, type Handed, handOn, isSameBefore, nothingBefore } from './ranker/before.ts'
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
  /** Who that is, while every name of the draft stands for whom it stood; a cache. */
  readonly memo: { bearers?: People['bearers']; who?: Who }
}

/** Whom the words are given to. */
export interface Who extends Somebody {
  readonly also: readonly Somebody[]
  /** All of them as one key: equal for the same people. */
  readonly key: string
}

export interface ReadBlock {
  readonly block: Block
  readonly reading: BlockReading
}

/** What a paragraph's quotations come to behind what it was handed, and what it hands on itself. */
export interface Carried {
  readonly kind: Block['kind']
  readonly before: Before
  /** How many blocks above the paragraph stands the one that handed on. */
  readonly distance: number
  /** In order. */
  readonly decided: readonly Decided[]
  /** Whether its first quotation is the one that the paragraph before left open. */
  readonly goesOn: boolean
  readonly after: Before
}

/** Tells every quotation of the draft, in order, with the index of its block. */
export function carryOver(blocks: readonly ReadBlock[], tell: (decided: Decided, block: number) => void): void {
  let before = nothingBefore
  let handedAt = 0
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
      tell({ ...onItsOwn(whole.local), decision: whole.decision, back: at - whole.from, runsOn: true }, at)
      before = nothingBefore
      continue
    }
    for (const paragraph of reading.paragraphs) {
      const { goesOn, decided, after } = carriedInto(paragraph, reading.kind, before, at - handedAt, blocks, at)
      tellWaiting(goesOn)
      waiting = decided
      waitingBlock = at
      before = after
      handedAt = at
    }
  }
  tellWaiting(false)
}

/** Most paragraphs are handed the same at every edit, and then everything is as it was. */
function carriedInto(
  paragraph: ParagraphReading,
  kind: Block['kind'],
  before: Before,
  distance: number,
  blocks: readonly ReadBlock[],
  at: number
): Carried {
  const known = paragraph.memo.carried
  if (known && known.kind === kind && isSameBefore(known.before, before) && (known.distance === distance || !before.who)) return known
  const here = decide(paragraph, kind, before)
  const { quotations } = here
  const goesOn = before.ends === 'open' && quotations[0]?.opensParagraph === true
  let alone = true
  const marked = quotations.map((local, i): Decided => {
    if (local.decision) return onItsOwn(local)
    if (local.fillsParagraph && local.endsParagraph) {
      // What stands below is no part of what is remembered.
      alone = false
      const credit = creditBehind(blocks, at)
      if (credit) return { ...onItsOwn(local), decision: credit.decision, back: at - credit.from }
    }
    return takenOver(local, before, distance, goesOn && i === 0)
  })
  const others = unmarkedIn(paragraph, here)
  const decided =
    others.length === 0 ? marked : [...marked, ...others.map(onItsOwn)].sort((a, b) => a.local.span.start - b.local.span.start)
  const told = marked.map(({ decision, carriedOver }) => (carriedOver ? 'carried-over' : decision))
  const after = kind === 'heading' ? nothingBefore : handOn(paragraph, subjectsIn(paragraph), told, before, distance)
  const carried = { kind, before, distance, decided, goesOn, after }
  if (alone) paragraph.memo.carried = carried
  return carried
}

/** The quotation with whom the paragraph before hands on, if anybody. */
function takenOver(local: LocalQuotation, { who, ends }: Before, distance: number, runsOn: boolean): Decided {
  if (!who || (local.goesOn === 0 && !runsOn)) return onItsOwn(local)
  const decision = handedOn(who, ends, runsOn ? Math.max(local.goesOn, 0.9) : local.goesOn)
  return { ...onItsOwn(local), decision, back: distance + who.back, carriedOver: true }
}

const onItsOwn = (local: LocalQuotation): Decided => ({
  local,
  decision: local.decision,
  back: 0,
  carriedOver: false,
  runsOn: false,
  memo: {}
})

function handedOn({ paragraph, mention, cue }: Handed, ends: Before['ends'], probability: number): Decision {
  const who = wordsOf(paragraph, mention)
  const leadIn = ends === 'lead-in'
  const reason = leadIn
    ? l10n.t('“{0}” leads to these words with a colon, in the paragraph before.', who)
    : l10n.t('The quotation goes on from the paragraph before, where “{0}” speaks.', who)
  return { sieve: leadIn ? 'lead-in' : 'carried-over', mention, cue, reason, probability }
}
