/** Postings put in their places: sorted by the upper bits of their keys, first roughly, then group by group. */
import { KEY_BITS } from './keys.ts'
import { byGroups, grouped, type Keyed, keyed } from './radix.ts'
import type { Postings } from './segment.ts'
import type { Steps } from './steps.ts'

/** Takes every key with its part, in the order of the parts. */
export interface PostingTable {
  put(key: number, part: number): void
  finish(): Steps<Postings>
}

/** `most` is how many postings there may be. */
export function postingTable(most: number): PostingTable {
  const postings = keyed(most, Uint16Array)
  let count = 0
  return {
    put(key, part) {
      postings.keys[count] = key
      postings.values[count] = part
      count += 1
    },
    finish: () => sorted(postings, count)
  }
}

/** Buckets for the many postings of a large segment, or for the few of a small one. */
const bucketBits = (postings: number): number => (postings > 1 << 20 ? 20 : 12)

function* sorted(postings: Keyed<Uint16Array>, count: number): Steps<Postings> {
  const bits = bucketBits(count)
  const shift = KEY_BITS - bits
  const mask = (1 << shift) - 1
  // A bucket's start stands one place too far until it is filled, and moves on with each posting that is put.
  const buckets = new Uint32Array((1 << bits) + 2)
  const prints = shift <= 8 ? new Uint8Array(count) : new Uint16Array(count)
  const parts = new Uint16Array(count)
  const groups = yield* grouped(postings, count, Uint16Array)
  let total = 0
  let bucket = 0
  const put = (group: number): void => {
    const start = groups.starts[group] as number
    const end = groups.starts[group + 1] as number
    for (let i = start; i < end; i += 1) {
      const next = ((groups.keys[i] as number) >>> shift) + 2
      buckets[next] = (buckets[next] as number) + 1
    }
    const last = ((group + 1) << bits) / (groups.starts.length - 1)
    for (; bucket < last; bucket += 1) {
      const own = buckets[bucket + 2] as number
      buckets[bucket + 1] = total
      total += own
    }
    for (let i = start; i < end; i += 1) {
      const key = groups.keys[i] as number
      const at = buckets[(key >>> shift) + 1] as number
      prints[at] = key & mask
      parts[at] = groups.values[i] as number
      buckets[(key >>> shift) + 1] = at + 1
    }
  }
  yield* byGroups(groups, put)
  return { buckets: buckets.subarray(0, (1 << bits) + 1), prints, parts }
}
