/** What one block says by itself, remembered by its prose: the only place from which a draft's text is read. */
import type { PeopleMemo } from '../attribution/attribute.ts'
import { readBlock } from '../attribution/read-block.ts'
import type { BlockReading } from '../attribution/reading.ts'
import type { Gazetteer } from '../entity/gazetteer.ts'
import type { Block } from '../markdown/block.ts'
import { OBJECT, type Prose } from '../markdown/prose.ts'

export interface BlockFacts {
  readonly reading: BlockReading
  readonly words: number
  /** Code spans, pictures and bare addresses, which stories hardly have and documentation is full of. */
  readonly objects: number
}

/** A block with what it says. */
export interface BlockWithFacts extends BlockFacts {
  readonly block: Block
}

/** What was found out about a draft's earlier texts; dropping it costs time and changes nothing. */
export interface DraftMemo extends PeopleMemo {
  readonly facts: WeakMap<Prose, { readonly revision: number; readonly facts: BlockFacts }>
  /** The draft's blocks as they were read last, and with which gazetteer. */
  last: readonly BlockWithFacts[]
  revision: number
  /** How many blocks were read so far; the tests count on it. */
  reads: number
}

export const createDraftMemo = (): DraftMemo => ({ facts: new WeakMap(), last: [], revision: -1, reads: 0, people: null })

/** Every block with what it says. After an edit all but a few stand where they stood, counted from the start or from the end. */
export function analyzeBlocks(blocks: readonly Block[], gazetteer: Gazetteer, memo: DraftMemo): readonly BlockWithFacts[] {
  const last = memo.revision === gazetteer.revision ? memo.last : []
  const grown = blocks.length - last.length
  const read = blocks.map((block, i): BlockWithFacts => {
    const before = last[i]
    if (before?.block === block) return before
    const behind = last[i - grown]
    const { reading, words, objects } =
      behind?.block.prose === block.prose && behind.block.kind === block.kind ? behind : analyzeBlock(block, gazetteer, memo)
    return { block, reading, words, objects }
  })
  memo.last = read
  memo.revision = gazetteer.revision
  return read
}

/** Reads the block, or remembers it: blocks of equal key share their prose, which keys the memo. */
function analyzeBlock({ prose, kind }: Block, gazetteer: Gazetteer, memo: DraftMemo): BlockFacts {
  const known = memo.facts.get(prose)
  if (known?.revision === gazetteer.revision) return known.facts
  memo.reads += 1
  const facts = { reading: readBlock(prose, kind, gazetteer), ...count(prose.text) }
  memo.facts.set(prose, { revision: gazetteer.revision, facts })
  return facts
}

function count(text: string): { words: number; objects: number } {
  let words = 0
  let objects = 0
  let inWord = false
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === OBJECT) objects += 1
    const letter = text.charCodeAt(i) > 32
    if (letter && !inWord) words += 1
    inWord = letter
  }
  return { words, objects }
}
