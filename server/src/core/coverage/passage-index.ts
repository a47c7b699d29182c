/** Which passages of the coverage share runs of words with a quotation. Knows where every article's text is, never what it says. */
import type { Article } from './article.ts'
import { pairKey, tripleKey } from './keys.ts'
import { articleAt, articleOf, eachPosting, MOST_PARTS, placeOf, type Segment, SMALL } from './segment.ts'
import { type Living, mergeSegments, segmentBuilder } from './segment-builder.ts'
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
  /** The index with what was added; the builder may go on. */
  finish(): PassageIndex
}

/** Adds to the index; nothing of the index it starts from is changed. */
export function indexBuilder(index: PassageIndex = emptyIndex): IndexBuilder {
  const segments = [...index.segments]
  const words = wordBuffer(1 << 12)
  let builder = segmentBuilder()
  const seal = () => {
    if (builder.size > 0) segments.push({ segment: builder.finish(), dead: null })
    builder = segmentBuilder()
  }
  return {
    add(article, text) {
      foldWords(text, words)
      const json = asciiJson(article)
      if (builder.add(json, idOf(article.id), text.length, words)) return
      seal()
      builder.add(json, idOf(article.id), text.length, words)
    },
    finish() {
      seal()
      return { segments: compacted(segments) }
    }
  }
}

const asciiJson = (article: Article): string =>
  JSON.stringify(article).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The index without these articles; ids that it does not have are passed over. */
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
  return { segments: compacted(segments) }
}

/** Every article of the index, in the order of their adding within a segment. */
export function* articlesOf({ segments }: PassageIndex): Iterable<Article> {
  for (const { segment, dead } of segments)
    for (let article = 0; article < segment.ids.length; article += 1) if (dead?.[article] !== 1) yield articleAt(segment, article)
}

/** A new segment for each article would make every look-up slow: small ones are merged when there are many, and what is half dead is written anew. */
function compacted(segments: readonly Living[]): readonly Living[] {
  const kept: Living[] = []
  const small: Living[] = []
  for (const living of segments) {
    const articles = living.segment.ids.length
    const dead = living.dead?.reduce((sum, one) => sum + one, 0) ?? 0
    if (dead === articles) continue
    const sparse = 2 * dead > articles ? { segment: mergeSegments([living]), dead: null } : living
    if (sparse.segment.partStarts.length < SMALL) small.push(sparse)
    else kept.push(sparse)
  }
  if (small.length <= MOST_SMALL) return [...kept, ...small]
  let group: Living[] = []
  let parts = 0
  const close = () => {
    if (group.length > 0) kept.push({ segment: mergeSegments(group), dead: null })
    group = []
    parts = 0
  }
  for (const living of small) {
    if (parts + living.segment.partStarts.length > MOST_PARTS) close()
    group.push(living)
    parts += living.segment.partStarts.length
  }
  close()
  return kept
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
}

/**
 * The stretches that share most with the runs of a quotation's words, best first, at most `most`; rare runs count for more. Runs are looked up
 * rarest first, so that “one of the” only tells apart what others have found.
 */
export function candidates({ segments }: PassageIndex, runs: readonly Uint32Array[], most: number): readonly Candidate[] {
  const lists = runs.flatMap((run) => postingLists(segments, run)).sort((a, b) => a.length - b.length)
  const scores = new Map<number, number>()
  const all = segments.reduce((sum, { segment }) => sum + segment.partStarts.length, 0)
  for (const list of lists) {
    const weight = Math.log2(1 + all / (1 + list.length))
    const closed = scores.size >= MOST_SCORED
    for (const part of list) {
      const score = scores.get(part)
      if (score !== undefined) scores.set(part, score + weight)
      else if (!closed) scores.set(part, weight)
    }
  }
  return bestParts(scores, most).map(({ part, score, parts }) => {
    const { segment } = segments[part >>> 16] as Living
    const first = part & 0xffff
    const article = articleOf(segment, first)
    return {
      article: articleAt(segment, article),
      start: placeOf(segment, first, article).start,
      end: placeOf(segment, first + parts - 1, article).end,
      length: segment.lengths[article] as number,
      score
    }
  })

  /** Candidates among the parts: a quotation that runs over into the next part counts with both. */
  function bestParts(found: ReadonlyMap<number, number>, wanted: number): { part: number; score: number; parts: number }[] {
    const best: { part: number; score: number; parts: number }[] = []
    for (const [part, own] of found) {
      const next = found.get(part + 1)
      const together = next !== undefined && sameArticle(part)
      const score = own + (together ? (next ?? 0) : 0)
      if (best.length === 2 * wanted && score <= (best.at(-1)?.score ?? 0)) continue
      const entry = { part, score, parts: together ? 2 : 1 }
      let at = best.length
      while (at > 0 && (best[at - 1] as { score: number }).score < score) at -= 1
      best.splice(at, 0, entry)
      if (best.length > 2 * wanted) best.pop()
    }
    const chosen: typeof best = []
    for (const entry of best) {
      if (chosen.some(({ part, parts }) => part < entry.part + entry.parts && entry.part < part + parts)) continue
      chosen.push(entry)
      if (chosen.length === wanted) break
    }
    return chosen
  }

  function sameArticle(part: number): boolean {
    const { segment } = segments[part >>> 16] as Living
    const first = part & 0xffff
    return first + 1 < segment.partStarts.length && segment.partStarts[first + 1] !== 0
  }
}

/** Past so many parts, more runs only tell apart those that were found. */
const MOST_SCORED = 8192

/** Parts that are looked at for one run: a run that more have tells nothing. */
const MOST_POSTINGS = 4096

/** For each run of two and of three words the parts that have it, where any has; a part's number is its segment's and its own. */
function postingLists(segments: readonly Living[], words: Uint32Array): number[][] {
  const lists: number[][] = []
  for (let i = 0; i + 1 < words.length; i += 1) {
    const a = words[i] as number
    const b = words[i + 1] as number
    const keys = [pairKey(a, b)]
    if (i + 2 < words.length) keys.push(tripleKey(a, b, words[i + 2] as number))
    for (const key of keys) {
      const list: number[] = []
      for (let s = 0; s < segments.length; s += 1) takePostings(segments[s] as Living, s, key, list)
      if (list.length > 0) lists.push(list)
    }
  }
  return lists
}

function takePostings({ segment, dead }: Living, number: number, key: number, list: number[]): void {
  let last = -1
  eachPosting(segment, key, MOST_POSTINGS - list.length, (part) => {
    if (part === last) return
    last = part
    if (dead === null || dead[articleOf(segment, part)] !== 1) list.push(number * 0x10000 + part)
  })
}

/** How many articles there are. */
export const size = ({ segments }: PassageIndex): number =>
  segments.reduce((sum, { segment, dead }) => sum + segment.ids.length - (dead?.reduce((gone, one) => gone + one, 0) ?? 0), 0)

export type { Segment }
