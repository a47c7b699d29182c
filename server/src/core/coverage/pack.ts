/** A pack: what is known of one story, as data. */
import type { Entity } from '../entity/entity.ts'
import type { Statement } from './statement.ts'

export interface Takeaway {
  readonly id: string
  readonly title: string
  /** In our own words. */
  readonly summary: string
  /** Ids of its people. */
  readonly people: readonly string[]
  /** Ids of its statements. */
  readonly statements: readonly string[]
}

export interface Pack {
  readonly id: string
  readonly title: string
  /** Who published the coverage. */
  readonly publisher?: string
  /** When the story was published, ISO. */
  readonly date?: string
  /** Whether it holds the house's own names: they are known to every draft, and spelt as the house spells them. */
  readonly house?: boolean
  readonly entities: readonly Entity[]
  readonly statements: readonly Statement[]
  readonly takeaways: readonly Takeaway[]
  /** Where each entity, statement and takeaway stands in the pack's file, by id: half-open UTF-16. */
  readonly positions: Readonly<Record<string, readonly [start: number, end: number]>>
}

/** Something wrong in a pack's file. Line and column count from 1. */
export interface Problem {
  readonly message: string
  readonly start: number
  readonly end: number
  readonly line: number
  readonly column: number
}

/** A pack as the build compiled it. Throws TypeError when the value is no such thing: it was damaged, or made by another version. */
export function readCompiledPack(json: unknown): Pack {
  const pack = json as Partial<Pack> | null
  const whole =
    typeof pack === 'object' &&
    pack !== null &&
    typeof pack.id === 'string' &&
    [pack.entities, pack.statements, pack.takeaways].every(Array.isArray)
  if (!whole) throw new TypeError('this is not a compiled pack')
  return pack as Pack
}
