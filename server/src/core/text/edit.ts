/** Changes of a text. */
import type { Span } from './span.ts'

/** One change; offsets into the text before any of the edits it comes with. */
export interface TextEdit extends Span {
  readonly newText: string
}

/** The text after the edits, which must not overlap; of two at one place, the first given comes first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + newText
    at = Math.max(at, end)
  }
  return result + text.slice(at)
}

/** The edits with the line ends that the text has, which are those of its first line. */
export function withLineEnds<E extends TextEdit>(edits: readonly E[], text: string): readonly E[] {
  if (!/^[^\n]*\r\n/.test(text)) return edits
  return edits.map((edit) => ({ ...edit, newText: edit.newText.replace(/\r?\n/g, '\r\n') }))
}

/** What the second edits, made in the text that the first have left, come to together with them; offsets into the text before both, in its order. */
export function composedEdits(text: string, first: readonly TextEdit[], second: readonly TextEdit[]): readonly TextEdit[] {
  const between = applyEdits(text, first)
  const composed: TextEdit[] = []
  let grown = 0
  for (const { start, end, growth } of stretches(first, second)) {
    const own = second.filter((edit) => edit.start >= start && edit.end <= end)
    const inside = own.map((edit) => ({ start: edit.start - start, end: edit.end - start, newText: edit.newText }))
    composed.push({ start: start - grown, end: end - grown - growth, newText: applyEdits(between.slice(start, end), inside) })
    grown += growth
  }
  return composed
}

/** Where the text between is touched by the first edits or the second, those that meet as one; and by how much the first made it longer there. */
function stretches(first: readonly TextEdit[], second: readonly TextEdit[]): readonly (Span & { readonly growth: number })[] {
  let grown = 0
  const made = [...first]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, newText }) => {
      const growth = newText.length - (end - start)
      const from = start + grown
      grown += growth
      return { start: from, end: from + newText.length, growth }
    })
  const merged: { start: number; end: number; growth: number }[] = []
  for (const next of [...made, ...second.map(({ start, end }) => ({ start, end, growth: 0 }))].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (!last || next.start > last.end) merged.push({ ...next })
    else {
      last.end = Math.max(last.end, next.end)
      last.growth += next.growth
    }
  }
  return merged
}

/** A stretch in which a text differs from the one before: `[start, endBefore)` there, `[start, endAfter)` here. */
export interface Change {
  readonly start: number
  readonly endBefore: number
  readonly endAfter: number
}

/** What changed from one text to the next: the shortest stretch between what both begin and end with. */
export function changedRange(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start + STRIDE <= shorter && before.slice(start, start + STRIDE) === after.slice(start, start + STRIDE)) start += STRIDE
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  const most = shorter - start
  let tail = 0
  while (tail + STRIDE <= most && ending(before, tail) === ending(after, tail)) tail += STRIDE
  while (tail < most && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1
  return { start, endBefore: before.length - tail, endAfter: after.length - tail }
}

/** The runtime compares two slices many times faster than a loop compares their units. */
const STRIDE = 1024

const ending = (text: string, tail: number): string => text.slice(text.length - tail - STRIDE, text.length - tail)
