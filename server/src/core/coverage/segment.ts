/** A part of the index that is never changed: runs of two or three words of some thousand articles, and the parts of articles that have them. */
import type { Article } from './article.ts'
import { KEY_BITS } from './keys.ts'
import { inSteps, STEP, type Steps } from './steps.ts'

/**
 * Articles are cut into parts of some hundred words. For every word of a part there is one posting: under the pair it begins where that pair
 * is rare in the segment, else under the triple. So a word changed in a quotation costs two keys of the rare ones and three of the others,
 * and an index with every run once is enough for short quotations and long ones.
 */
export interface Segment {
  /** Articles as JSON, ASCII, one after the other; `articleEnds` says where each ends. */
  readonly articles: Uint8Array
  readonly articleEnds: Uint32Array
  /** The hash of each article's id, to find it by. */
  readonly ids: Uint32Array
  /** UTF-16 units of each article. */
  readonly lengths: Uint32Array
  /** The first part of each article, and the number of parts at the end. */
  readonly firstParts: Uint32Array
  /** Where each part begins in its article. */
  readonly partStarts: Uint32Array
  /** Where each bucket's postings begin; a bucket is the upper bits of a key. */
  readonly buckets: Uint32Array
  /** The lower bits of each posting's key, and its part. */
  readonly prints: Uint8Array | Uint16Array
  readonly parts: Uint16Array
}

export type Postings = Pick<Segment, 'buckets' | 'prints' | 'parts'>

/** A part's number is a 16-bit one. */
export const MOST_PARTS = 0x10000

/** Below so many parts a segment has the triples of rare pairs too: merged with others, a pair may be rare no more. */
export const SMALL = 0x4000

/** Calls `use` with each part that has the key, as often as it has it, at most `most` times. */
export function eachPosting({ buckets, prints, parts }: Segment, key: number, most: number, use: (part: number) => void): void {
  const shift = printBits(prints)
  const bucket = key >>> shift
  const print = key & ((1 << shift) - 1)
  const end = buckets[bucket + 1] as number
  let left = most
  for (let i = buckets[bucket] as number; i < end && left > 0; i += 1) {
    if (prints[i] !== print) continue
    use(parts[i] as number)
    left -= 1
  }
}

/** Calls `use` with every posting, and pauses now and then. */
export function* everyPosting({ buckets, prints, parts }: Segment, use: (key: number, part: number) => void): Steps<void> {
  const shift = printBits(prints)
  const bucketsInStep = Math.ceil((STEP * buckets.length) / Math.max(STEP, parts.length))
  yield* inSteps(
    buckets.length - 1,
    (from, to) => {
      for (let bucket = from; bucket < to; bucket += 1) {
        const end = buckets[bucket + 1] as number
        for (let i = buckets[bucket] as number; i < end; i += 1) use((bucket << shift) | (prints[i] as number), parts[i] as number)
      }
    },
    bucketsInStep
  )
}

const printBits = (prints: Uint8Array | Uint16Array): number => KEY_BITS - (prints.BYTES_PER_ELEMENT === 1 ? 20 : 12)

/** The article that has the part. */
export function articleOf({ firstParts }: Segment, part: number): number {
  let low = 0
  let high = firstParts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((firstParts[middle] as number) <= part) low = middle
    else high = middle - 1
  }
  return low
}

/** Where the part stands in its article: half-open UTF-16. */
export function placeOf({ firstParts, partStarts, lengths }: Segment, part: number, article: number): { start: number; end: number } {
  const last = part + 1 === firstParts[article + 1]
  return { start: partStarts[part] as number, end: (last ? lengths[article] : partStarts[part + 1]) as number }
}

/** What is known of the article; remembered, since a transcript's turns make it long. */
export function articleAt(segment: Segment, article: number): Article {
  let known = parsed.get(segment)
  if (!known || known.size > MOST_PARSED) {
    known = new Map()
    parsed.set(segment, known)
  }
  let value = known.get(article)
  if (!value) {
    value = parseArticle(segment, article)
    known.set(article, value)
  }
  return value
}

const parsed = new WeakMap<Segment, Map<number, Article>>()
const MOST_PARSED = 1024

function parseArticle({ articles, articleEnds }: Segment, article: number): Article {
  const end = articleEnds[article] as number
  let json = ''
  for (let at = article === 0 ? 0 : (articleEnds[article - 1] as number); at < end; at += CHUNK)
    json += String.fromCharCode.apply(null, articles.subarray(at, Math.min(at + CHUNK, end)) as unknown as number[])
  return JSON.parse(json) as Article
}

/** More arguments than some runtimes take at once. */
const CHUNK = 8192
