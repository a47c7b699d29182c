/** A quotation laid on a passage word by word, with the least number of words changed: where it stands, and the edits. */
import type { Unit } from './comparable.ts'
import type { GapStep, Step, UnitStep } from './quoted.ts'

/** One word changed: `sub` another stands in the quotation, `ins` only the quotation has it, `del` only the passage has it. */
export interface WordEdit {
  readonly op: 'sub' | 'ins' | 'del'
  /** Words of the quotation, half-open; empty where a word is missing in it, and then where it would stand. */
  readonly quote: readonly [from: number, to: number]
  /** Words of the passage, likewise. */
  readonly passage: readonly [from: number, to: number]
  /** Whether the writer shows the change, by brackets or an ellipsis. */
  readonly shown: boolean
}

export interface Alignment {
  /** Words of the passage, half-open. */
  readonly from: number
  readonly to: number
  /** In the quotation's order; applied to the passage's words they give the quotation's. */
  readonly edits: readonly WordEdit[]
  /** How many of the edits are not shown. */
  readonly changed: number
}

/** Beyond this many steps a quotation is laid on piece by piece, each where the one before ended. */
const PIECE = 256

/**
 * The best place of the quotation in the passage and, when `all` is asked for, every other that is as good and does not overlap, in order.
 * None where either has no words. Semi-global alignment at unit cost (Sellers, 1980), in which a gap takes up to its `most` units for
 * nothing. Takes O(steps × passage) time and memory up to 256 steps; for more it is linear in the number of steps, since each 256 of them
 * after the first are laid on a stretch of some twice their length.
 */
export function align(steps: readonly Step[], passage: readonly Unit[], all = false): readonly Alignment[] {
  if (steps.length === 0 || passage.length === 0) return []
  if (steps.length > PIECE) return [alignPieces(steps, passage)]
  const exact = exactPlaces(steps, passage)
  if (exact.length > 0) return all ? exact : exact.slice(0, 1)
  const table = fill(steps, passage, 0, passage.length, false)
  const found: Alignment[] = []
  for (const end of all ? bestEnds(table) : bestEnds(table).slice(0, 1)) {
    const alignment = trace(table, steps, passage, end)
    if (!found.some((other) => alignment.from < other.to && other.from < alignment.to)) found.push(alignment)
  }
  return found
}

/** Where the very units stand, in order and without overlap; what has gaps is none of them. */
function exactPlaces(steps: readonly Step[], passage: readonly Unit[]): readonly Alignment[] {
  const ids = new Uint32Array(steps.length)
  for (const [i, step] of steps.entries()) {
    if (step.kind === 'gap' || step.mended) return []
    ids[i] = step.unit.id
  }
  const found: Alignment[] = []
  for (let start = 0; start + ids.length <= passage.length && found.length < MOST_PLACES; start += 1) {
    let length = 0
    while (length < ids.length && (passage[start + length] as Unit).id === ids[length]) length += 1
    if (length < ids.length) continue
    found.push(alignment((passage[start] as Unit).from, (passage[start + length - 1] as Unit).to, []))
    start += length - 1
  }
  return found
}

/** Least costs of each step at each column, the column before the unit `start + j` of the passage. */
interface Table {
  readonly start: number
  readonly columns: number
  /** Row by row: in a unit's row a move, in a gap's row how many units it takes. */
  readonly moves: Int16Array
  /** Of the last row. */
  readonly costs: Int32Array
}

const DIAGONAL = 0
const UP = -1
const LEFT = -2

/** `anchored`: what stands in the passage before the quotation costs as much as any word left out. */
function fill(steps: readonly Step[], passage: readonly Unit[], start: number, end: number, anchored: boolean): Table {
  const columns = end - start + 1
  const moves = new Int16Array((steps.length + 1) * columns)
  let above = new Int32Array(columns)
  let row = new Int32Array(columns)
  if (anchored) {
    above.forEach((_, j) => {
      above[j] = j
      moves[j] = LEFT
    })
  }
  const ids = new Int32Array(columns - 1)
  for (let j = 0; j < columns - 1; j += 1) ids[j] = (passage[start + j] as Unit).id
  const queue = new Int32Array(columns)
  steps.forEach((step, i) => {
    const base = (i + 1) * columns
    if (step.kind === 'gap') takeGap(above, row, moves, base, step.gap.most, queue)
    else takeUnit(above, row, moves, base, step, ids)
    ;[above, row] = [row, above]
  })
  return { start, columns, moves, costs: above }
}

function takeUnit(above: Int32Array, row: Int32Array, moves: Int16Array, base: number, { unit, mended }: UnitStep, ids: Int32Array): void {
  const id = unit.id | 0
  const differs = mended ? 0 : 1
  let corner = above[0] as number
  let left = corner + 1
  row[0] = left
  moves[base] = UP
  for (let j = 1; j < row.length; j += 1) {
    const top = above[j] as number
    let least = ids[j - 1] === id ? corner : corner + differs
    let move = DIAGONAL
    if (left + 1 < least) {
      least = left + 1
      move = LEFT
    }
    if (top + 1 < least) {
      least = top + 1
      move = UP
    }
    row[j] = least
    moves[base + j] = move
    left = least
    corner = top
  }
}

