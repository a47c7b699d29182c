/** Two passages joined without a sign: every word is real, and nobody said them in one breath. */
import { idOf } from '../coverage/words.ts'
import { passageOf, type Stretch } from './lay.ts'
import type { Quoted } from './quoted.ts'
import { sameSpeaker } from './speaker.ts'
import type { Passage } from './verification.ts'

/** A run of the quotation's units that stands in a stretch as it is: the quotation's first `length` units, or its last. */
interface Run {
  readonly length: number
  readonly passage: Passage
}

/** “I think it is” is everybody's: a shorter run proves nothing. */
const SHORTEST = 5

/** Runs of two people, or of nobody known, have to be so long that they are nobody's accident. */
const SURE = 8

/** Two passages, and what stands between their words in the quotation, in offsets into its text: signs, and a word that joins. */
export interface Splice {
  readonly passages: readonly [Passage, Passage]
  readonly seam: { readonly start: number; readonly end: number }
}

/**
 * The two passages that the quotation was joined from, or null. `found` are the stretches that share most with the whole quotation; `findWords`
 * gives those that share most with some of its words, half-open: what has the second half may be hidden behind many that have the first.
 */
export function splice(
  quote: Quoted,
  found: readonly Stretch[],
  findWords: (from: number, to: number) => readonly Stretch[]
): Splice | null {
  const total = quote.words.count
  if (quote.gaps.length > 0 || total < 2 * SHORTEST) return null
  const heads = runs(found, headOf)
  const tails = runs(found, tailOf)
  const joined = pair(heads, tails, quote)
  if (joined) return joined
  const [head] = heads
  const [tail] = tails
  if (head && (!tail || head.length >= tail.length)) return pair(heads, runs(findWords(head.length, total), tailOf), quote)
  return tail ? pair(runs(findWords(0, total - tail.length), headOf), tails, quote) : null
}

/** The runs that are long enough, the longest first. */
function runs(stretches: readonly Stretch[], runOf: (stretch: Stretch) => Run | null): Run[] {
  return stretches
    .flatMap((stretch) => runOf(stretch) ?? [])
    .filter(({ length }) => length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
}

function pair(heads: readonly Run[], tails: readonly Run[], quote: Quoted): Splice | null {
  const total = quote.words.count
  let best: (Splice & { readonly score: number }) | null = null
  for (const head of heads) {
    for (const tail of tails) {
      // What both have may be either's, but each keeps a run of its own.
      const joint = isJoint(quote, head.length, total - tail.length) ? 1 : 0
      if (Math.min(head.length, total - SHORTEST) + Math.min(tail.length, total - SHORTEST) + joint < total) continue
      if (together(head.passage, tail.passage)) continue
      const one = head.passage.article.id === tail.passage.article.id || saidByOne(head.passage, tail.passage)
      const shorter = Math.min(head.length, tail.length, total - Math.max(head.length, tail.length))
      if (!one && shorter < SURE) continue
      const score = head.length + tail.length + (one ? total : 0)
      if (!best || score > best.score)
        best = { passages: [head.passage, tail.passage], seam: seamBetween(quote, total - tail.length, head.length), score }
    }
  }
  return best
}

/** “We stay and the levy goes”: between the two stands one word that joins. */
const isJoint = ({ words: { ids } }: Quoted, from: number, to: number): boolean => to - from === 1 && joints.has(ids[from] as number)

const joints = new Set(['and', 'but', 'so', 'or', 'then', 'because'].map(idOf))

/** What both passages have goes to the one in whose sentence it stands. */
function seamBetween({ text, words: { starts, ends, count } }: Quoted, tail: number, head: number): Splice['seam'] {
  const between = (first: number, second: number) => ({
    start: ends[first - 1] ?? 0,
    end: second < count ? (starts[second] as number) : text.length
  })
  for (let word = Math.max(1, tail); word <= head; word += 1) {
    const { start, end } = between(word, word)
    if (/[.?!…]/.test(text.slice(start, end))) return { start, end }
  }
  return between(head, Math.max(head, tail))
}

/** Closer than that, words were left out between them, which is an alteration. */
const APART = 60

function together(a: Passage, b: Passage): boolean {
  return a.article.id === b.article.id && b.start - a.end < APART && a.start - b.end < 0
}

const saidByOne = (a: Passage, b: Passage): boolean =>
  a.speakers.some((speaker) => sameSpeaker({ entity: speaker, name: speaker }, b.speakers) === true)

const headOf = (stretch: Stretch): Run | null => longest(stretch, false)
const tailOf = (stretch: Stretch): Run | null => longest(stretch, true)

/** The longest run of the quotation's first units in the stretch, or of its last ones, which are followed backwards. */
function longest(stretch: Stretch, backwards: boolean): Run | null {
  const { steps, units } = stretch
  const ids = steps.flatMap((step) => (step.kind === 'unit' ? step.unit.id : []))
  if (backwards) ids.reverse()
  const step = backwards ? -1 : 1
  let length = 0
  let at = 0
  for (let j = 0; j < units.length; j += 1) {
    let k = 0
    while (k < ids.length && units[j + step * k]?.id === ids[k]) k += 1
    if (k <= length) continue
    length = k
    at = backwards ? j - k + 1 : j
  }
  const first = units[at]
  const last = units[at + length - 1]
  return first && last ? { length, passage: passageOf(stretch, { from: first.from, to: last.to }) } : null
}
