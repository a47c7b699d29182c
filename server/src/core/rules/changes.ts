/** The changed words of a quotation, those that stand together as one change. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Segment } from '../quotation/quotation.ts'
import type { Span } from '../text/span.ts'
import type { Edit, Passage, Verification } from '../verification/verification.ts'
import { isContraction, isSpelling } from './heard.ts'

export interface Change {
  /** What to underline: the changed words, or where some are missing, the word they stood before. */
  readonly span: Span
  /** The changed words; empty where some are missing. */
  readonly place: Span
  /** The quotation's words. */
  readonly words: string
  /** The passage's words in their place, on one line. */
  readonly published: string
  /** Whether nothing but a space stands before those: “the levy *this year*, whatever”. */
  readonly goesOn: boolean
}

/** In draft order; what the writer shows by brackets or an ellipsis is none, nor what only the outlet's spelling or its own brackets make. */
export function changes({ text, coverage }: Analysis, segment: Segment, { edits }: Verification, { article }: Passage): readonly Change[] {
  const groups: [Edit, ...Edit[]][] = []
  for (const edit of edits) {
    if (edit.shown || (edit.op === 'del' && isInBrackets(edit))) continue
    const last = groups.at(-1)?.at(-1)
    const goesOn = last && noWord(text.slice(last.end, edit.start)) && noWord(coverage.text(article, last.passage.end, edit.passage.start))
    if (goesOn) groups.at(-1)?.push(edit)
    else groups.push([edit])
  }
  return groups.map((group) => changeOf(group)).filter((change) => !isSpelling(change))

  /** “It will not win *(us)* many friends”: the outlet's word, not the speaker's. */
  function isInBrackets({ passage: { start, end } }: Edit): boolean {
    const before = coverage.text(article, Math.max(0, start - LONGEST_BRACKETS), start)
    return /[[(][^[\]()\n]*$/.test(before) && /^[^[\]()\n]*[\])]/.test(coverage.text(article, end, end + LONGEST_BRACKETS))
  }

  /** “*And* let’s go” for “… that agenda. Let’s go”: at its ends a quotation has words that the coverage has not, and none of its neighbours’. */
  function isOfNextSentence(place: Span, from: number, to: number): boolean {
    const first = noWord(text.slice(segment.open.end, place.start)) && /^[.?!]/.test(coverage.text(article, to, to + 1))
    const last =
      noWord(text.slice(place.end, segment.close?.start ?? segment.span.end)) &&
      /[.?!]\W*$/.test(coverage.text(article, Math.max(0, from - 4), from))
    return first || last
  }

  /** “*It’s* the oldest” for “*It is* the oldest”: of two words for a quotation's first only the second was laid on it. */
  function startOf(place: Span, there: readonly Edit[]): number {
    const start = there[0]?.passage.start ?? 0
    if (place.end === place.start || !noWord(text.slice(segment.open.end, place.start))) return start
    const before = coverage.text(article, Math.max(0, start - LONGEST_WORD), start)
    const word = /[\p{L}’']+\s+$/u.exec(before)?.[0]
    const published = coverage.text(article, start, there.at(-1)?.passage.end ?? start)
    return word && isContraction({ words: text.slice(place.start, place.end), published: word + published }) ? start - word.length : start
  }

  function changeOf(group: readonly [Edit, ...Edit[]]): Change {
    const own = group.filter(({ start, end }) => end > start)
    const there = group.filter(({ passage }) => passage.end > passage.start)
    const [first] = group
    const place = { start: own[0]?.start ?? first.start, end: own.at(-1)?.end ?? first.start }
    const from = startOf(place, there)
    const to = there.at(-1)?.passage.end ?? 0
    const isNeighbour = own.length > 0 && isOfNextSentence(place, from, to)
    return {
      span: own.length > 0 ? place : nextWord(text, place.start, segment),
      place,
      words: text.slice(place.start, place.end),
      published: isNeighbour ? '' : coverage.text(article, from, to).replace(/\s+/g, ' '),
      goesOn: /[\p{L}\p{N}]\s$/u.test(coverage.text(article, Math.max(0, from - 2), from))
    }
  }
}

/** UTF-16 units on either side. */
const LONGEST_BRACKETS = 80

const LONGEST_WORD = 24

const noWord = (between: string): boolean => !/[\p{L}\p{N}]/u.test(between)

/** The word at the offset, or the last one of the segment where none follows. */
function nextWord(text: string, at: number, { close, span, open }: Segment): Span {
  const end = close?.start ?? span.end
  const next = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/u.exec(text.slice(at, end))
  if (next) return { start: at + next.index, end: at + next.index + next[0].length }
  const last = /[\p{L}\p{N}][\p{L}\p{N}’'-]*(?=[^\p{L}\p{N}]*$)/u.exec(text.slice(open.end, end))
  return last ? { start: open.end + last.index, end: open.end + last.index + last[0].length } : span
}
