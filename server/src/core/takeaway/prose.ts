/** Takeaways that nothing marks, found from the prose by its words and people, by how paragraphs begin, and by likeness to a pack's. */
import { beginning } from './beginnings.ts'
import { cohesion } from './cohesion.ts'
import { bestCuts, type Cuts, type Row } from './cuts.ts'
import type { Likeness } from './likeness.ts'
import { openingOf } from './opening.ts'
import type { Paragraph } from './paragraphs.ts'

/** Indices of the paragraphs with which takeaways begin, in order; none where the story is too short to make several points. */
export function takeawaysInProse(
  paragraphs: readonly Paragraph[],
  { promised, announced }: { readonly promised: number | null; readonly announced: boolean },
  likeness: Likeness | null
): readonly number[] {
  if (paragraphs.length > MOST) return []
  const opening = openingOf(paragraphs)
  const expected = announced || promised !== null || opening !== null || likeness !== null
  if (paragraphs.length < (expected ? FEWEST : FEWEST_UNTOLD)) return []
  const from = opening?.end ?? 1
  const to = opening?.end ?? Math.max(3, Math.min(LONGEST_OPENING, Math.floor(paragraphs.length * LARGEST_OPENING)))
  const row = rowOf(paragraphs, opening !== null, likeness)
  const count = promised ?? opening?.promised ?? null
  const counts = count !== null && paragraphs.length - from >= count ? [count] : possible(paragraphs.length - from, likeness)
  let best: Cuts | null = null
  for (const many of counts) {
    const cuts = bestCuts(row, many, from, to)
    const score = cuts ? cuts.score - many * COST : Number.NEGATIVE_INFINITY
    if (cuts && score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { ...cuts, score }
  }
  return best?.starts ?? []
}

/** A story of less makes one point; one of more that marks nothing is no story in takeaways, and costs too much to cut at every keystroke. */
const FEWEST = 9
/** The same where nothing says that there are several points. */
const FEWEST_UNTOLD = 14
export const MOST = 160

const LARGEST_OPENING = 0.3
const LONGEST_OPENING = 12

/** What one more takeaway has to be worth. */
const COST = 1.5

/** How many takeaways there may be where nobody says. */
function possible(paragraphs: number, likeness: Likeness | null): readonly number[] {
  const most = Math.min(likeness ? likeness.takeaways.length + 1 : 7, Math.floor(paragraphs / 3))
  return Array.from({ length: Math.max(0, most - 1) }, (_, i) => i + 2)
}

function rowOf(paragraphs: readonly Paragraph[], told: boolean, likeness: Likeness | null): Row {
  const { length } = paragraphs
  const terms = paragraphs.map(({ facts, speakers }) => [...facts.terms, ...speakers])
  const longest = Math.min(length, LONGEST)
  const scores = cohesion(terms, longest)
  const begins = paragraphs.map((paragraph, i) => beginning(paragraph, paragraphs.slice(Math.max(0, i - 2), i)))
  const like = likeness ? sums(terms.map((own) => likeness.evidence(own))) : null
  const wholes = scores.map((row, start) =>
    row.map(
      (score, i) =>
        COHESION_WEIGHT * score + (like ? LIKENESS_WEIGHT * mostLike(like, start, start + i + 1) : 0) - (i === 0 ? ONE_PARAGRAPH : 0)
    )
  )
  return {
    length,
    longest,
    whole: (start, end) => wholes[start]![end - start - 1]!,
    opening: (end) => COHESION_WEIGHT * scores[0]![end - 1]! - (told ? 0 : Math.abs(end - TYPICAL_OPENING)),
    begins: (index) => begins[index]!
  }
}

/** More paragraphs than one point takes. */
const LONGEST = 48
/** How much worse a takeaway is for being a single paragraph. */
const ONE_PARAGRAPH = 0.3

/** Words tell less, and how a paragraph begins tells more, than probabilities would have it: neighbouring words are no independent draws. */
const COHESION_WEIGHT = 0.15
const LIKENESS_WEIGHT = 1
const TYPICAL_OPENING = 3

/** Running sums, so that a stretch costs one subtraction for each takeaway. */
function sums(evidence: readonly Float64Array[]): readonly Float64Array[] {
  const running = [new Float64Array(evidence[0]?.length ?? 0)]
  for (const one of evidence) {
    const last = running.at(-1)!
    running.push(one.map((value, t) => last[t]! + Math.max(value, -WORST)))
  }
  return running
}

/** One paragraph that is like another takeaway is an aside. */
const WORST = 2

function mostLike(running: readonly Float64Array[], start: number, end: number): number {
  const before = running[start]!
  const after = running[end]!
  let most = Number.NEGATIVE_INFINITY
  for (let t = 0; t < before.length; t += 1) most = Math.max(most, after[t]! - before[t]!)
  return most
}
