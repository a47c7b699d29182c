/** Somebody whom a draft names, and the numbers by which it is told where. */
import type { Entity, EntityKind } from '../entity/entity.ts'

/** One person or body of the draft. */
export interface Somebody {
  readonly entity: Entity | null
  /** The fullest name the draft or the gazetteer gives. */
  name: string
  readonly kind: EntityKind | null
  gender: 'he' | 'she' | 'it' | 'they' | null
  role: string | null
  /** The words of all their roles, in lower case. */
  readonly held: Set<string>
  /** How many of their mentions stand where places do: *in Ortizville*. */
  placed: number
  /** Where they are named, as block × 2²⁴ + prose offset, in order. */
  readonly seen: number[]
  /** Where of these a sentence tells about them. */
  readonly led: number[]
}

/** A place in a draft is its block × 2²⁴ + its prose offset. */
export const BLOCK = 2 ** 24

/** The block of the place. */
export const blockOf = (place: number): number => Math.floor(place / BLOCK)
