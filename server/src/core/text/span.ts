/** Stretches of text. Prose offsets live inside one block's analysis; draft offsets everywhere else. */

declare const coordinates: unique symbol

/**
 * A half-open stretch `[start, end)` of UTF-16 units. `C` says of which text, so that an offset into prose
 * cannot be taken for one into the draft without going through the block's offset map.
 */
export interface Span<C extends 'prose' | 'draft' = 'draft'> {
  readonly start: number
  readonly end: number
  readonly [coordinates]?: C
}

/** Whether the two spans share at least one unit. */
export const overlaps = <C extends 'prose' | 'draft'>(a: Span<C>, b: Span<C>): boolean => a.start < b.end && b.start < a.end

/** Whether `outer` holds all of `inner`; equal spans hold each other. */
export const holds = <C extends 'prose' | 'draft'>(outer: Span<C>, inner: Span<C>): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/** Whether the offset lies in the span, its end included, as a cursor behind the last letter of a word does. */
export const touches = <C extends 'prose' | 'draft'>(span: Span<C>, offset: number): boolean => span.start <= offset && offset <= span.end
