/** Wordings that are nearly, but not quite, the same: where one lies closest in the other, and how many words differ. */
import { isBefore, type Quoted, standsIn, type Wording } from './wording.ts'
import type { WordingIndex } from './wording-index.ts'

/** Where one wording lies closest in another: words of that other, half-open, and how many are changed, left out or put in. */
interface Laid {
  readonly from: number
  readonly to: number
  readonly edits: number
}

/** Two wordings of perhaps one quotation: the shorter, and the longer it lies in. */
export interface Near extends Laid {
  readonly shorter: Quoted
  readonly longer: Quoted
}

/** A run of words that so many hold is nobody’s in particular. */
export const COMMON = 24

/** No more than these are looked at closely, so that the whole stays linear. */
const MOST = 4

/** Those before it in the draft that it is near to. */
export const nearestTo = (one: Quoted, index: WordingIndex): readonly Near[] =>
  alike(one.wording, index, one).flatMap((other) => near(one, other) ?? [])

/** Those that share most runs of words with the wording; of a quoted one of the draft, only those before it. */
export function alike(
  { runs, words }: Pick<Wording<'prose' | 'draft'>, 'runs' | 'words'>,
  index: Pick<WordingIndex, 'holders'>,
  before: Quoted | null
): readonly Quoted[] {
  const shared = new Map<Quoted, number>()
  for (const run of runs) {
    const holders = index.holders(run)
    if (holders.length > COMMON) continue
    for (const holder of holders) {
      if (before && !isBefore(holder, before)) break
      shared.set(holder, (shared.get(holder) ?? 0) + 1)
    }
  }
  const fewest = words.length < 8 ? 1 : 3
  return [...shared]
    .filter(([, count]) => count >= fewest)
    .sort(([a, often], [b, oftener]) => oftener - often || (isBefore(a, b) ? -1 : 1))
    .slice(0, MOST)
    .map(([holder]) => holder)
}

/** How the two differ; null where they do not, or too much. */
function near(one: Quoted, other: Quoted): Near | null {
  const [shorter, longer] = one.wording.words.length <= other.wording.words.length ? [one, other] : [other, one]
  const laid = laidBefore(shorter.wording, longer.wording)
  return laid && { shorter, longer, ...laid }
}

/** By the shorter wording, then by the longer: an edit changes one wording of a draft, and the pairs of all others stay. */
const laidOn = new WeakMap<Wording, WeakMap<Wording, Laid | null>>()

function laidBefore(shorter: Wording, longer: Wording): Laid | null {
  let others = laidOn.get(shorter)
  if (!others) {
    others = new WeakMap()
    laidOn.set(shorter, others)
  }
  let laid = others.get(longer)
  if (laid === undefined) {
    laid = layOn(shorter, longer)
    others.set(longer, laid)
  }
  return laid
}

/**
 * Where the shorter wording lies in the longer: each of its parts in that part of the longer to which it takes the fewest
 * changes (Sellers, 1980). Null where it stands there word for word, where more than a third of it differs, or where it is very long.
 */
export function layOn<A extends 'prose' | 'draft', B extends 'prose' | 'draft'>(shorter: Wording<A>, longer: Wording<B>): Laid | null {
  if (shorter.words.length * longer.words.length > LARGEST_TABLE || standsIn(shorter, longer) || standsIn(longer, shorter)) return null
  let edits = 0
  let from = Number.POSITIVE_INFINITY
  let to = 0
  for (const part of shorter.parts) {
    const words = shorter.words.slice(part.from, part.to).map(({ folded }) => folded)
    let best: Laid | null = null
    for (const there of longer.parts) {
      const among = longer.words.slice(there.from, there.to).map(({ folded }) => folded)
      const found = closest(words, among)
      if (!best || found.edits < best.edits) best = { ...found, from: found.from + there.from, to: found.to + there.from }
    }
    if (!best) return null
    edits += best.edits
    from = Math.min(from, best.from)
    to = Math.max(to, best.to)
  }
  return edits > 0 && edits * 3 <= shorter.words.length ? { from, to, edits } : null
}

const LARGEST_TABLE = 250_000

/** The stretch of `among` that takes the fewest changed, missing and added words to become `words`; of equal ones the first. */
function closest(words: readonly string[], among: readonly string[]): Laid {
  const columns = among.length + 1
  let costs = new Int32Array(columns)
  let begins = Int32Array.from({ length: columns }, (_, j) => j)
  for (const [i, word] of words.entries()) {
    const nextCosts = new Int32Array(columns)
    const nextBegins = new Int32Array(columns)
    nextCosts[0] = i + 1
    for (let j = 1; j < columns; j += 1) {
      const same = costs[j - 1]! + (word === among[j - 1] ? 0 : 1)
      const added = costs[j]! + 1
      const missing = nextCosts[j - 1]! + 1
      const least = Math.min(same, added, missing)
      nextCosts[j] = least
      nextBegins[j] = least === same ? begins[j - 1]! : least === added ? begins[j]! : nextBegins[j - 1]!
    }
    costs = nextCosts
    begins = nextBegins
  }
  let to = 0
  for (let j = 1; j < columns; j += 1) if (costs[j]! < costs[to]!) to = j
  return { from: begins[to]!, to, edits: costs[to]! }
}
