/** The known entities and the quick way from words to them. */
import type { Span } from '../text/span.ts'
import type { Entity } from './entity.ts'

/** A stretch of prose that is a name of the gazetteer; several entities where they share it. */
export interface KnownName {
  readonly span: Span<'prose'>
  readonly entities: readonly Entity[]
  /** Which of their names it is. */
  readonly form: 'full' | 'family' | 'alias'
}

export interface Gazetteer {
  /** Rises with every change of the entities; part of every memo's key that reads them. */
  readonly revision: number
  readonly entities: readonly Entity[]
  byId(id: string): Entity | undefined
  /** Every known name in the prose, longest first at each place, in order, never overlapping. */
  match(prose: string): readonly KnownName[]
}
