/** Which stretches of the coverage a quotation is laid on, and which of them have its words best. */
import type { Coverage } from '../coverage/coverage.ts'
import { candidates } from '../coverage/passage-index.ts'
import type { NameSpellings } from './comparable.ts'
import { type Glimpse, glimpse, nothingWanted, wantedOf } from './glimpse.ts'
import { type Laid, lay, type Place, passageOf, read, type Stretch } from './lay.ts'
import type { Quoted } from './quoted.ts'
import { type DraftSpeaker, sameSpeaker } from './speaker.ts'
import type { Passage } from './verification.ts'

/** What else the draft says about the words. */
export interface Circumstances {
  readonly speaker: DraftSpeaker | null
  /** Passages of the same quotation's other segments: a few words count where they stand beside those. */
  readonly near: readonly Passage[]
}

/** How many stretches are compared word by word. */
const MOST_COMPARED = 10

/** Where many stretches share as much as the best, more are looked at until one has the very words. */
const MOST_TIED = 40

/** What shares less than this part of what the best one shares cannot have the words when the best one has them. */
const TIED = 0.9

/** How far from one segment of a quotation another may stand, in UTF-16 units. */
export const NEAR = 600

export interface Found {
  /** Those with fewest changes first; of equals the one that the same person says, then the one that is trimmed least. */
  readonly laid: readonly Laid[]
  /** Everything that was looked at and may have five words of the quotation in a row, what shares most first. */
  readonly stretches: readonly Stretch[]
}

/** Looks beside the other segments and in the index. Stretches that lack more than `most` of the words are read and not compared. */
export function find(quote: Quoted, { speaker, near }: Circumstances, coverage: Coverage, names: NameSpellings, most: number): Found {
  const seen: (Glimpse & { readonly shared: number })[] = []
  const found: { readonly laid: Laid; readonly rank: number }[] = []
  const wanted = wantedOf(quote, names)
  let least = most
  let left = MOST_READ
  const take = (place: Place, shared: number): void => {
    if (left < 0) return
    const glimpsed = glimpse(quote, wanted, place, coverage, least)
    left -= glimpsed.text.length
    seen.push({ ...glimpsed, shared })
    if (glimpsed.words === null) return
    const stretch = read(quote, glimpsed, names)
    const laid = stretch.missing <= least ? lay(stretch) : null
    if (!laid) return
    found.push({ laid, rank: rank(laid, speaker) })
    least = Math.min(least, laid.changed)
  }
  for (const { article, start, end } of near.slice(0, MOST_COMPARED))
    take({ article, start: Math.max(0, start - NEAR), end: end + NEAR, length: Number.POSITIVE_INFINITY }, Number.POSITIVE_INFINITY)
  const runs = runsOf(quote)
  const needed = needs(runs)
  const proof = needed === null ? 0 : Math.min(PROOF, needed - LOST * (Math.floor(quote.spoken / 5) + quote.spoken - wanted.all))
  const places = candidates(coverage.index, runs, MOST_TIED)
  const tied = TIED * (places[0]?.score ?? 0)
  for (const [i, place] of places.entries()) {
    if (place.score < tied && (i >= MOST_COMPARED || least === 0)) break
    if (i >= MOST_COMPARED && least === 0) break
    if (place.shared < proof) continue
    if (needed !== null && found.length > 0 && place.shared < (least <= SLIPS ? needed - LOST * (least + 1) : TELLING)) continue
    take(place, place.shared)
  }
  return {
    laid: found.sort((a, b) => a.rank - b.rank).map(({ laid }) => laid),
    get stretches() {
      return seen.filter(({ shared }) => shared >= TELLING).map((glimpsed) => read(quote, glimpsed, names))
    }
  }
}

/** The stretches that share most with some words of the quotation, of those that have a few in a row. */
export function findWords(quote: Quoted, from: number, to: number, coverage: Coverage, names: NameSpellings): readonly Stretch[] {
  let left = MOST_READ
  return candidates(coverage.index, [quote.words.ids.subarray(from, to)], MOST_COMPARED).flatMap((place) => {
    if (place.shared < TELLING || left < 0) return []
    const glimpsed = glimpse(quote, nothingWanted, place, coverage, 0)
    left -= glimpsed.text.length
    return read(quote, glimpsed, names)
  })
}

/** Where a quotation runs on for pages, because its closing mark is missing, so much text is enough; in UTF-16 units, the last stretch not counted. */
const MOST_READ = 400_000

/** Five words in a row begin three runs of three words. */
const TELLING = 3

/**
 * “Of the levy” stands in a thousand articles: one run is no reason to read an article, except in a quotation so short that no more can be left of
 * it where one word in five is changed, or stands there in another spelling.
 */
const PROOF = 2

/** A word changed is missing in the three runs of words that have it. */
const LOST = 3

/** Where so few words are changed, nothing is looked for but places with no more. */
const SLIPS = 3

/**
 * How many runs of words a place shares that has the quotation's very words: one begins at every word but the last two. Null where that does not tell:
 * few words that stand where others are near, and words over more than two parts of an article.
 */
function needs(runs: readonly Uint32Array[]): number | null {
  const words = runs.reduce((sum, run) => sum + run.length, 0)
  return words < 6 || words > 100 ? null : runs.reduce((sum, run) => sum + Math.max(0, run.length - 2), 0)
}

function rank(laid: Laid, speaker: DraftSpeaker | null): number {
  const [best] = laid.alignments
  const stranger = sameSpeaker(speaker, passageOf(laid, best).speakers) === false
  return laid.changed + (stranger ? 0.5 : 0) + Math.min(best.edits.length, 400) / 1000
}

/** The quotation's words as they were spoken, cut where something was left out. */
function runsOf({ words, gaps }: Quoted): readonly Uint32Array[] {
  const runs: Uint32Array[] = []
  let at = 0
  for (const { from, to } of [...gaps, { from: words.count, to: words.count }]) {
    if (from > at) runs.push(words.ids.subarray(at, from))
    at = Math.max(at, to)
  }
  return runs
}
