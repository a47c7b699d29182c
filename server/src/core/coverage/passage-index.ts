/** Which passages of the coverage share runs of words with a quotation. Knows where every article's text is, never what it says. */
import type { Article } from './article.ts'
import { pairKey, tripleKey } from './keys.ts'
import { partScores } from './part-scores.ts'
import { articleAt, articleOf, eachPosting, MOST_PARTS, placeOf, type Segment, SMALL } from './segment.ts'
import { type Living, mergeSegments, type SegmentBuilder, segmentBuilder } from './segment-builder.ts'
import { atOnce, type Steps } from './steps.ts'
import { foldWords, idOf, wordBuffer } from './words.ts'

/** A value: the next one shares every segment that did not change. */
export interface PassageIndex {
  readonly segments: readonly Living[]
}

export const emptyIndex: PassageIndex = { segments: [] }

/** Builds an index article by article, so that its driver can pause, tell how far it is, or stop. */
export interface IndexBuilder {
  /** Of two articles with one id, both are kept: take out the old one first. */
  add(article: Article, text: string): void
  /** Files, in steps of a few milliseconds, what fills a segment, or all that was added. */
  settle(which: 'full' | 'all'): Steps<void>
  /** The index with what was added, settled or not; the builder may go on. */
  finish(): PassageIndex
}

/** Adds to the index; nothing of the index it starts from is changed. */
export function indexBuilder(index: PassageIndex = emptyIndex): IndexBuilder {
  let segments: readonly Living[] = index.segments
  let full: SegmentBuilder[] = []
  let builder = segmentBuilder()
  const words = wordBuffer(1 << 12)
  const close = (): void => {
    if (builder.size > 0) full.push(builder)
    builder = segmentBuilder()
  }
  function* settle(which: 'full' | 'all'): Steps<void> {
    if (which === 'all') close()
    for (let next = full[0]; next; next = full[0]) {
      const segment = yield* next.finish()
      full = full.slice(1)
      segments = [...segments, { segment, dead: null }]
    }
    if (which === 'all') segments = yield* compacted(segments)
  }
  return {
    add(article, text) {
      foldWords(text, words)
      const json = asciiJson(article)
      if (builder.add(json, idOf(article.id), text.length, words)) return
      close()
      builder.add(json, idOf(article.id), text.length, words)
    },
    settle,
    finish() {
      atOnce(settle('all'))
      return { segments }
    }
  }
}

const asciiJson = (article: Article): string =>
  JSON.stringify(article).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The index without these articles; ids that it does not have are passed over. What they leave behind goes when the next index is built from it. */
export function withoutArticles(index: PassageIndex, ids: ReadonlySet<string>): PassageIndex {
  const hashes = new Set([...ids].map(idOf))
  const segments = index.segments.map((living): Living => {
    const { segment } = living
    let dead = living.dead
    for (let article = 0; article < segment.ids.length; article += 1) {
      if (dead?.[article] === 1 || !hashes.has(segment.ids[article] as number) || !ids.has(articleAt(segment, article).id)) continue
      if (dead === null || dead === living.dead) dead = dead?.slice() ?? new Uint8Array(segment.ids.length)
      dead[article] = 1
    }
    return dead === living.dead ? living : { segment, dead }
  })
  return { segments }
}

/** Every article of the index, in the order of their adding within a segment. */
export function* articlesOf({ segments }: PassageIndex): Iterable<Article> {
  for (const { segment, dead } of segments)
    for (let article = 0; article < segment.ids.length; article += 1) if (dead?.[article] !== 1) yield articleAt(segment, article)
}

/** A new segment for each article would make every look-up slow: small ones are merged when there are many, and what is half dead is written anew. */
function* compacted(segments: readonly Living[]): Steps<readonly Living[]> {
  const kept: Living[] = []
  const small: Living[] = []
  for (const living of segments) {
    const articles = living.segment.ids.length
    const dead = living.dead?.reduce((sum, one) => sum + one, 0) ?? 0
    if (dead === articles) continue
    const sparse = 2 * dead > articles ? { segment: yield* mergeSegments([living]), dead: null } : living
    if (sparse.segment.partStarts.length < SMALL) small.push(sparse)
    else kept.push(sparse)
  }
  if (small.length <= MOST_SMALL) return [...kept, ...small]
  let group: Living[] = []
  let parts = 0
  for (const living of small) {
    if (parts + living.segment.partStarts.length > MOST_PARTS) {
      kept.push({ segment: yield* mergeSegments(group), dead: null })
      group = []
      parts = 0
    }
    group.push(living)
    parts += living.segment.partStarts.length
  }
  return [...kept, { segment: yield* mergeSegments(group), dead: null }]
}

const MOST_SMALL = 8

/** A stretch of an article that shares runs of words with a quotation. */
export interface Candidate {
  readonly article: Article
  /** Half-open UTF-16 in the article's text. */
  readonly start: number
  readonly end: number
  /** Length of the article's text. */
  readonly length: number
  /** How much it shares; comparable among the candidates of one quotation. */
  readonly score: number
  /** At most so many of the quotation's runs of two or three words, of which one begins at each word, stand in it. */
  readonly shared: number
}