/** At each column the least cost among the last `most` columns, the nearest of equals: a window's minimum, in linear time. */
function takeGap(above: Int32Array, row: Int32Array, moves: Int16Array, base: number, most: number, queue: Int32Array): void {
  let head = 0
  let tail = 0
  for (let j = 0; j < row.length; j += 1) {
    while (tail > head && (above[queue[tail - 1] as number] as number) >= (above[j] as number)) tail -= 1
    queue[tail] = j
    tail += 1
    while ((queue[head] as number) < j - most) head += 1
    const from = queue[head] as number
    row[j] = above[from] as number
    moves[base + j] = j - from
  }
}

/** Columns at which a best alignment may end: those where the last word of the quotation lies on one of the passage, if there are any. */
function bestEnds({ costs, moves, columns }: Table): number[] {
  const base = moves.length - columns
  let least = costs[0] as number
  for (const cost of costs) if (cost < least) least = cost
  const ends: number[] = []
  for (let j = 0; j < columns && ends.length < MOST_PLACES; j += 1) if (costs[j] === least && moves[base + j] === DIAGONAL) ends.push(j)
  return ends.length > 0 ? ends : [costs.indexOf(least)]
}

/** “Yes, yes, yes”: that a passage says a thing still more often tells nobody anything. */
const MOST_PLACES = 16

function trace({ start, columns, moves }: Table, steps: readonly Step[], passage: readonly Unit[], end: number): Alignment {
  const edits: WordEdit[] = []
  let i = steps.length
  let j = end
  while (i > 0 || (j > 0 && moves[j] === LEFT)) {
    const step = steps[i - 1]
    const move = moves[i * columns + j] as number
    if (step?.kind === 'gap') {
      const taken = passage.slice(start + j - move, start + j)
      edits.push(...shownEdits(step, taken, wordOf(passage, start + j)).reverse())
      i -= 1
      j -= move
    } else if (step === undefined || move === LEFT) {
      const at = step ? step.unit.to : firstWord(steps)
      edits.push({ op: 'del', quote: [at, at], passage: wordsOf(passage[start + j - 1]), shown: false })
      j -= 1
    } else {
      const { unit, mended } = step
      if (move === UP) {
        const at = wordOf(passage, start + j)
        edits.push({ op: 'ins', quote: wordsOf(unit), passage: [at, at], shown: false })
      } else {
        const other = passage[start + j - 1] as Unit
        if (other.id !== unit.id) edits.push({ op: 'sub', quote: wordsOf(unit), passage: wordsOf(other), shown: mended })
        j -= 1
      }
      i -= 1
    }
  }
  const from = wordOf(passage, start + j)
  const to = end > j ? (passage[start + end - 1] as Unit).to : from
  return alignment(from, to, edits.reverse())
}

const alignment = (from: number, to: number, edits: readonly WordEdit[]): Alignment => ({
  from,
  to,
  edits,
  changed: edits.reduce((sum, { shown }) => sum + (shown ? 0 : 1), 0)
})

const wordsOf = (unit: Unit | undefined): readonly [number, number] => (unit ? [unit.from, unit.to] : [0, 0])

/** The first word of the unit, or the end of the last where there is no such unit. */
const wordOf = (passage: readonly Unit[], unit: number): number => passage[unit]?.from ?? passage.at(-1)?.to ?? 0

function firstWord(steps: readonly Step[]): number {
  const [first] = steps
  return first?.kind === 'gap' ? first.gap.from : (first?.unit.from ?? 0)
}

/** What a gap hides: the words in its brackets for those it takes from the passage, one by one; the rest were left out or added. */
function shownEdits({ gap, units }: GapStep, taken: readonly Unit[], at: number): WordEdit[] {
  const edits: WordEdit[] = []
  for (let k = 0; k < Math.max(units.length, taken.length); k += 1) {
    const own = units[k]
    const other = taken[k]
    if (own && other) {
      if (own.id !== other.id) edits.push({ op: 'sub', quote: wordsOf(own), passage: wordsOf(other), shown: true })
    } else if (other) edits.push({ op: 'del', quote: [gap.to, gap.to], passage: wordsOf(other), shown: true })
    else edits.push({ op: 'ins', quote: wordsOf(own), passage: [at, at], shown: true })
  }
  return edits
}

/** The first piece anywhere, each further one from where the one before ended. */
function alignPieces(steps: readonly Step[], passage: readonly Unit[]): Alignment {
  const edits: WordEdit[] = []
  let from = 0
  let next = 0
  for (let i = 0; i < steps.length; i += PIECE) {
    const piece = steps.slice(i, i + PIECE)
    const end = i === 0 ? passage.length : Math.min(passage.length, next + 2 * PIECE + mostTaken(piece))
    const table = fill(piece, passage, next, end, i > 0)
    const found = trace(table, piece, passage, bestEnds(table)[0] as number)
    if (i === 0) from = found.from
    edits.push(...found.edits)
    while (next < passage.length && (passage[next] as Unit).from < found.to) next += 1
  }
  return alignment(from, passage[next - 1]?.to ?? from, edits)
}

const mostTaken = (steps: readonly Step[]): number => steps.reduce((sum, step) => sum + (step.kind === 'gap' ? step.gap.most : 0), 0)
