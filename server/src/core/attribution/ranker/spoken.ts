/** Whether words in marks sound like somebody's, whoever may be named around them. */
import type { Block } from '../../markdown/block.ts'
import type { ParagraphReading } from '../paragraph.ts'
import { nothingBefore } from './before.ts'
import { type Forest, score } from './forest.ts'
import { layoutOf } from './layout.ts'
import { NOBODY, speakerFeatures, writeSpeakerFeatures } from './speaker-features.ts'

/** Of the speaker's features, those that only look inside the marks: an attribution beside them must not tell. */
export const spokenFeatures = [
  'words',
  'opens with a capital',
  'last sign',
  'first person',
  'verb inside',
  'sentences inside',
  'capitals inside',
  'brackets',
  'kind of block',
  'first word',
  'last word',
  'style of marks'
] as const

const columns = spokenFeatures.map((name) => speakerFeatures.indexOf(name))
const nothing = new Uint8Array(0)

/** The features of the segment of that index. */
export function spokenRow(paragraph: ParagraphReading, index: number, block: Block['kind']): Uint8Array {
  const row = new Uint8Array(speakerFeatures.length)
  const around = {
    paragraph,
    layout: layoutOf(paragraph),
    subjects: [],
    ruled: [],
    index,
    before: nothingBefore,
    block,
    rates: nothing,
    links: new Map(),
    likeliest: 0
  }
  writeSpeakerFeatures(row, 0, around, NOBODY)
  return Uint8Array.from(columns, (column) => row[column]!)
}

/** From 0 to 1. */
export const spokenness = (paragraph: ParagraphReading, index: number, block: Block['kind'], forest: Forest): number =>
  1 / (1 + Math.exp(-score(forest, spokenRow(paragraph, index, block), 0)))
