/** How the coverage is spoken of to the writer: who published a passage and when, and what stands there. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Article } from '../coverage/article.ts'
import { readableDate } from '../text/in-words.ts'
import type { Passage, PassagePlace } from '../verification/verification.ts'
import type { Related } from './finding.ts'

/** *Harbour Wire, 20 November 2026*; the title or the name of the file where no publisher is known. */
export function credit({ publisher, title, date, id }: Article): string {
  const who = publisher ?? title ?? id
  return date ? `${who}, ${readableDate(date)}` : who
}

/** The passage's words on one line, cut where they are many. */
export function wordsOf({ coverage }: Analysis, { article, start, end }: PassagePlace, most = 160): string {
  const words = coverage.text(article, start, Math.min(end, start + 4 * most)).replace(/\s+/g, ' ')
  return words.length <= most ? words : `${words.slice(0, most).replace(/\s+\S*$/, '')} …`
}

/** The passages as places to open, a few of them, each with its words. */
export const places = (analysis: Analysis, passages: readonly Passage[]): readonly Related[] =>
  passages.slice(0, MOST_PLACES).map((passage) => ({
    kind: 'coverage',
    passage,
    message: placeWords(credit(passage.article), wordsOf(analysis, passage), passage.speaker && readableName(passage.speaker))
  }))

const MOST_PLACES = 4

const placeWords = (where: string, words: string, who: string | null): string =>
  who ? l10n.t('{0}: “{1}”, {2}', where, words, who) : l10n.t('{0}: “{1}”', where, words)

/** A transcript's *TRUMP* is *Trump* to a reader. */
export const readableName = (name: string): string =>
  name.length > 3 && name === name.toUpperCase()
    ? name.toLowerCase().replace(/(?<![\p{L}’'])\p{Ll}/gu, (letter) => letter.toUpperCase())
    : name
