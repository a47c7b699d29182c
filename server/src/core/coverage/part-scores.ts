/** How much each part of the index shares with a quotation: a table that is used again for the next one, so that looking up makes no garbage. */

/** More parts than are ever scored at once; a power of two. */
const SLOTS = 1 << 15

/** The parts in the order in which they were met. What was noted is lost when it is cleared for the next quotation. */
export interface PartScores {
  readonly size: number
  partAt(at: number): number
  /** What was added for the part, and how often; 0 where it was not met. */
  scoreOf(part: number): number
  timesOf(part: number): number
  /** Adds to what is known of the part; one that was not met is noted only if `open`. */
  add(part: number, score: number, open: boolean): void
  clear(): void
}

export function partScores(): PartScores {
  const slots = new Int32Array(SLOTS)
  const parts = new Int32Array(SLOTS)
  const scores = new Float64Array(SLOTS)
  const times = new Uint16Array(SLOTS)
  let size = 0
  /** Where the part is noted, or the free slot for it: a slot holds one more than a place in the lists. */
  const slotOf = (part: number): number => {
    let slot = Math.imul(part, 0x9e3779b1) >>> 17
    while (slots[slot] !== 0 && parts[(slots[slot] as number) - 1] !== part) slot = (slot + 1) % SLOTS
    return slot
  }
  const noted = (of: Float64Array | Uint16Array, part: number): number => {
    const at = (slots[slotOf(part)] as number) - 1
    return at < 0 ? 0 : (of[at] as number)
  }
  return {
    get size() {
      return size
    },
    partAt: (at) => parts[at] as number,
    scoreOf: (part) => noted(scores, part),
    timesOf: (part) => noted(times, part),
    add(part, score, open) {
      const slot = slotOf(part)
      let at = (slots[slot] as number) - 1
      if (at < 0) {
        if (!open) return
        at = size
        size += 1
        slots[slot] = size
        parts[at] = part
        scores[at] = 0
        times[at] = 0
      }
      scores[at] = (scores[at] as number) + score
      times[at] = (times[at] as number) + 1
    },
    clear() {
      if (size > SLOTS / 8) slots.fill(0)
      else for (let at = size - 1; at >= 0; at -= 1) slots[slotOf(parts[at] as number)] = 0
      size = 0
    }
  }
}
