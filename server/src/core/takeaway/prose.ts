/** Takeaways that nothing marks, found from the prose by its words and people, by how paragraphs begin, and by likeness to a pack's. */
import { beginning } from './beginnings.ts'
import { cohesion } from './cohesion.ts'
import { bestCuts, type Cuts, type Row } from './cuts.ts'
import type { Likeness } from './likeness.ts'
import { openingEnd } from './opening.ts'
import type { Paragraph } from './paragraphs.ts'

/** Indices of the paragraphs with which takeaways begin, in order; none where the story is too short to make several points. */
export function takeawaysInProse(paragraphs: readonly Paragraph[], promised: number | null, likeness: Likeness | null): readonly number[] {
  if (paragraphs.length < FEWEST || paragraphs.length > MOST) return []
  const told = openingEnd(paragraphs)
  const from = told ?? 1
  const to = told ?? Math.max(3, Math.floor(paragraphs.length * LARGEST_OPENING))
  const row = rowOf(paragraphs, told !== null, likeness)
  const counts = promised !== null && paragraphs.length - from >= promised ? [promised] : possible(paragraphs.length - from, likeness)
  let best: Cuts | null = null
  for (const count of counts) {
    const cuts = bestCuts(row, count, from, to)
    const score = cuts ? cuts.score - count * COST : Number.NEGATIVE_INFINITY
    if (cuts && score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = { ...cuts, score }
  }
  return best?.starts ?? []
}

/** A story of less makes one point; one of more that marks nothing is no story in takeaways, and costs too much to cut at every keystroke. */
const FEWEST = 9
const MOST = 240

const LARGEST_OPENING = 0.3

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
  const whole = (start: number, end: number): number => COHESION_WEIGHT * (scores[start]?.[end - start - 1] ?? 0)
  return {
    length,
    longest,
    whole: (start, end) => whole(start, end) + (like ? LIKENESS_WEIGHT * mostLike(like, start, end) : 0) - (end - start === 1 ? 0.3 : 0),
    opening: (end) => whole(0, end) - (told ? 0 : Math.abs(end - TYPICAL_OPENING)),
    begins: (index) => begins[index]!
  }
}

const LONGEST = 60
const COHESION_WEIGHT = 0.15
const LIKENESS_WEIGHT = 1
const TYPICAL_OPENING = 4

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
