/** The whole pipeline over one draft: blocks are read or remembered, then folded into who said what. Reads no text itself. */
import { attribute } from '../attribution/attribute.ts'
import type { Quotation } from '../attribution/attribution.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { Markdown } from '../markdown/block.ts'
import { headlineOf } from '../takeaway/headline.ts'
import type { Section } from '../takeaway/section.ts'
import { sections } from '../takeaway/sections.ts'
import type { Checked } from '../verification/checked.ts'
import { renderings } from '../verification/renderings.ts'
import type { Analysis, AnalyzedBlock } from './analysis.ts'
import { analyzeBlocks, type DraftMemo } from './analyze-block.ts'
import { checkedByHand } from './checked-quotations.ts'
import { copiedIn, lookUpCopied } from './copied-blocks.ts'
import type { House } from './house.ts'
import { applyingPacks, gazetteerOf, type Shelf } from './packs.ts'
import { isStory } from './story.ts'
import { storyDate } from './story-date.ts'
import { knownVerification, verificationOf } from './verifications.ts'

/** What is known besides the draft. */
export interface Known {
  readonly shelf: Shelf
  readonly coverage: Coverage
  readonly house: House
  readonly notes: CheckedNotes
}

/** The notes on the draft with that URI. */
export type CheckedNotes = (uri: string) => readonly Checked[]

/** Everything Saidby knows about the draft, with the packs of the shelf that know its story. */
export function analyzeDraft(markdown: Markdown, { shelf, coverage, house, notes }: Known, memo: DraftMemo, uri: string): Analysis {
  const packs = applyingPacks(shelf, markdown.blocks)
  const gazetteer = gazetteerOf(shelf, packs)
  const blocks = analyzeBlocks(markdown.blocks, gazetteer, memo)
  const attributed = attribute(blocks, gazetteer, memo)
  const story = isStory(markdown, blocks, attributed.quotations)
  let parts: readonly Section[] | undefined
  let title: { readonly headline: Section | null } | undefined
  return {
    text: markdown.text,
    markdown,
    get date() {
      return storyDate(markdown, uri)
    },
    blocks,
    packs,
    gazetteer,
    story,
    quotations: attributed.quotations,
    get chains() {
      return attributed.chains
    },
    get headline() {
      title ??= { headline: headlineOf(markdown) }
      return title.headline
    },
    get sections() {
      parts ??= sections({ markdown, quotations: attributed.quotations, packs, story })
      return parts
    },
    candidates: (quotation) => attributed.candidates(quotation),
    coverage,
    house,
    verification: (quotation) => verificationOf(quotation, blocks, coverage),
    verified: (quotation) => knownVerification(quotation, blocks, coverage),
    copied: (block) => copiedIn(block, coverage),
    unverified: () => unverified(attributed.quotations, blocks, coverage),
    checked: (quotation) => checkedByHand(quotation, markdown.text, notes(uri)),
    renderings: (passage) => renderings(passage, coverage),
    entity: (id) => gazetteer.byId(id)
  }
}

/** Words that are said, and prose that may be copied; nothing where there is no coverage. */
function unverified(quotations: readonly Quotation[], blocks: readonly AnalyzedBlock[], coverage: Coverage): readonly (() => void)[] {
  if (coverage.index.segments.length === 0) return []
  const spoken = quotations.filter(({ kind }) => kind === 'direct' || kind === 'mixed')
  return [
    ...spoken
      .filter((quotation) => knownVerification(quotation, blocks, coverage) === null)
      .map((quotation) => () => void verificationOf(quotation, blocks, coverage)),
    ...blocks.filter((block) => copiedIn(block, coverage) === null).map((block) => () => void lookUpCopied(block, coverage))
  ]
}
