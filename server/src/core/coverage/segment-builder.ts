/** How a segment of the index comes about: from articles' words, or from other segments. */
import { pairKey, tripleKey } from './keys.ts'
import { postingTable } from './posting-table.ts'
import { byGroups, GROUP_SIZE, grouped, type Keyed, keyed } from './radix.ts'
import { everyPosting, MOST_PARTS, type Postings, type Segment, SMALL } from './segment.ts'
import { inSteps, type Steps } from './steps.ts'
import type { Words } from './words.ts'

/** Words of a part. */
const PART = 128

/** A pair that a segment has more often than this says little; its triples are indexed instead. */
const RARE = 12

export interface SegmentBuilder {
  /** Takes an article: what is known of it as ASCII JSON, its id's hash, its length, its words. False where there is no room for it. */
  add(json: string, id: number, length: number, words: Words): boolean
  readonly size: number
  finish(): Steps<Segment>
}

export function segmentBuilder(): SegmentBuilder {
  const texts: string[] = []
  const ids: number[] = []
  const lengths: number[] = []
  const firstParts: number[] = []
  const firstWords: number[] = []
  let words = new Uint32Array(1 << 12)
  let count = 0
  let partStarts = new Uint32Array(1 << 6)
  let partWords = new Uint32Array(1 << 6)
  let parts = 0
  return {
    get size() {
      return texts.length
    },
    add(json, id, length, { count: added, ids: wordIds, starts }) {
      // The parts of an article of some million words are longer.
      const step = Math.max(PART, Math.ceil(added / (MOST_PARTS - 1)))
      const needed = Math.max(1, Math.ceil(added / step))
      if (parts + needed > MOST_PARTS) return false
      words = withRoom(words, count + added)
      partStarts = withRoom(partStarts, parts + needed)
      partWords = withRoom(partWords, parts + needed)
      texts.push(json)
      ids.push(id)
      lengths.push(length)
      firstParts.push(parts)
      firstWords.push(count)
      words.set(wordIds.subarray(0, added), count)
      for (let part = 0; part < needed; part += 1) {
        partStarts[parts + part] = part === 0 ? 0 : (starts[part * step] as number)
        partWords[parts + part] = count + part * step
      }
      parts += needed
      count += added
      return true
    },
    *finish() {
      return {
        ...(yield* articleTable(texts)),
        ids: Uint32Array.from(ids),
        lengths: Uint32Array.from(lengths),
        firstParts: Uint32Array.from([...firstParts, parts]),
        partStarts: partStarts.slice(0, parts),
        ...(yield* postings(words.subarray(0, count), [...firstWords, count], partWords.subarray(0, parts)))
      }
    }
  }
}

function withRoom(array: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  if (needed <= array.length) return array
  const larger = new Uint32Array(Math.max(needed, 2 * array.length))
  larger.set(array)
  return larger
}

/** Articles whose facts are written down in one step. */
const ARTICLES = 1024

function* articleTable(texts: readonly string[]): Steps<Pick<Segment, 'articles' | 'articleEnds'>> {
  const articleEnds = new Uint32Array(texts.length)
  let at = 0
  for (const [i, text] of texts.entries()) {
    at += text.length
    articleEnds[i] = at
  }
  const articles = new Uint8Array(at)
  at = 0
  yield* inSteps(
    texts.length,
    (from, to) => {
      for (const text of texts.slice(from, to)) for (let i = 0; i < text.length; i += 1, at += 1) articles[at] = text.charCodeAt(i)
    },
    ARTICLES
  )
  return { articles, articleEnds }
}

/** The postings of articles' words; `firstWords` says where each article's begin and where the last one's end. */
function* postings(words: Uint32Array, firstWords: readonly number[], partWords: Uint32Array): Steps<Postings> {
  const small = partWords.length < SMALL
  const placed = keyed(words.length, Uint32Array)
  const { keys: pairs } = placed
  let article = 0
  /** Where the article ends that has the word; they are asked for in order. */
  const endOf = (word: number): number => {
    while ((firstWords[article + 1] as number) <= word) article += 1
    return firstWords[article + 1] as number
  }
  yield* inSteps(words.length, (from, to) => {
    for (let i = from; i < to; ) {
      const end = endOf(i)
      for (; i < to && i + 1 < end; i += 1) pairs[i] = pairKey(words[i] as number, words[i + 1] as number)
      if (i + 1 === end) i += 1
    }
  })
  const common = yield* commonPairs(placed, words.length)
  const table = postingTable(small ? 2 * words.length : words.length)
  let part = 0
  article = 0
  yield* inSteps(words.length, (from, to) => {
    for (let i = from; i < to; ) {
      const end = endOf(i)
      for (; i < to && i + 1 < end; i += 1) {
        while (part + 1 < partWords.length && (partWords[part + 1] as number) <= i) part += 1
        if (common[i] === 0) table.put(pairs[i] as number, part)
        if (i + 2 < end && (small || common[i] === 1))
          table.put(tripleKey(words[i] as number, words[i + 1] as number, words[i + 2] as number), part)
      }
      if (i + 1 === end) i += 1
    }
  })
  return yield* table.finish()
}

