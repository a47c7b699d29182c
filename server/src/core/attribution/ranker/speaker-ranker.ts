/** Who said a marked segment, by a learned ranking of the mentions of its paragraph, of the speaker before it, and of nobody. */
import type { Block } from '../../markdown/block.ts'
import type { ParagraphReading } from '../paragraph.ts'
import type { Decision } from '../sieves/sieve.ts'
import type { Before } from './before.ts'
import { type Forest, score, softmax } from './forest.ts'
import { countBefore, layoutOf, MENTIONS } from './layout.ts'
import { linksOf } from './links.ts'
import { CARRIED_OVER, NOBODY, speakerFeatures, writeSpeakerFeatures } from './speaker-features.ts'
import type { RankedSubjects } from './subject-ranker.ts'

/** The candidates of one segment: mentions by index, `NOBODY`, `CARRIED_OVER`; with the rows of their features. */
export interface SpeakerRows {
  readonly candidates: readonly number[]
  readonly rows: Uint8Array
}

/** Most mentions looked at on either side of a segment. */
const BEFORE = 12
const BEHIND = 8

/** The candidates of the paragraph’s segment of that index, with their features. */
export function speakerRows(
  paragraph: ParagraphReading,
  subjects: readonly RankedSubjects[],
  ruled: readonly (Decision | null)[],
  index: number,
  before: Before,
  block: Block['kind'],
  rates: Uint8Array
): SpeakerRows {
  const layout = layoutOf(paragraph)
  const quoted = paragraph.quoted[index]!
  const links = linksOf(paragraph, layout, subjects, quoted)
  const likeliest = Math.max(0, ...[...links.values()].map(({ weight }) => weight))
  const around = { paragraph, layout, subjects, ruled, index, before, block, rates, links, likeliest }
  const next = countBefore(layout, MENTIONS, quoted.token)
  const chosen = ruled[index] ? paragraph.mentions.indexOf(ruled[index].mention) : -1
  const candidates: number[] = []
  for (let m = Math.max(0, next - BEFORE); m < Math.min(paragraph.mentions.length, next + BEHIND); m += 1) candidates.push(m)
  if (chosen >= 0 && !candidates.includes(chosen)) candidates.push(chosen)
  candidates.push(NOBODY)
  if (before.who) candidates.push(CARRIED_OVER)
  const rows = new Uint8Array(candidates.length * speakerFeatures.length)
  for (const [i, candidate] of candidates.entries()) writeSpeakerFeatures(rows, i * speakerFeatures.length, around, candidate)
  return { candidates, rows }
}

/** How probable each candidate is; as long as `candidates`, adding up to one. */
export function rankSpeakers({ candidates, rows }: SpeakerRows, forest: Forest): Float64Array {
  const shares = new Float64Array(candidates.length)
  for (let i = 0; i < shares.length; i += 1) shares[i] = score(forest, rows, i * speakerFeatures.length)
  softmax(shares, shares.length)
  return shares
}
