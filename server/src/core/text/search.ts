/** Looking things up in lists that are in order. */

/** The index of the first item whose place is at or behind the offset; the list's length where all stand in front of it. */
export function firstAt<T>(items: readonly T[], placeOf: (item: T) => number, offset: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (placeOf(items[middle] as T) < offset) low = middle + 1
    else high = middle
  }
  return low
}
