/** How far one segmentation of a row of paragraphs is from another: WindowDiff (Pevzner and Hearst 2002) and Pk (Beeferman, Berger and Lafferty 1999). */

export interface Distance {
  readonly windowDiff: number
  readonly pk: number
}

/** Both are sets of indices, from 1 to `length - 1`, at which a segment begins; the window is half the mean segment of `gold`. 0 is the same, 1 all wrong. */
export function distance(length: number, gold: ReadonlySet<number>, found: ReadonlySet<number>): Distance {
  const window = Math.max(1, Math.round(length / (gold.size + 1) / 2))
  let differ = 0
  let part = 0
  let windows = 0
  for (let i = 0; i + window < length; i += 1) {
    const a = within(gold, i, i + window)
    const b = within(found, i, i + window)
    if (a !== b) differ += 1
    if (a > 0 !== b > 0) part += 1
    windows += 1
  }
  return windows === 0 ? { windowDiff: 0, pk: 0 } : { windowDiff: differ / windows, pk: part / windows }
}

/** How many segments begin behind `from` and up to `to`. */
function within(starts: ReadonlySet<number>, from: number, to: number): number {
  let count = 0
  for (let i = from + 1; i <= to; i += 1) if (starts.has(i)) count += 1
  return count
}
