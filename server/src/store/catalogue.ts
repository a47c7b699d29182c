/** Which files an index was made from, and how they were then. */
import { emptyIndex, type PassageIndex } from '../core/api.ts'
import type { FoundFile } from './files.ts'
import type { FileProblem } from './problem.ts'

/** A file whose articles are in the index. */
export interface Entry extends FoundFile {
  /** What the ids of its articles begin with. */
  readonly id: string
  /** Its articles' ids. */
  readonly articles: readonly string[]
  readonly problems: readonly FileProblem[]
  /** How many more articles it has than there was room for. */
  readonly leftOut?: number
}

/** A value: files by their paths, and the index of their articles. */
export interface Catalogue {
  readonly entries: ReadonlyMap<string, Entry>
  readonly index: PassageIndex
}

export const emptyCatalogue: Catalogue = { entries: new Map(), index: emptyIndex }
