/** Something wrong with a file of the coverage, as people are told it. */
import type { Problem } from '../core/api.ts'

export interface FileProblem {
  readonly path: string
  /** Counted from 1; 0 where it is about the whole file. */
  readonly line: number
  readonly column: number
  readonly message: string
}

export const aboutFile = (path: string, message: string): FileProblem => ({ path, line: 0, column: 0, message })

export const atPlace = (path: string, { line, column, message }: Pick<Problem, 'line' | 'column' | 'message'>): FileProblem => ({
  path,
  line,
  column,
  message
})

/** One file that holds no article in half a million lines must not fill the memory. */
export const MOST_PROBLEMS = 100
