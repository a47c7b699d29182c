/** What the file of a project says about all its drafts, as plain data. */
import { type House, noHouse } from '../analysis/house.ts'
import type { Entity } from '../entity/entity.ts'
import type { RuleId } from '../rules/finding.ts'
import type { Level } from '../rules/settings.ts'

/** How loud some of the rules are; all others are as they are by themselves. */
export type SomeLevels = Readonly<Partial<Record<RuleId, Level>>>

/** Other levels for some of the drafts. */
export interface Override {
  /** Patterns, as below. */
  readonly files: readonly string[]
  readonly rules: SomeLevels
}

export interface Project {
  /** Paths and patterns from the file's folder, and ids of packs that come with Saidby; null where nothing is said. */
  readonly coverage: readonly string[] | null
  /** The house's own people, bodies and places. */
  readonly entities: readonly Entity[]
  /** Where each entity stands in the file, by id: half-open UTF-16. */
  readonly positions: Readonly<Record<string, readonly [start: number, end: number]>>
  readonly house: House
  readonly rules: SomeLevels
  /** Patterns of the drafts that are checked, from the file's folder, as in `.gitignore`; null for all. */
  readonly files: readonly string[] | null
  /** Patterns of those that are not. */
  readonly ignore: readonly string[]
  /** The later of two that speak of a rule wins. */
  readonly overrides: readonly Override[]
}

/** A project without a file, or with an empty one. */
export const noProject: Project = {
  coverage: null,
  entities: [],
  positions: {},
  house: noHouse,
  rules: {},
  files: null,
  ignore: [],
  overrides: []
}
