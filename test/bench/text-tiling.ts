/** TextTiling as Hearst (1997) describes it, to measure against: token sequences of 20, blocks of 10, depth scores cut at the mean less half a deviation. */
import { termsOf } from '../../server/src/core/takeaway/terms.ts'

const SEQUENCE = 20
const BLOCK = 10

/** Indices of the paragraphs that begin a tile, the first one aside. */
export function textTiling(paragraphs: readonly string[]): ReadonlySet<number> {
  // Function words count for the length of a sequence and not for its likeness.
  const words = paragraphs.flatMap((text, paragraph) =>
    (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu) ?? []).map((word) => ({ word, paragraph }))
  )
  const sequences = Array.from({ length: Math.ceil(words.length / SEQUENCE) }, (_, i) => words.slice(i * SEQUENCE, (i + 1) * SEQUENCE))
  const gaps = sequences.slice(1).map((_, i) => i + 1)
  const block = (from: number, to: number): string =>
    sequences
      .slice(Math.max(0, from), to)
      .flat()
      .map(({ word }) => word)
      .join(' ')
  const scores = smooth(gaps.map((gap) => cosine(termsOf(block(gap - BLOCK, gap)), termsOf(block(gap, gap + BLOCK)))))
  const depths = scores.map((score, i) => peak(scores, i, -1) - score + (peak(scores, i, 1) - score))
  const mean = depths.reduce((sum, depth) => sum + depth, 0) / Math.max(1, depths.length)
  const deviation = Math.sqrt(depths.reduce((sum, depth) => sum + (depth - mean) ** 2, 0) / Math.max(1, depths.length))
  const starts = new Set<number>()
  depths.forEach((depth, i) => {
    const highest = depth >= (depths[i - 1] ?? 0) && depth >= (depths[i + 1] ?? 0)
    if (depth > 0 && highest && depth > mean - deviation / 2) starts.add(nearestParagraph(words, gaps[i]! * SEQUENCE))
  })
  starts.delete(0)
  return starts
}

function nearestParagraph(words: readonly { readonly paragraph: number }[], at: number): number {
  for (let away = 0; away < words.length; away += 1)
    for (const i of [at - away, at + away])
      if (i > 0 && i < words.length && words[i]!.paragraph !== words[i - 1]!.paragraph) return words[i]!.paragraph
  return 0
}

const smooth = (scores: readonly number[]): number[] =>
  scores.map((_, i) => {
    const near = scores.slice(Math.max(0, i - 1), i + 2)
    return near.reduce((sum, score) => sum + score, 0) / near.length
  })

/** The highest score reached by climbing from the gap in one direction. */
function peak(scores: readonly number[], from: number, step: 1 | -1): number {
  let i = from
  while (scores[i + step] !== undefined && scores[i + step]! >= scores[i]!) i += step
  return scores[i]!
}

function cosine(a: readonly string[], b: readonly string[]): number {
  const count = (words: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    return counts
  }
  const left = count(a)
  const right = count(b)
  const norm = (counts: Map<string, number>) => Math.sqrt([...counts.values()].reduce((sum, n) => sum + n * n, 0))
  const product = [...left].reduce((sum, [word, n]) => sum + n * (right.get(word) ?? 0), 0)
  return product === 0 ? 0 : product / (norm(left) * norm(right))
}
