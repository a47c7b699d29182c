/** `saidby ranges FILE…`: where the drafts have somebody else’s words, for checkers that are to pass them over. */
import { type LineIndex, masked, type QuotedRange, quotedRanges } from '../core/api.ts'
import type { CoverageOption } from './coverage.ts'
import { eachDraft } from './drafts.ts'

export interface RangesOptions {
  readonly format: 'plain' | 'jsonl' | 'masked'
  readonly coverage: CoverageOption
  /** The name of what comes by standard input. */
  readonly stdinName: string
}

/** Exit status: 0, or 2 when a file could not be read; the other files are told of all the same. */
export async function printRanges(paths: readonly string[], { format, ...options }: RangesOptions): Promise<number> {
  const unreadable = await eachDraft(paths, options, ({ path, analysis, index }) => {
    const ranges = quotedRanges(analysis)
    if (format === 'masked') process.stdout.write(masked(analysis.text, ranges))
    else
      for (const range of ranges) process.stdout.write(`${format === 'plain' ? asPlace(path, range, index) : asJson(path, range, index)}\n`)
  })
  return unreadable > 0 ? 2 : 0
}

/** `levy.md:5:1-5:23`. */
function asPlace(path: string, { span }: QuotedRange, index: LineIndex): string {
  const [start, end] = [place(span.start, index), place(span.end, index)]
  return `${path}:${start.line}:${start.column}-${end.line}:${end.column}`
}

const asJson = (path: string, { span, speaker }: QuotedRange, index: LineIndex): string =>
  JSON.stringify({ path, start: place(span.start, index), end: place(span.end, index), speaker })

/** Lines and columns count from 1, as in findings; offsets from 0. */
function place(offset: number, index: LineIndex): { line: number; column: number; offset: number } {
  const { line, character } = index.positionAt(offset)
  return { line: line + 1, column: character + 1, offset }
}
