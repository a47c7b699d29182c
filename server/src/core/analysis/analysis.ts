/** Everything Saidby knows about one draft, in draft offsets: what rules and features read. */
import type { Candidate, Chain, Quotation } from '../attribution/attribution.ts'
import type { BlockReading } from '../attribution/reading.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { Pack } from '../coverage/pack.ts'
import type { Entity } from '../entity/entity.ts'
import type { Gazetteer } from '../entity/gazetteer.ts'
import type { Block, Markdown } from '../markdown/block.ts'
import type { Section } from '../takeaway/section.ts'
import type { Checked } from '../verification/checked.ts'
import type { Copied } from '../verification/copied.ts'
import type { Passage, QuotationVerification } from '../verification/verification.ts'
import type { House } from './house.ts'

export interface AnalyzedBlock {
  readonly block: Block
  readonly reading: BlockReading
}

export interface Analysis {
  readonly text: string
  readonly markdown: Markdown
  /** When the story was written, ISO; null where the draft does not say. */
  readonly date: string | null
  readonly blocks: readonly AnalyzedBlock[]
  /** In draft order. */
  readonly quotations: readonly Quotation[]
  readonly chains: readonly Chain[]
  /** Whether the draft tells a story, so that findings may be shown. */
  readonly story: boolean
  /** The packs that know this story. */
  readonly packs: readonly Pack[]
  /** What the quotations are held against. */
  readonly coverage: Coverage
  /** What the house has settled. */
  readonly house: House
  /** The entities of those packs. */
  readonly gazetteer: Gazetteer
  /** Headline, lede and takeaways. */
  readonly sections: readonly Section[]
  /** The first of them, if the draft has one; known without looking for takeaways. */
  readonly headline: Section | null
  candidates(quotation: Quotation): readonly Candidate[]
  /** What became of the quotation's words, with its edits in draft offsets; looked up when it is asked for, and remembered. */
  verification(quotation: Quotation): QuotationVerification
  /** The same, or null where it was not looked up yet. */
  verified(quotation: Quotation): QuotationVerification | null
  /** What of the coverage stands in the block's own prose, in prose offsets; null where it was not looked up yet. */
  copied(block: AnalyzedBlock): readonly Copied[] | null
  /** What was not looked up yet, a piece of work for each quotation and each block, so that their driver can pause. */
  unverified(): readonly (() => void)[]
  /** What somebody noted who checked the quotation by hand, while its words and its speaker are as they were then; else null. */
  checked(quotation: Quotation): Checked | null
  /** Other wordings of the passage's statement in the coverage. */
  renderings(passage: Passage): readonly Passage[]
  entity(id: string): Entity | undefined
}