/** 1 for each of the keys that is a pair and occurs more than `RARE` times; their values are overwritten. */
function* commonPairs(placed: Keyed<Uint32Array>, count: number): Steps<Uint8Array> {
  const common = new Uint8Array(count)
  yield* inSteps(count, (from, to) => {
    for (let i = from; i < to; i += 1) placed.values[i] = i
  })
  const groups = yield* grouped(placed, count, Uint32Array)
  const often = new Uint8Array(GROUP_SIZE / 2)
  yield* byGroups(groups, (group) => {
    const start = groups.starts[group] as number
    const end = groups.starts[group + 1] as number
    if (end - start <= RARE) return
    often.fill(0)
    for (let i = start; i < end; i += 1) {
      const key = groups.keys[i] as number
      const slot = (key % GROUP_SIZE) >>> 1
      if ((key & 1) === 0 && (often[slot] as number) <= RARE) often[slot] = (often[slot] as number) + 1
    }
    for (let i = start; i < end; i += 1) {
      const key = groups.keys[i] as number
      if ((key & 1) === 0 && (often[(key % GROUP_SIZE) >>> 1] as number) > RARE) common[groups.values[i] as number] = 1
    }
  })
  return common
}

/** A segment with the articles that are not dead, to be merged with others. */
export interface Living {
  readonly segment: Segment
  /** 1 for each article that was removed; null where none was. */
  readonly dead: Uint8Array | null
}

/** One segment for several, without what was removed. They must have no more parts together than a segment may have. */
export function* mergeSegments(sources: readonly Living[]): Steps<Segment> {
  const moves = sources.map((source) => ({ ...source, parts: new Int32Array(source.segment.partStarts.length).fill(-1) }))
  const ids: number[] = []
  const lengths: number[] = []
  const firstParts: number[] = []
  const partStarts: number[] = []
  const texts: Uint8Array[] = []
  let postingsInAll = 0
  for (const { segment, dead, parts } of moves) {
    postingsInAll += segment.parts.length
    for (let article = 0; article < segment.ids.length; article += 1) {
      if (dead?.[article] === 1) continue
      ids.push(segment.ids[article] as number)
      lengths.push(segment.lengths[article] as number)
      firstParts.push(partStarts.length)
      texts.push(segment.articles.subarray(article === 0 ? 0 : segment.articleEnds[article - 1], segment.articleEnds[article]))
      for (let part = segment.firstParts[article] as number; part < (segment.firstParts[article + 1] as number); part += 1) {
        parts[part] = partStarts.length
        partStarts.push(segment.partStarts[part] as number)
      }
    }
  }
  const { keys, values } = keyed(postingsInAll, Uint32Array)
  let count = 0
  for (const { segment, parts } of moves) {
    yield* everyPosting(segment, (key, part) => {
      const moved = parts[part] as number
      if (moved < 0) return
      keys[count] = key
      values[count] = moved
      count += 1
    })
  }
  // Only where every triple is there as well may a pair that has become common go.
  const complete = moves.every(({ segment }) => segment.partStarts.length < SMALL)
  const common = complete && partStarts.length >= SMALL ? yield* commonPairs({ keys, values: new Uint32Array(count) }, count) : null
  const table = postingTable(count)
  yield* inSteps(count, (from, to) => {
    for (let i = from; i < to; i += 1) if (common?.[i] !== 1) table.put(keys[i] as number, values[i] as number)
  })
  return {
    ...joined(texts),
    ids: Uint32Array.from(ids),
    lengths: Uint32Array.from(lengths),
    ...partTable(firstParts, partStarts),
    ...(yield* table.finish())
  }
}

function joined(texts: readonly Uint8Array[]): Pick<Segment, 'articles' | 'articleEnds'> {
  const articleEnds = new Uint32Array(texts.length)
  const articles = new Uint8Array(texts.reduce((sum, text) => sum + text.length, 0))
  let at = 0
  for (const [i, text] of texts.entries()) {
    articles.set(text, at)
    at += text.length
    articleEnds[i] = at
  }
  return { articles, articleEnds }
}

const partTable = (firstParts: readonly number[], partStarts: readonly number[]): Pick<Segment, 'firstParts' | 'partStarts'> => ({
  firstParts: Uint32Array.from([...firstParts, partStarts.length]),
  partStarts: Uint32Array.from(partStarts)
})
