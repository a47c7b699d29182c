/** The whole pipeline over one draft: blocks are read or remembered, then folded into who said what. Reads no text itself. */
import { type AttributionMemo, attribute, createAttributionMemo } from '../attribution/attribute.ts'
import type { Markdown } from '../markdown/block.ts'
import { sections } from '../takeaway/sections.ts'
import type { Analysis } from './analysis.ts'
import { analyzeBlock, type BlockMemo, createBlockMemo } from './analyze-block.ts'
import { applyingPacks, gazetteerOf, type Shelf } from './packs.ts'
import { isStory } from './story.ts'

/** What was found out about a draft's earlier texts; dropping it costs time and changes nothing. */
export interface DraftMemo {
  readonly blocks: BlockMemo
  readonly attribution: AttributionMemo
}

export const createDraftMemo = (): DraftMemo => ({ blocks: createBlockMemo(), attribution: createAttributionMemo() })

/** Everything Saidby knows about the draft, with the packs of the shelf that know its story. */
export function analyzeDraft(markdown: Markdown, shelf: Shelf, memo: DraftMemo): Analysis {
  const packs = applyingPacks(shelf, markdown.blocks)
  const gazetteer = gazetteerOf(shelf, packs)
  const blocks = markdown.blocks.map((block) => {
    const { reading, words, objects } = analyzeBlock(block, gazetteer, memo.blocks)
    return { block, reading, words, objects }
  })
  const attributed = attribute(blocks, gazetteer, memo.attribution)
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
    candidates: attributed.candidates,
    entity: (id) => gazetteer.byId(id)
  }
}
