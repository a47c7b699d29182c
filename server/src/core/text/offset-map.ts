/** From a block's prose back to the draft, unit by unit; both sides count from the block's start. */
import type { Span } from './span.ts'

/**
 * Pieces in prose order, three numbers each: where the piece starts in the prose, where in the block's own text,
 * and how many units of the text stand for it. A piece's prose runs to the next piece's start; a piece whose prose
 * and text are equally long maps unit by unit, any other (an entity, an escape, a soft break with its markers) maps whole.
 */
export interface OffsetMap {
  readonly pieces: Int32Array
  readonly length: number
}

/** The stretch of the block's text that the prose unit at `offset` came from, relative to the block's start. */
export function unitAt(map: OffsetMap, offset: number): { readonly start: number; readonly end: number } {
  const i = pieceAt(map, offset)
  const proseStart = map.pieces[i] ?? 0
  const textStart = map.pieces[i + 1] ?? 0
  const textLength = map.pieces[i + 2] ?? 0
  if (proseLength(map, i) !== textLength) return { start: textStart, end: textStart + textLength }
  return { start: textStart + offset - proseStart, end: textStart + offset - proseStart + 1 }
}

/** A stretch of prose as a stretch of the draft; `blockStart` is the block's own offset. An empty span stays empty. */
export function toDraft(map: OffsetMap, span: Span<'prose'>, blockStart: number): Span {
  if (map.pieces.length === 0) return { start: blockStart, end: blockStart }
  if (span.start >= span.end) {
    const at = span.start >= map.length ? unitAt(map, map.length - 1).end : unitAt(map, span.start).start
    return { start: blockStart + at, end: blockStart + at }
  }
  return { start: blockStart + unitAt(map, span.start).start, end: blockStart + unitAt(map, span.end - 1).end }
}

/** The prose offset nearest a draft offset: inside a dropped stretch (a link's target), the prose that follows it. */
export function toProse(map: OffsetMap, offset: number, blockStart: number): number {
  const wanted = offset - blockStart
  for (let i = 0; i < map.pieces.length; i += 3) {
    const proseStart = map.pieces[i] ?? 0
    const textStart = map.pieces[i + 1] ?? 0
    const textLength = map.pieces[i + 2] ?? 0
    if (wanted < textStart) return proseStart
    if (wanted < textStart + textLength) return textLength === proseLength(map, i) ? proseStart + wanted - textStart : proseStart
  }
  return map.length
}

function proseLength(map: OffsetMap, piece: number): number {
  return (map.pieces[piece + 3] ?? map.length) - (map.pieces[piece] ?? 0)
}

/** Index into `pieces` of the piece that holds the prose offset, by bisection. */
export function pieceAt(map: OffsetMap, offset: number): number {
  let low = 0
  let high = map.pieces.length / 3 - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((map.pieces[middle * 3] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low * 3
}