/**
 * The stretches that share most with the runs of a quotation's words, best first, at most `most`; rare runs count for more. Runs are looked up
 * rarest first, so that “one of the” only tells apart what others have found.
 */
export function candidates({ segments }: PassageIndex, runs: readonly Uint32Array[], most: number): readonly Candidate[] {
  hits.count = 0
  const lists = runs.flatMap((run) => postingLists(segments, run)).sort((a, b) => lengthOf(a) - lengthOf(b))
  const all = segments.reduce((sum, { segment }) => sum + segment.partStarts.length, 0)
  let cutOff = 0
  for (const list of lists) {
    const weight = Math.log2(1 + all / (1 + lengthOf(list)))
    const open = scores.size < MOST_SCORED
    for (let i = list.from; i < list.to; i += 1) scores.add(hits.parts[i] as number, weight, open)
    if (lengthOf(list) >= MOST_POSTINGS) cutOff += 1
  }
  const best = bestParts(segments, most)
  scores.clear()
  return best.map(({ part, score, parts, times }) => {
    const { segment } = segments[part >>> 16] as Living
    const first = part & 0xffff
    const article = articleOf(segment, first)
    return {
      get article() {
        return articleAt(segment, article)
      },
      start: placeOf(segment, first, article).start,
      end: placeOf(segment, first + parts - 1, article).end,
      length: segment.lengths[article] as number,
      score,
      shared: times + cutOff
    }
  })
}

/** Past so many parts, more runs only tell apart those that were found. */
const MOST_SCORED = 8192

/** Parts that are looked at for one run: a run that more have tells nothing. */
const MOST_POSTINGS = 4096

/** Of the quotation that is looked up: what is scored, and the parts of one list after the other. */
const scores = partScores()
const hits = { parts: new Int32Array(1 << 14), count: 0 }

/** The parts that have a run, a stretch of `hits`; a part's number is its segment's and its own. */
interface PostingList {
  readonly from: number
  readonly to: number
}

const lengthOf = ({ from, to }: PostingList): number => to - from

/** For each run of two and of three words the parts that have it, where any has. */
function postingLists(segments: readonly Living[], words: Uint32Array): PostingList[] {
  const lists: PostingList[] = []
  const take = (key: number): void => {
    const from = hits.count
    if (hits.parts.length < from + MOST_POSTINGS) {
      const larger = new Int32Array(2 * hits.parts.length)
      larger.set(hits.parts)
      hits.parts = larger
    }
    for (let s = 0; s < segments.length; s += 1) takePostings(segments[s] as Living, s, key, from + MOST_POSTINGS)
    if (hits.count > from) lists.push({ from, to: hits.count })
  }
  for (let i = 0; i + 1 < words.length; i += 1) {
    const a = words[i] as number
    const b = words[i + 1] as number
    take(pairKey(a, b))
    if (i + 2 < words.length) take(tripleKey(a, b, words[i + 2] as number))
  }
  return lists
}

function takePostings({ segment, dead }: Living, number: number, key: number, end: number): void {
  let last = -1
  eachPosting(segment, key, end - hits.count, (part) => {
    if (part === last) return
    last = part
    if (dead !== null && dead[articleOf(segment, part)] === 1) return
    hits.parts[hits.count] = number * 0x10000 + part
    hits.count += 1
  })
}

/** One part, or two in a row. */
interface BestPart {
  readonly part: number
  readonly score: number
  readonly parts: number
  readonly times: number
}

/** The best of what is scored: a quotation that runs over into the next part counts with both. */
function bestParts(segments: readonly Living[], wanted: number): readonly BestPart[] {
  const best: BestPart[] = []
  for (let i = 0; i < scores.size; i += 1) {
    const part = scores.partAt(i)
    const own = scores.scoreOf(part)
    const next = isLastPart(segments, part) ? 0 : scores.scoreOf(part + 1)
    const score = own + next
    if (best.length === 2 * wanted && score <= (best.at(-1)?.score ?? 0)) continue
    const times = scores.timesOf(part) + (next > 0 ? scores.timesOf(part + 1) : 0)
    let at = best.length
    while (at > 0 && (best[at - 1] as BestPart).score < score) at -= 1
    best.splice(at, 0, { part, score, parts: next > 0 ? 2 : 1, times })
    if (best.length > 2 * wanted) best.pop()
  }
  const chosen: BestPart[] = []
  for (const entry of best) {
    if (chosen.some(({ part, parts }) => part < entry.part + entry.parts && entry.part < part + parts)) continue
    chosen.push(entry)
    if (chosen.length === wanted) break
  }
  return chosen
}

function isLastPart(segments: readonly Living[], part: number): boolean {
  const { segment } = segments[part >>> 16] as Living
  const next = (part & 0xffff) + 1
  return next >= segment.partStarts.length || segment.partStarts[next] === 0
}

/** How many articles there are. */
export const size = ({ segments }: PassageIndex): number =>
  segments.reduce((sum, { segment, dead }) => sum + segment.ids.length - (dead?.reduce((gone, one) => gone + one, 0) ?? 0), 0)

export type { Segment }
