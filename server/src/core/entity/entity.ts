/** Who and what can be named in a story: plain data, written by hand in packs. */

export type EntityKind = 'person' | 'body' | 'place' | 'document' | 'event' | 'project'

/** A post held: `until` is open where the person still holds it. Dates are ISO, `2023-03-10` or `2023`. */
export interface Role {
  readonly title: string
  readonly of?: string
  readonly from?: string
  readonly until?: string
  /** The role stands as the coverage reports it; the record may differ. */
  readonly asReported?: boolean
}

export interface Entity {
  readonly id: string
  readonly kind: EntityKind
  /** The full name in the house's spelling: *Volodymyr Zelensky*. */
  readonly name: string
  readonly family?: string
  readonly given?: string
  /** Which name comes first in `name`. */
  readonly order?: 'given-family' | 'family-given'
  readonly aliases: readonly string[]
  /** Words for what is theirs and for those who belong to them: *Russian*, *Russians*. They point at the entity and name nobody. */
  readonly adjectives?: readonly string[]
  /** Of a place or a body: whose government it stands for, by id. *Beijing said* is China’s, *the Kremlin* is Russia’s. */
  readonly standsFor?: string
  readonly roles: readonly Role[]
  /** One sentence, a checked fact. */
  readonly description: string
  /** Of people: the third-person pronouns used of them, in the subject form: `he`, `she`, `they`. */
  readonly pronouns: readonly string[]
}
