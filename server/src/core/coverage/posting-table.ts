/** Postings put in their places by counting: every key is told twice, so that nothing is sorted and nothing held twice. */
import { KEY_BITS } from './keys.ts'
import type { Postings } from './segment.ts'

/** First `count` every key, then `place`, then `put` every key again, in the order of the parts. */
export interface PostingTable {
  count(key: number): void
  place(): void
  put(key: number, part: number): void
  finish(): Postings
}

/** `size` is about how many postings there will be. */
export function postingTable(size: number): PostingTable {
  const bits = size > 1 << 20 ? 20 : 12
  const shift = KEY_BITS - bits
  // A bucket's start stands one place too far until it is filled, and moves on with each posting that is put.
  const buckets = new Uint32Array((1 << bits) + 2)
  let prints: Uint8Array | Uint16Array = new Uint8Array(0)
  let parts = new Uint16Array(0)
  return {
    count(key: number) {
      const bucket = (key >>> shift) + 2
      buckets[bucket] = (buckets[bucket] as number) + 1
    },
    place() {
      for (let i = 1; i < buckets.length; i += 1) buckets[i] = (buckets[i] as number) + (buckets[i - 1] as number)
      const total = buckets.at(-1) as number
      prints = shift <= 8 ? new Uint8Array(total) : new Uint16Array(total)
      parts = new Uint16Array(total)
    },
    put(key: number, part: number) {
      const bucket = (key >>> shift) + 1
      const at = buckets[bucket] as number
      prints[at] = key & ((1 << shift) - 1)
      parts[at] = part
      buckets[bucket] = at + 1
    },
    finish: (): Postings => ({ buckets: buckets.subarray(0, (1 << bits) + 1), prints, parts })
  }
}
