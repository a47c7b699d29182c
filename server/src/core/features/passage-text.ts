/** How a passage of the coverage reads: its words with a sentence around them, and where they were published. */
import * as l10n from '@vscode/l10n'
import { type Article, timeAt } from '../coverage/article.ts'
import type { Coverage } from '../coverage/coverage.ts'
import { readableDate } from '../text/in-words.ts'
import type { Passage } from '../verification/verification.ts'
import { linked, plain } from './markup.ts'

type Place = Pick<Passage, 'article' | 'start' | 'end'>

/** The words of the passage on one line, with what their sentence has before and behind them. */
export interface PassageText {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** Reads at most some 600 units of the article; of a longer passage the middle is left out. */
export function inContext({ article, start, end }: Place, coverage: Coverage): PassageText {
  const before = coverage.text(article, Math.max(0, start - AROUND), start)
  const after = coverage.text(article, end, end + AROUND)
  return {
    before: oneLine(sentenceEnding(before, start > AROUND)).trimStart(),
    words: oneLine(shortened(coverage, article, start, end)).trim(),
    after: oneLine(sentenceBeginning(after))
  }
}

/** The publisher with a link, the occasion, the date and, in captions, the time: what tells a reader where it stands. */
export function whereOf({ article, start }: Place): string {
  const { publisher, title, url, occasion, date, id } = article
  const name = publisher ?? title ?? (occasion === undefined ? fileName(id) : undefined)
  const time = timeAt(article, start)
  return [
    name && linked(name, url),
    occasion && plain(occasion),
    date && plain(readableDate(date)),
    time !== null && l10n.t('at {0}', clock(time))
  ]
    .filter(Boolean)
    .join(', ')
}

/** *12:40*, *1:02:05*. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = `${Math.floor(seconds / 60) % 60}:${two(seconds % 60)}`
  return seconds < 3600 ? minutes : `${Math.floor(seconds / 3600)}:${minutes.padStart(5, '0')}`
}

/** The same without markup, for a list. */
export const placeOf = ({ publisher, title, occasion, date, id }: Article): string =>
  [publisher ?? title ?? (occasion === undefined ? fileName(id) : undefined), occasion, date && readableDate(date)]
    .filter(Boolean)
    .join(', ')

/** UTF-16 units read before and behind a passage. */
const AROUND = 200

/** Units of a passage that are shown. */
const LONGEST = 320

function shortened(coverage: Coverage, article: Article, start: number, end: number): string {
  if (end - start <= LONGEST) return coverage.text(article, start, end)
  return `${coverage.text(article, start, start + LONGEST / 2)} … ${coverage.text(article, end - LONGEST / 2, end)}`
}

/** From the start of the sentence, or of the one before where nothing of it stands there; never from another paragraph. */
function sentenceEnding(text: string, cutShort: boolean): string {
  const paragraph = text.slice(text.lastIndexOf('\n\n') + 1)
  const whole = paragraph.length < text.length || !cutShort
  const starts = [...paragraph.matchAll(SENTENCE_END)].map(({ index, 0: sign }) => index + sign.length)
  const from = starts.filter((at) => /[\p{L}\p{N}]/u.test(paragraph.slice(at))).at(-1)
  if (from !== undefined) return paragraph.slice(from)
  return whole ? paragraph : `…${paragraph.slice(Math.max(0, paragraph.indexOf(' ')))}`
}

function sentenceBeginning(text: string): string {
  const paragraphEnd = text.indexOf('\n\n')
  const paragraph = paragraphEnd < 0 ? text : text.slice(0, paragraphEnd)
  const ends = [...paragraph.matchAll(SENTENCE_END)].map(({ index, 0: sign }) => index + sign.length)
  const to = ends.find((at) => /[\p{L}\p{N}]/u.test(paragraph.slice(0, at)))
  if (to !== undefined) return paragraph.slice(0, to).trimEnd()
  if (paragraphEnd >= 0 || text.length < AROUND) return paragraph
  return `${paragraph.slice(0, Math.max(0, paragraph.lastIndexOf(' ')))} …`
}

const SENTENCE_END = /[.!?…]["'”’»)\]]*(?:\s+|$)/g

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

const fileName = (id: string): string => id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf('\\')) + 1)
