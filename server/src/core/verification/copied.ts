/** Words of the coverage that stand in a draft's own prose: eight or more in a row that tell something. */
import type { Article } from '../coverage/article.ts'
import type { Coverage } from '../coverage/coverage.ts'
import { candidates } from '../coverage/passage-index.ts'
import { saidIn } from '../coverage/said.ts'
import { foldWords, type Words } from '../coverage/words.ts'
import * as word from '../entity/lexicon.ts'
import type { Span } from '../text/span.ts'
import type { Passage, PassagePlace } from './verification.ts'

export interface Copied {
  /** The words, from the first one's first letter to the last one's last, in the text that was looked at. */
  readonly span: Span<'prose'>
  readonly words: number
  readonly passage: Passage
}

/** Fewer words in a row may be anybody's. */
export const FEWEST = 8

/** How many stretches of the coverage are read for each sentence. */
const MOST_READ = 4

/** What stands in so many articles is a phrase of the trade. */
const COMMON = 3

/**
 * The longest such runs in these stretches of the text, in order, none overlapping; each is looked up by itself, so that sentences are the
 * right stretches. Runs that go on from one to the next are one.
 */
export function copied(text: string, stretches: readonly Span<'prose'>[], coverage: Coverage): readonly Copied[] {
  const runs = stretches.flatMap((stretch) => copiedIn(text, stretch, coverage))
  const found: Run[] = []
  for (const run of runs) {
    const last = found.at(-1)
    if (last && goesOn(text, last, run, coverage)) found[found.length - 1] = joined(last, run)
    else found.push(run)
  }
  return found
    .filter((run) => run.words >= FEWEST && tells(text.slice(run.start, run.end)))
    .map(({ start, end, words, place }) => {
      const said = coverage.said?.(place.article, place.start, place.end) ?? saidIn(place.article, place.start, place.end)
      return { span: { start, end }, words, passage: { ...place, ...said } }
    })
}

interface Run {
  readonly start: number
  readonly end: number
  readonly words: number
  readonly place: PassagePlace
}

/** Shorter ones as well, since they may go on in the next sentence. */
const FEWEST_HERE = 6

function copiedIn(text: string, { start, end }: Span<'prose'>, coverage: Coverage): Run[] {
  const own = foldWords(text.slice(start, end))
  if (own.count < FEWEST_HERE) return []
  const runs: Run[] = []
  for (const { article, start: from, end: to } of candidates(coverage.index, [own.ids.subarray(0, own.count)], MOST_READ)) {
    const other = foldWords(coverage.text(article, from, to))
    for (const { at, there, length } of commonRuns(own, other)) {
      runs.push({
        start: start + (own.starts[at] as number),
        end: start + (own.ends[at + length - 1] as number),
        words: length,
        place: { article, start: from + (other.starts[there] as number), end: from + (other.ends[there + length - 1] as number) }
      })
    }
  }
  const chosen: Run[] = []
  for (const run of runs.sort((a, b) => b.words - a.words)) {
    if (chosen.some((other) => run.start < other.end && other.start < run.end)) continue
    const holders = runs.filter((other) => other.start <= run.start && run.end <= other.end).map(({ place }) => place.article)
    if (!isCommon(run, holders)) chosen.push(run)
  }
  return chosen.sort((a, b) => a.start - b.start)
}

/** What one outlet prints under every story, and short phrases that many have; a wire's copy stands in many articles of one day. */
function isCommon({ words }: Run, holders: readonly Article[]): boolean {
  const days = new Set(holders.flatMap(({ date }) => date ?? []))
  return days.size >= COMMON || (words < 2 * FEWEST && new Set(holders.map(({ id }) => id)).size >= COMMON)
}

interface CommonRun {
  readonly at: number
  readonly there: number
  readonly length: number
}

/** Runs of the first words that stand in the second, each the longest at its place. */
function commonRuns(own: Words, other: Words): CommonRun[] {
  const places = new Map<number, number[]>()
  for (let j = 0; j < other.count; j += 1) {
    const id = other.ids[j] as number
    const known = places.get(id)
    if (known) known.push(j)
    else places.set(id, [j])
  }
  const runs: CommonRun[] = []
  for (let at = 0; at < own.count; ) {
    let best: CommonRun = { at, there: 0, length: 0 }
    for (const there of places.get(own.ids[at] as number) ?? []) {
      let length = 0
      while (at + length < own.count && there + length < other.count && own.ids[at + length] === other.ids[there + length]) length += 1
      if (length > best.length) best = { at, there, length }
    }
    if (best.length >= FEWEST_HERE) runs.push(best)
    at += best.length >= FEWEST_HERE ? best.length : 1
  }
  return runs
}

/** Whether no word stands between the two, neither in the draft nor in the article. */
function goesOn(text: string, a: Run, b: Run, coverage: Coverage): boolean {
  if (a.place.article.id !== b.place.article.id || b.start < a.end || b.place.start < a.place.end) return false
  if (b.start - a.end > 8 || b.place.start - a.place.end > 8) return false
  const none = (between: string): boolean => !/[\p{L}\p{N}]/u.test(between)
  return none(text.slice(a.end, b.start)) && none(coverage.text(a.place.article, a.place.end, b.place.start))
}

const joined = (a: Run, b: Run): Run => ({
  start: a.start,
  end: b.end,
  words: a.words + b.words,
  place: { article: a.place.article, start: a.place.start, end: b.place.end }
})

/** Names, titles, dates and little words say nothing that is anybody's, nor do phrases that newspapers print every day. */
function tells(words: string): boolean {
  if (PHRASE_OF_THE_TRADE.test(words)) return false
  const telling = (words.match(/(?<![\p{L}’'-])\p{Ll}[\p{L}’'-]{3,}/gu) ?? []).filter(
    (one) => !(word.wordFlags(word.wordId(one)) & NO_TELLING_WORD)
  )
  return telling.length >= FEWEST_TELLING
}

const FEWEST_TELLING = 3

const NO_TELLING_WORD = word.FUNCTION_WORD | word.CUE | word.TITLE | word.CALENDAR | word.INDEFINITE | word.HEAD_NOUN

const PHRASE_OF_THE_TRADE = new RegExp(
  [
    'requests? for comment',
    'condition of anonymity',
    'not authori[sz]ed to (?:speak|discuss)',
    'could not (?:immediately )?be reached',
    'declined to comment',
    'margin of (?:sampling )?error',
    'polls? (?:was |were )?conducted (?:for|by|from|between)',
    "editor[’']s note",
    'contributed to this (?:report|story|article)',
    'click here|sign up|newsletter|unsubscribe|e-?mail address|all rights reserved'
  ]
    .map((phrase) => `(?<!\\p{L})(?:${phrase})(?!\\p{L})`)
    .join('|'),
  'iu'
)
