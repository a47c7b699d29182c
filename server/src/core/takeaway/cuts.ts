/** The best way to cut a row of paragraphs into an opening and takeaways, by dynamic programming. */

export interface Row {
  readonly length: number
  /** How well `[start, end)` holds together as one takeaway, its own beginning aside. */
  whole(start: number, end: number): number
  /** How well `[0, end)` holds together as an opening. */
  opening(end: number): number
  /** How much the paragraph looks like a beginning. */
  begins(index: number): number
  /** A takeaway’s greatest length. */
  readonly longest: number
}

export interface Cuts {
  /** Where takeaways begin, in order. */
  readonly starts: readonly number[]
  readonly score: number
}

/** The best `count` takeaways whose first begins in `[from, to]`; null where there are too few paragraphs. */
export function bestCuts(row: Row, count: number, from: number, to: number): Cuts | null {
  const { length } = row
  const typical = (length - from) / count
  const cost = Float64Array.from({ length: row.longest + 1 }, (_, size) => LENGTH_WEIGHT * Math.log(size / typical) ** 2)
  /** The best score of `k` takeaways that end at `j`, and where the last of them begins. */
  let before = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY)
  for (let first = from; first <= Math.min(to, length - 1); first += 1) before[first] = row.opening(first)
  const begun: Int32Array[] = []
  for (let k = 1; k <= count; k += 1) {
    const best = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY)
    const at = new Int32Array(length + 1).fill(-1)
    for (let i = from; i < length; i += 1) {
      if (before[i] === Number.NEGATIVE_INFINITY) continue
      const start = before[i]! + row.begins(i)
      for (let j = i + 1; j <= Math.min(length, i + row.longest); j += 1) {
        const score = start + row.whole(i, j) - cost[j - i]!
        if (score > best[j]!) {
          best[j] = score
          at[j] = i
        }
      }
    }
    begun.push(at)
    before = best
  }
  if (before[length] === Number.NEGATIVE_INFINITY) return null
  const starts: number[] = []
  for (let k = count - 1, end = length; k >= 0; k -= 1) {
    end = begun[k]![end]!
    starts.unshift(end)
  }
  return { starts, score: before[length]! }
}

/** How much worse a takeaway is for being much longer or shorter than the others. */
const LENGTH_WEIGHT = 2.5
