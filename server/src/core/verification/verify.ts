/** A quotation against the coverage: where its words stand, and what was changed. */
import type { Coverage } from '../coverage/coverage.ts'
import { candidates } from '../coverage/passage-index.ts'
import { foldWords } from '../coverage/words.ts'
import type { Alignment } from './align.ts'
import { type NameSpellings, nameSpellings } from './comparable.ts'
import { editsOf, type Laid, lay, type Place, passageOf } from './lay.ts'
import { type Quoted, quoted } from './quoted.ts'
import { type DraftSpeaker, lastWord, sameSpeaker } from './speaker.ts'
import { splice } from './splice.ts'
import type { Passage, Verification } from './verification.ts'

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

/**
 * What became of the words; null where there are none, or so few that nothing can be said: one or two that no other part of the quotation and
 * no speaker leads to. Takes O(words × part of an article) for each of some ten stretches, however large the coverage is.
 */
export function verifyWords(text: string, circumstances: Circumstances, coverage: Coverage): Verification | null {
  const quote = quoted(text)
  if (quote.spoken === 0) return null
  const found = compare(quote, circumstances, coverage, namesOf(coverage)).filter(
    (laid) => quote.spoken > FEW || counts(laid, circumstances)
  )
  const [best] = found
  if (best && best.changed === 0) return verdictOf(quote, found, best)
  const joined = best && best.changed > SLIPS && splice(quote, found)
  if (joined) return { verdict: 'spliced', passages: joined, edits: editsOf(quote, best, first(best)) }
  if (best && alike(quote, best)) return verdictOf(quote, found, best)
  return quote.spoken < FEWEST ? null : { verdict: 'unsupported', passages: [], edits: [] }
}

/** “Five words or fewer are”: they stand in many places, and mean something only where the same person says them or the same matter is spoken of. */
const FEW = 5

/** “frank” alone may have been said by anybody anywhere. */
const FEWEST = 3

/** Not more than that many changed words may be a slip; a splice has more. */
const SLIPS = 3

/** Spellings are made ready once for each coverage. */
const ready = new WeakMap<Coverage['spellings'], NameSpellings>()

function namesOf({ spellings }: Coverage): NameSpellings {
  let names = ready.get(spellings)
  if (!names) {
    names = nameSpellings(spellings)
    ready.set(spellings, names)
  }
  return names
}

/** The stretches that have most of the words, those with fewest changes first; of equals the one that the same person says, then the one that is trimmed least. */
function compare(quote: Quoted, { speaker, near }: Circumstances, coverage: Coverage, names: NameSpellings): Laid[] {
  const found: Laid[] = []
  let least = Number.POSITIVE_INFINITY
  const take = (place: Place): void => {
    const laid = lay(quote, place, coverage, names)
    if (!laid) return
    found.push(laid)
    least = Math.min(least, laid.changed)
  }
  for (const { article, start, end } of near.slice(0, MOST_COMPARED))
    take({ article, start: Math.max(0, start - NEAR), end: end + NEAR, length: Number.POSITIVE_INFINITY })
  const places = candidates(coverage.index, runsOf(quote), MOST_TIED)
  const top = places[0]?.score ?? 0
  for (const [i, place] of places.entries()) {
    if (i >= MOST_COMPARED && (least === 0 || place.score < TIED * top)) break
    // The words were found: what shares much less cannot have them too.
    if (least === 0 && place.score < TIED * top) break
    take(place)
  }
  const rank = (laid: Laid): number =>
    laid.changed +
    (sameSpeaker(speaker, passageOf(laid, first(laid)).speakers) === false ? 0.5 : 0) +
    Math.min(first(laid).edits.length, 400) / 1000
  return found
    .map((laid) => ({ laid, rank: rank(laid) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ laid }) => laid)
}

const first = ({ alignments }: Laid): Alignment => alignments[0] as Alignment

const TIED = 0.9

/** How far from one segment of a quotation another may stand, in UTF-16 units. */
const NEAR = 600

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

/** Whether a few words are meant: the same person says them, another segment stands near, or the person is named around them. */
function counts(laid: Laid, { speaker, near }: Circumstances): boolean {
  const passages = laid.alignments.map((alignment) => passageOf(laid, alignment))
  return passages.some((passage) => {
    if (
      near.some(
        (other) => other.article.id === passage.article.id && Math.abs(other.start - passage.start) <= NEAR + other.end - other.start
      )
    )
      return true
    const same = sameSpeaker(speaker, passage.speakers)
    if (same !== null || !speaker?.name) return same === true
    const name = lastWord(speaker.name)
    return name !== null && foldWords(laid.text).ids.subarray(0, laid.words.count).includes(name)
  })
}

/** Whether the words are near enough to be the same ones, changed: most of them in order, and some of them in one run. */
function alike({ spoken }: Quoted, laid: Laid): boolean {
  const { changed, steps } = laid
  if (spoken < 4) return false
  if (spoken <= FEW) return changed <= 1
  if (changed > ALIKE * spoken) return false
  const edits = first(laid).edits.filter(({ shown }) => !shown)
  const touched = new Set(edits.flatMap(({ quote: [from, to] }) => Array.from({ length: to - from }, (_, i) => from + i)))
  let run = 0
  let longest = 0
  for (const step of steps) {
    run = step.kind === 'unit' && !touched.has(step.unit.from) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest >= RUN || changed <= spoken / 5
}

const ALIKE = 0.4
const RUN = 4

function verdictOf(quote: Quoted, found: readonly Laid[], best: Laid): Verification {
  const equals = found.filter(({ changed }) => changed === best.changed)
  const edits = editsOf(quote, best, first(best))
  return {
    verdict: best.changed > 0 ? 'altered' : edits.length > 0 ? 'trimmed' : 'verbatim',
    passages: distinct(equals.flatMap((laid) => laid.alignments.map((alignment) => passageOf(laid, alignment)))),
    edits
  }
}

/** Two stretches of one article may overlap, and have the same place. */
function distinct(passages: readonly Passage[]): readonly Passage[] {
  const seen = new Set<string>()
  return passages.filter(({ article, start, end }) => {
    const key = `${start} ${end} ${article.id}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
