/** What `check` found, before it takes the form that somebody asked for. */
import type { Finding, LineIndex, Severity } from '../../core/api.ts'

/** One draft that was read. */
export interface Checked {
  /** As it was given, with `/`. */
  readonly path: string
  readonly text: string
  readonly index: LineIndex
  readonly findings: readonly Finding[]
}

/** A file that could not be read, in words that follow its name. */
export interface Unreadable {
  readonly path: string
  readonly problem: string
}

export interface Outcome {
  readonly checked: readonly Checked[]
  readonly unreadable: readonly Unreadable[]
}

/** Where a finding stands, lines and columns counted from 1, columns in UTF-16 units; the end is half-open. */
export interface Region {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export function regionOf({ index }: Checked, { span }: Finding): Region {
  const start = index.positionAt(span.start)
  const end = index.positionAt(span.end)
  return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 }
}

export const isLoud = (severity: Severity): boolean => severity === 'warning' || severity === 'error'

/** The words a finding stands on, as one line of at most so many units. */
export function excerpt({ text }: Checked, { span }: Finding, most: number): string {
  const line = text.slice(span.start, span.end).replace(/\s+/g, ' ')
  return line.length > most ? `${line.slice(0, most - 1)}…` : line
}
