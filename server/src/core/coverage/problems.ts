/** Problems of a file told by line and column, which are counted only where there is a problem. */
import { type LineIndex, lineIndex } from '../text/line-index.ts'
import type { Problem } from './pack.ts'

export interface ProblemList {
  /** Half-open UTF-16 in the text; brought into it where it is not. */
  add(message: string, start: number, end: number): void
  /** In the order of the file. */
  list(): readonly Problem[]
}

/** A file with more is not mended by a longer list. */
const MOST_PROBLEMS = 200

export function problemList(text: string): ProblemList {
  const problems: Problem[] = []
  let index: LineIndex | undefined
  return {
    add(message, from, to) {
      if (problems.length >= MOST_PROBLEMS) return
      const start = Math.min(Math.max(0, from), text.length)
      const end = Math.min(Math.max(to, start), text.length)
      index ??= lineIndex(text)
      const { line, character } = index.positionAt(start)
      problems.push({ message, start, end, line: line + 1, column: character + 1 })
    },
    list: () => problems.sort((a, b) => a.start - b.start || a.end - b.end)
  }
}
