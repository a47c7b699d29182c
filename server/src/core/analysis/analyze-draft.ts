/** The whole pipeline over one draft: blocks are read or remembered, then folded into who said what. Reads no text itself. */
import { attribute } from '../attribution/attribute.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { Markdown } from '../markdown/block.ts'
import { sections } from '../takeaway/sections.ts'
import type { Analysis } from './analysis.ts'
import { analyzeBlocks, type DraftMemo } from './analyze-block.ts'
import { applyingPacks, gazetteerOf, type Shelf } from './packs.ts'
import { isStory } from './story.ts'
import { verificationOf } from './verifications.ts'

/** Everything Saidby knows about the draft, with the packs of the shelf that know its story. */
export function analyzeDraft(markdown: Markdown, shelf: Shelf, coverage: Coverage, memo: DraftMemo): Analysis {
  const packs = applyingPacks(shelf, markdown.blocks)
  const gazetteer = gazetteerOf(shelf, packs)
  const blocks = analyzeBlocks(markdown.blocks, gazetteer, memo)
  const attributed = attribute(blocks, gazetteer, memo)
  return {
    text: markdown.text,
    markdown,
    blocks,
    packs,
    gazetteer,
    story: isStory(markdown, blocks, attributed.quotations),
    quotations: attributed.quotations,
    get chains() {
      return attributed.chains
    },
    get sections() {
      return sections(markdown)
    },
    candidates: (quotation) => attributed.candidates(quotation),
    verification: (quotation) => verificationOf(quotation, blocks, coverage),
    entity: (id) => gazetteer.byId(id)
  }
}
