/** What one block says by itself, remembered by its prose: the only place from which a draft's text is read. */
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

export interface BlockMemo {
  readonly facts: WeakMap<Prose, { readonly revision: number; readonly facts: BlockFacts }>
  /** How many blocks were read so far; the tests count on it. */
  reads: number
}

export const createBlockMemo = (): BlockMemo => ({ facts: new WeakMap(), reads: 0 })

/** Reads the block, or remembers it: blocks of equal key share their prose, which keys the memo. */
export function analyzeBlock({ prose, kind }: Block, gazetteer: Gazetteer, memo: BlockMemo): BlockFacts {
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
