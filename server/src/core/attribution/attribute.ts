/** Who said what in a draft: what each block tells by itself, then what passes between them. */
import type { Gazetteer } from '../entity/gazetteer.ts'
import type { Mention } from '../entity/mention.ts'
import type { PlacedMention } from '../entity/mentions.ts'
import type { Block } from '../markdown/block.ts'
import type { Segment } from '../quotation/quotation.ts'
import { toDraft } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import type { Candidate, Chain, Quotation, Speaker } from './attribution.ts'
import { rank, type Standing } from './candidates.ts'
import { carryOver, type Decided, type ReadBlock } from './carry-over.ts'
import { decide, type LocalQuotation } from './decide.ts'
import { type People, peopleOf, type Somebody } from './people.ts'
import type { BlockReading } from './reading.ts'

export interface Attributed {
  readonly quotations: readonly Quotation[]
  /** Made when first asked for. */
  readonly chains: readonly Chain[]
  candidates(quotation: Quotation): readonly Candidate[]
}

/** What each reading told by itself; dropping it costs time and changes nothing. */
export interface AttributionMemo {
  readonly decided: WeakMap<BlockReading, readonly LocalQuotation[]>
}

export const createAttributionMemo = (): AttributionMemo => ({ decided: new WeakMap() })

/** The draft's quotations with their speakers, in draft order, and its people. */
export function attribute(blocks: readonly ReadBlock[], gazetteer: Gazetteer, memo: AttributionMemo): Attributed {
  const people = peopleOf(
    blocks.map(({ reading }) => reading),
    gazetteer
  )
  const decided = carryOver(blocks, (reading) => {
    let known = memo.decided.get(reading)
    if (!known) {
      known = decide(reading)
      memo.decided.set(reading, known)
    }
    return known
  })
  const quotations = decided.map((one) => quotation(one, blocks, people))
  let chains: readonly Chain[] | undefined
  return {
    quotations,
    get chains() {
      chains ??= chainsOf(blocks, people)
      return chains
    },
    candidates: (wanted) => rank(standings(wanted, quotations, blocks, people))
  }
}

function quotation(
  { block, local, decision, from, carriedOver, runsOn }: Decided,
  blocks: readonly ReadBlock[],
  people: People
): Quotation {
  const here = blocks[block]!.block
  const there = blocks[from]!.block
  const last = local.segments.length - 1
  const segments = local.segments.map((segment, i) => inDraft(segment, here, runsOn && i === last))
  const spoken = decision !== null || local.plainlySpoken
  // Of words whose end is not known, only that is told.
  const ended = segments.every(({ close, runsOn }) => close !== null || runsOn)
  return {
    span: draftSpan(here, local.span),
    kind: spoken ? (local.whole ? 'direct' : 'mixed') : local.unspoken,
    segments,
    speaker: decision && speakerOf(decision.mention, carriedOver ? [] : local.also, there, from, people, carriedOver),
    cue: decision?.cue ? draftSpan(there, decision.cue.span) : null,
    evidence: decision && {
      sieve: decision.sieve,
      words: [decision.mention.span, ...(decision.cue ? [decision.cue.span] : [])].map((span) => draftSpan(there, span)),
      reason: decision.reason
    },
    probability: decision ? decision.probability : local.plainlySpoken ? 0.9 : 0.1,
    unattributed: decision === null && local.plainlySpoken && ended,
    block
  }
}

const draftSpan = ({ prose, start }: Block, span: Span<'prose'>): Span => toDraft(prose.map, span, start)

const inDraft = ({ span, open, close }: Segment<'prose'>, block: Block, runsOn: boolean): Segment => ({
  span: draftSpan(block, span),
  open: draftSpan(block, open),
  close: close && draftSpan(block, close),
  runsOn
})

function speakerOf(
  mention: PlacedMention,
  also: readonly PlacedMention[],
  block: Block,
  at: number,
  people: People,
  carriedOver: boolean
): Speaker {
  const all = [mention, ...also].sort((a, b) => a.span.start - b.span.start)
  const [who, ...others] = all.map((one) => named(people.whoIs(at, one), one))
  return { ...who!, span: draftSpan(block, { start: all[0]!.span.start, end: all.at(-1)!.span.end }), also: others, carriedOver }
}

const named = (somebody: Somebody | null, mention: PlacedMention) => ({
  entity: somebody?.entity?.id ?? null,
  name: somebody?.name ?? (mention.kind === 'name' ? mention.head : null)
})

/** Everybody in the draft with their mentions: names, and the nouns and pronouns that stand for them. */
function chainsOf(blocks: readonly ReadBlock[], people: People): readonly Chain[] {
  const mentions = new Map<Somebody, Mention[]>()
  blocks.forEach(({ block, reading }, b) => {
    for (const mention of reading.mentions as readonly PlacedMention[]) {
      const somebody = people.whoIs(b, mention)
      if (!somebody) continue
      const { span, kind, head, gender, number, role } = mention
      const own = mentions.get(somebody) ?? []
      own.push({ span: draftSpan(block, span), kind, head, gender, number, role })
      mentions.set(somebody, own)
    }
  })
  return people.all.map((somebody) => ({
    entity: somebody.entity?.id ?? null,
    name: somebody.name,
    kind: somebody.kind,
    mentions: mentions.get(somebody) ?? [],
    pronoun: somebody.gender,
    role: somebody.role
  }))
}

function standings(wanted: Quotation, quotations: readonly Quotation[], blocks: readonly ReadBlock[], people: People): readonly Standing[] {
  const spoke = new Set(
    quotations.filter(({ speaker, span }) => speaker && span.end <= wanted.span.start).map(({ speaker }) => speaker?.name)
  )
  return people.all.flatMap((somebody): Standing[] => {
    const places = somebody.seen.map((seen) => ({ block: Math.floor(seen / BLOCK), offset: seen % BLOCK }))
    const place = places.findLast(({ block }) => block <= wanted.block) ?? places[0]
    if (!place) return []
    const { block } = blocks[place.block]!
    return [
      {
        somebody,
        mention: draftSpan(block, { start: place.offset, end: place.offset + 1 }),
        distance: place.block <= wanted.block ? wanted.block - place.block : -1,
        quotedBefore: spoke.has(somebody.name)
      }
    ]
  })
}

const BLOCK = 2 ** 24
