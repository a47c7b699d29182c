/** Two passages joined without a sign: every word is real, and nobody said them in one breath. */
import type { Laid } from './lay.ts'
import { passageOf } from './lay.ts'
import type { Quoted } from './quoted.ts'
import { sameSpeaker } from './speaker.ts'
import type { Passage } from './verification.ts'

/** A run of the quotation's units that stands in a stretch as it is: the quotation's first `length` units, or its last. */
interface Run {
  readonly laid: Laid
  readonly length: number
  readonly passage: Passage
}

/** “I think it is” is everybody's: a shorter run proves nothing. */
const SHORTEST = 5

/** Runs of two people, or of nobody known, have to be so long that they are nobody's accident. */
const SURE = 8

/** The two passages that the quotation was joined from, or null. `within` words of each other they are one passage with words left out. */
export function splice(quote: Quoted, found: readonly Laid[]): readonly [Passage, Passage] | null {
  if (quote.gaps.length > 0) return null
  const heads = found.map((laid) => longest(laid, 'head'))
  const tails = found.map((laid) => longest(laid, 'tail'))
  let best: { passages: readonly [Passage, Passage]; score: number } | null = null
  for (const head of heads) {
    for (const tail of tails) {
      if (!head || !tail) continue
      const total = tail.laid.steps.length
      if (head.length + tail.length < total || head.length < SHORTEST || tail.length < SHORTEST) continue
      // What both runs have may be given to either; each must be long enough with no more than its share.
      const [first, second] = [Math.min(head.length, total - SHORTEST), Math.min(tail.length, total - SHORTEST)]
      if (first + second < total || near(head.passage, tail.passage)) continue
      const same = head.laid.article.id === tail.laid.article.id || saidByOne(head.passage, tail.passage)
      if (!same && Math.min(head.length, tail.length) < SURE) continue
      const score = Math.min(head.length, tail.length) + (same ? total : 0)
      if (!best || score > best.score) best = { passages: [head.passage, tail.passage], score }
    }
  }
  return best?.passages ?? null
}

/** Closer than that, words were left out between them, which is an alteration. */
const APART = 60

function near(a: Passage, b: Passage): boolean {
  if (a.article.id !== b.article.id) return false
  const gap = b.start - a.end
  return gap >= 0 ? gap < APART : a.start - b.end < 0
}

const saidByOne = (a: Passage, b: Passage): boolean =>
  a.speakers.some((speaker) => sameSpeaker({ entity: speaker, name: speaker }, b.speakers) === true)

/** The longest run of the quotation's first or last units in the stretch. */
function longest(laid: Laid, which: 'head' | 'tail'): Run | null {
  const { steps, units } = laid
  const ids = steps.flatMap((step) => (step.kind === 'unit' ? step.unit.id : []))
  let length = 0
  let at = 0
  const last = ids.length - 1
  for (let j = 0; j < units.length; j += 1) {
    let k = 0
    if (which === 'head') while (k < ids.length && units[j + k]?.id === ids[k]) k += 1
    else while (k < ids.length && units[j - k]?.id === ids[last - k]) k += 1
    if (k > length) {
      length = k
      at = which === 'head' ? j : j - k + 1
    }
  }
  if (length === 0) return null
  const from = units[at]?.from ?? 0
  const to = units[at + length - 1]?.to ?? from
  return { laid, length, passage: passageOf(laid, { from, to }) }
}
