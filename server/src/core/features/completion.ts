/** What may be typed into quotation marks just opened: the words of whoever is about to be quoted, as the coverage has them. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Span } from '../text/span.ts'
import { cut, plain } from './markup.ts'
import { openMarksAt, speakerBefore } from './open-marks.ts'
import { placeOf, whereOf } from './passage-text.ts'
import { inMarks } from './quote.ts'
import { statements } from './statements.ts'

export interface Completion {
  readonly label: string
  /** Publisher and date. */
  readonly detail: string
  /** Markdown. */
  readonly documentation: string
  readonly newText: string
}

export interface Completions {
  /** What each of them replaces: the words typed so far. */
  readonly span: Span
  /** The best first. */
  readonly items: readonly Completion[]
}

/**
 * The statements that fit at the offset; null outside marks just opened. Where the draft does not say whose words are to come, statements by
 * anybody that have the words typed so far, once there are two.
 */
export function completions(analysis: Analysis, offset: number): Completions | null {
  const marks = openMarksAt(analysis, offset)
  if (!marks) return null
  const typed = analysis.text.slice(marks.typed.start, offset)
  const speaker = speakerBefore(analysis, marks.typed.start - marks.open.length)
  if (!speaker && !/\S+\s+\S/.test(typed)) return null
  const found = statements(analysis.coverage, speaker, typed, MOST)
  return {
    span: marks.typed,
    items: found.map(({ words, passage }) => ({
      label: cut(words, 70),
      detail: placeOf(passage.article),
      documentation: [`“${plain(words)}”`, [passage.speaker && plain(passage.speaker), whereOf(passage)].filter(Boolean).join(', ')].join(
        '\n\n'
      ),
      newText: `${inMarks(words, marks.open)}${marks.closed ? '' : marks.close}`
    }))
  }
}

const MOST = 30
