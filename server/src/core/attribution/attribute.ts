/** Who said what in a draft: what each block tells by itself, then what passes between them. */
import type { Gazetteer } from '../entity/gazetteer.ts'
import type { Mention } from '../entity/mention.ts'
import type { PlacedMention } from '../entity/mentions.ts'
import type { Candidate, Chain, Quotation } from './attribution.ts'
import { rank, type Standing } from './candidates.ts'
import { carryOver, type ReadBlock } from './carry-over.ts'
import { DraftQuotation, draftSpan } from './draft-quotation.ts'
import { type People, peopleOf, type Somebody } from './people.ts'

export interface Attributed {
  readonly quotations: readonly Quotation[]
  /** Made when first asked for. */
  readonly chains: readonly Chain[]
  candidates(quotation: Quotation): readonly Candidate[]
}

/** The draft's quotations with their speakers, in draft order, and its people. */
export function attribute(blocks: readonly ReadBlock[], gazetteer: Gazetteer): Attributed {
  // Who the names stand for is not asked while somebody types; hovers, fixes and the outline do.
  let known: People | undefined
  const people = (): People => {
    known ??= peopleOf(
      blocks.map(({ reading }) => reading),
      gazetteer
    )
    return known
  }
  const draft = { blocks, people }
  const quotations: Quotation[] = []
  carryOver(blocks, (decided, block) => quotations.push(new DraftQuotation(decided, block, draft)))
  let chains: readonly Chain[] | undefined
  return {
    quotations,
    get chains() {
      chains ??= chainsOf(blocks, people())
      return chains
    },
    candidates: (wanted) => rank(standings(wanted, quotations, blocks, people()))
  }
}

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
