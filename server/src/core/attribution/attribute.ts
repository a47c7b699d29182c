/** Who said what in a draft: what each block tells by itself, then what passes between them. */
import type { Gazetteer } from '../entity/gazetteer.ts'
import type { Mention } from '../entity/mention.ts'
import type { PlacedMention } from '../entity/placed-mention.ts'
import type { Candidate, Chain, Quotation } from './attribution.ts'
import { candidates } from './candidates.ts'
import { carryOver, type ReadBlock } from './carry-over.ts'
import { DraftQuotation, draftSpan } from './draft-quotation.ts'
import { type People, peopleOf } from './people.ts'
import type { Somebody } from './somebody.ts'

export interface Attributed {
  readonly quotations: readonly Quotation[]
  /** Made when first asked for. */
  readonly chains: readonly Chain[]
  candidates(quotation: Quotation): readonly Candidate[]
}

/** Who was met in a draft's last text; a cache. */
export interface PeopleMemo {
  people: People | null
}

/** The draft's quotations with their speakers, in draft order, and its people. */
export function attribute(blocks: readonly ReadBlock[], gazetteer: Gazetteer, memo: PeopleMemo = { people: null }): Attributed {
  // Who the names stand for is found out when a rule, a hover, a fix or the outline asks.
  let known: People | undefined
  const people = (): People => {
    if (!known) {
      known = peopleOf(
        blocks.map(({ reading }) => reading),
        gazetteer,
        memo.people
      )
      memo.people = known
    }
    return known
  }
  const draft = { blocks, people, withoutMarks: blocks.every(({ reading }) => reading.segments.length === 0) }
  const quotations: Quotation[] = []
  carryOver(blocks, (decided, block) => quotations.push(new DraftQuotation(decided, block, draft)))
  let chains: readonly Chain[] | undefined
  return {
    quotations,
    get chains() {
      chains ??= chainsOf(blocks, people())
      return chains
    },
    candidates(wanted) {
      return candidates(wanted, { quotations, chains: this.chains, blocks }, (id) => gazetteer.byId(id))
    }
  }
}

/** Everybody in the draft with their mentions: names, and the nouns and pronouns that stand for them. */
function chainsOf(blocks: readonly ReadBlock[], people: People): readonly Chain[] {
  const mentions = new Map<Somebody, Mention[]>()
  blocks.forEach(({ block, reading }, b) => {
    for (const mention of reading.mentions as readonly PlacedMention[]) {
      const { span, kind, head, gender, number, role } = mention
      for (const somebody of people.whoAre(b, mention)) {
        const own = mentions.get(somebody) ?? []
        own.push({ span: draftSpan(block, span), kind, head, gender, number, role })
        mentions.set(somebody, own)
      }
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
