/** Whose verb a cue is, by a learned ranking of the mentions around it; or that it reports nothing here. */
import type { PlacedCue } from '../cues.ts'
import type { ParagraphReading } from '../paragraph.ts'
import { subjectOf } from '../subject.ts'
import { cueFeatures, writeCueFeatures } from './cue-features.ts'
import { type Forest, score, softmax } from './forest.ts'
import { countBefore, layoutOf, MENTIONS } from './layout.ts'

/** For one cue: which mentions (by index) may be its subject, and how probable each is. */
export interface RankedSubjects {
  readonly mentions: Int32Array
  /** As long as `mentions`, and one more at the end: that the cue reports nothing. */
  readonly shares: Float64Array
}

/** The candidates of one cue as rows of features, the last one for “reports nothing”. */
export interface SubjectRows {
  readonly mentions: Int32Array
  readonly rows: Uint8Array
}

/** Most mentions looked at on either side of a cue; a subject further away was never one. */
const BEFORE = 9
const AFTER = 4

/** The candidates around one of the paragraph's cues. */
export function subjectRows(paragraph: ParagraphReading, cue: PlacedCue, rates: Uint8Array): SubjectRows {
  const layout = layoutOf(paragraph)
  const { mentions, tokens } = paragraph
  const behind = countBefore(layout, MENTIONS, cue.first)
  const sentence = tokens.sentence[cue.first]!
  const chosen: number[] = []
  for (let m = Math.max(0, behind - BEFORE); m < Math.min(mentions.length, behind + AFTER); m += 1) {
    const mention = mentions[m]!
    if (mention.first <= cue.last && mention.last >= cue.first) continue
    const apart = Math.abs(tokens.sentence[mention.first]! - sentence)
    if (apart <= 1) chosen.push(m)
  }
  const width = cueFeatures.length
  const rows = new Uint8Array((chosen.length + 1) * width)
  const ruled = subjectOf(paragraph, cue, 0)
  for (const [i, m] of chosen.entries()) writeCueFeatures(rows, i * width, paragraph, layout, cue, mentions[m]!, ruled, rates)
  writeCueFeatures(rows, chosen.length * width, paragraph, layout, cue, null, ruled, rates)
  return { mentions: Int32Array.from(chosen), rows }
}

/** The ranked subjects of these cues of the paragraph, in their order. */
export function rankSubjects(
  paragraph: ParagraphReading,
  cues: readonly PlacedCue[],
  forest: Forest,
  rates: Uint8Array
): readonly RankedSubjects[] {
  return cues.map((cue) => {
    const { mentions, rows } = subjectRows(paragraph, cue, rates)
    const shares = new Float64Array(mentions.length + 1)
    for (let i = 0; i < shares.length; i += 1) shares[i] = score(forest, rows, i * cueFeatures.length)
    softmax(shares, shares.length)
    return { mentions, shares }
  })
}
