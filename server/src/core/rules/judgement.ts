/** What the coverage says against a quotation, if anything: one thing at most, and only what is sure enough to be told. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation } from '../attribution/attribution.ts'
import { isPersonName } from '../entity/person-name.ts'
import type { Block } from '../markdown/block.ts'
import type { Segment } from '../quotation/quotation.ts'
import { tellingWords } from '../verification/telling.ts'
import type { Edit, Passage, QuotationVerification, Verification } from '../verification/verification.ts'

/** `sound`: the coverage has it as it stands. */
export type Charge = 'misattributed' | 'altered' | 'spliced' | 'paraphrase' | 'unsupported' | 'sound'

export interface Judgement {
  readonly charge: Charge
  readonly quotation: Quotation
  readonly block: Block
  /** The segment that is charged; of several the first. */
  readonly segment: Segment
  readonly verification: Verification
  /** The place of the coverage that tells best. */
  readonly passage: Passage | null
}

/** Fewer words stand in many places, and change with the sentence they are put in. */
const FEWEST = 6

/** The gravest charge against each quotation that was looked up, has six words or more and was not checked by hand, in draft order. */
export function judgements(analysis: Analysis): readonly Judgement[] {
  const known = complete.get(analysis)
  if (known) return known
  const all: Judgement[] = []
  let waiting = 0
  for (const quotation of analysis.quotations) {
    if ((quotation.kind !== 'direct' && quotation.kind !== 'mixed') || analysis.checked(quotation)) continue
    const verified = analysis.verified(quotation)
    if (!verified) waiting += 1
    const judgement = verified && judgementOf(analysis, quotation, verified)
    if (judgement) all.push(judgement)
  }
  if (waiting === 0) complete.set(analysis, all)
  return all
}

/** Each of the rules asks for all of them; what is still to be looked up may add to them. */
const complete = new WeakMap<Analysis, readonly Judgement[]>()

function judgementOf(analysis: Analysis, quotation: Quotation, { segments }: QuotationVerification): Judgement | null {
  const block = analysis.blocks[quotation.block]?.block
  let gravest: Judgement | null = null
  for (const [i, verification] of segments.entries()) {
    const segment = quotation.segments[i]
    if (!block || !segment || !verification || verification.words < FEWEST) continue
    const charge = chargeOf(analysis, quotation, segment, verification)
    if (!charge || (gravest && gravity[charge] >= gravity[gravest.charge])) continue
    gravest = { charge, quotation, block, segment, verification, passage: verification.passages[0] ?? null }
  }
  return gravest
}

const gravity: Readonly<Record<Charge, number>> = { misattributed: 0, spliced: 1, altered: 2, paraphrase: 3, unsupported: 4, sound: 5 }

function chargeOf(analysis: Analysis, quotation: Quotation, segment: Segment, verification: Verification): Charge | null {
  const { verdict, saidBy, passages } = verification
  if (verdict === 'unsupported') return 'unsupported'
  if (saidBy === 'other' && isNamed(analysis, quotation) && standsByName(analysis, quotation))
    return isWhole(analysis, quotation, segment, verification) ? 'misattributed' : null
  const ownWords = passages.every(({ voice }) => voice === null || voice === 'spoken')
  if (verdict === 'spliced') return ownWords ? 'spliced' : null
  // What a reporter makes of somebody's words differs from them.
  if (verdict === 'altered')
    return passages[0]?.voice !== 'reported' && passages[0]?.voice !== 'article' && isNear(analysis, segment, verification)
      ? 'altered'
      : null
  return passages.some(({ voice }) => voice === null || voice === 'spoken') || isPublished(quotation, passages) ? 'sound' : 'paraphrase'
}

/**
 * Of some words within a sentence, “extremely careless” or “the greed, the showing off”, one may quote another; “there is no question about it” is
 * everybody’s.
 */
function isWhole({ text }: Analysis, { kind }: Quotation, { open, close, span }: Segment, { verdict, words }: Verification): boolean {
  const said = text.slice(open.end, close?.start ?? span.end)
  const isOwn = words >= ENOUGH || tellingWords(said).size >= TELLING
  return kind === 'direct' && verdict !== 'spliced' && isOwn && /^[^\p{L}]*\p{Lu}/u.test(said)
}

const ENOUGH = 8
const TELLING = 3

/**
 * “It’s time for the American people” and “It’s time to deliver a victory for the American people”: who speaks often says nearly the same. Three
 * words in four have to be there, four in five where nobody knows who said it; of a few words the first and the last are among them.
 */
function isNear({ text }: Analysis, { open, close, span }: Segment, { saidBy, edits, words }: Verification): boolean {
  const changed = edits.filter(({ shown }) => !shown)
  const isInside = ({ start, end }: Edit): boolean =>
    WORD.test(text.slice(open.end, start)) && WORD.test(text.slice(end, close?.start ?? span.end))
  if (words < 8) return saidBy === 'same' && changed.length * 4 <= words && changed.every(isInside)
  return changed.length * (saidBy === 'same' ? 4 : 5) <= words
}

const WORD = /[\p{L}\p{N}]/u

/** Whether the draft plainly gives the words to one person. */
export function isNamed({ entity }: Analysis, { speaker, probability, carriedOver }: Quotation): boolean {
  if (!speaker || speaker.name === null || speaker.also.length > 0 || carriedOver || probability < SURE) return false
  const known = speaker.entity === null ? undefined : entity(speaker.entity)
  return known ? known.kind === 'person' : isPersonName(speaker.name)
}

const SURE = 0.8

/**
 * *Ortiz said*, not *he said* nor *the mayor said*, which a draft may mean of somebody else; a single name that nothing shows to be a person's
 * stands right beside the cue, which *the Florida senator’s answer was* has not.
 */
function standsByName({ text, chains }: Analysis, { speaker, evidence, cue }: Quotation): boolean {
  const mention = evidence?.words[0]
  if (!speaker || !mention || mention.start !== speaker.span.start) return false
  const names = new Set(speaker.name?.split(/[\s-]+/))
  if (
    !text
      .slice(mention.start, mention.end)
      .split(/[\s-]+/)
      .some((one) => /^\p{Lu}/u.test(one) && names.has(one))
  )
    return false
  const chain = chains.find(({ mentions }) => mentions.some(({ span }) => span.start === mention.start))
  if (chain?.kind) return chain.kind === 'person'
  const beside = cue !== null && /^\s*$/.test(text.slice(Math.min(mention.end, cue.end), Math.max(mention.start, cue.start)))
  return beside || /\s/.test(speaker.name ?? '')
}

/** A newspaper that is quoted: its own prose is its own words. */
function isPublished({ speaker }: Quotation, passages: readonly Passage[]): boolean {
  const name = speaker?.name?.toLowerCase()
  if (!name) return false
  return passages.some(({ article }) => [article.publisher, article.author, article.title].some((own) => own?.toLowerCase().includes(name)))
}
