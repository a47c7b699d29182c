/** Collects prose and its offset map piece by piece. */
import type { OffsetMap } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import { paragraphs, type WrittenLine } from './paragraphs.ts'
import type { Prose } from './prose.ts'
import { sentences } from './sentences.ts'

export class ProseBuilder {
  /** The words so far, in parts: one string that grows would be copied at every line's end. */
  #parts: string[] = []
  #length = 0
  readonly #pieces: number[] = []
  readonly #styled: { style: Prose['styled'][number]['style']; span: Span<'prose'> }[] = []
  /** Where the lines of the draft end and the next ones begin. */
  readonly #breaks: number[] = []
  /** White space at the start of a line is indentation, not prose. */
  #atLineStart = true
  readonly #text: string
  readonly #origin: number

  /** `origin` is where the block starts in `text`. */
  constructor(text: string, origin: number) {
    this.#text = text
    this.#origin = origin
  }

  get length(): number {
    return this.#length
  }

  /** The draft's own words from `from` to `to`, unit by unit; line ends become one break each. */
  text(from: number, to: number): void {
    let at = from
    while (at < to) {
      if (this.#atLineStart) while (at < to && isBlank(this.#text.charCodeAt(at))) at += 1
      let end = at
      while (end < to && !isLineEnd(this.#text.charCodeAt(end))) end += 1
      if (end === to) {
        this.#units(at, end)
        return
      }
      let trimmed = end
      while (trimmed > at && isBlank(this.#text.charCodeAt(trimmed - 1))) trimmed -= 1
      this.#units(at, trimmed)
      const next = this.#text.startsWith('\r\n', end) ? end + 2 : end + 1
      this.lineBreak(end, Math.min(next, to))
      at = next
    }
  }

  /** Other words than the draft has from `from` to `to`. */
  whole(words: string, from: number, to: number): void {
    if (words === '') return
    this.#atLineStart = false
    this.#piece(words, from, to - from)
  }

  lineBreak(from: number, to: number): void {
    this.#trimEnd(trimBlanks)
    this.#piece('\n', from, to - from)
    this.#breaks.push(from, to)
    this.#atLineStart = true
  }

  style(style: Prose['styled'][number]['style'], start: number): void {
    if (this.#length > start) this.#styled.push({ style, span: { start, end: this.#length } })
  }

  finish(): Prose {
    this.#trimEnd((words) => words.trimEnd())
    const text = this.#parts.join('')
    const written = this.#written()
    const map: OffsetMap = { pieces: Int32Array.from(this.#pieces), length: text.length }
    const styled = this.#styled
      .map(({ style, span }) => ({ style, span: { start: span.start, end: Math.min(span.end, text.length) } }))
      .filter(({ span }) => span.start < span.end)
    let parts: Prose['paragraphs'] | undefined
    let found: Prose['sentences'] | undefined
    return {
      text,
      map,
      styled,
      get paragraphs() {
        parts ??= paragraphs(text, written)
        return parts
      },
      get sentences() {
        found ??= sentences(text, this.paragraphs)
        return found
      }
    }
  }

  /** The block's lines as the draft has them; taken now, so that a prose that is kept does not keep the draft. */
  #written(): readonly WrittenLine[] {
    const last = this.#pieces.length - 3
    const end = last < 0 ? this.#origin : this.#origin + (this.#pieces[last + 1] as number) + (this.#pieces[last + 2] as number)
    const lines: WrittenLine[] = []
    for (let i = -1; i < this.#breaks.length; i += 2) {
      let start = i < 0 ? this.#origin : (this.#breaks[i] as number)
      if (start >= end) break
      const stop = Math.max(start, Math.min(end, this.#breaks[i + 1] ?? end))
      while (start < stop && (isBlank(this.#text.charCodeAt(start)) || this.#text[start] === '>')) start += 1
      let word = start
      while (word < stop && !isBlank(this.#text.charCodeAt(word))) word += 1
      lines.push({ width: stop - start, firstWord: word - start })
    }
    return lines
  }

  #units(from: number, to: number): void {
    if (from >= to) return
    this.#atLineStart = false
    const last = this.#pieces.length - 3
    const words = this.#text.slice(from, to)
    if (last >= 0) {
      const proseStart = this.#pieces[last] as number
      const textStart = this.#pieces[last + 1] as number
      const textLength = this.#pieces[last + 2] as number
      if (this.#length - proseStart === textLength && textStart + textLength === from - this.#origin) {
        this.#pieces[last + 2] = textLength + to - from
        this.#add(words)
        return
      }
    }
    this.#piece(words, from, to - from)
  }

  #piece(words: string, from: number, length: number): void {
    this.#pieces.push(this.#length, from - this.#origin, length)
    this.#add(words)
  }

  #add(words: string): void {
    this.#parts.push(words)
    this.#length += words.length
  }

  /** Takes white space off the end again. */
  #trimEnd(trim: (words: string) => string): void {
    let end = this.#length
    for (let last = this.#parts.pop(); last !== undefined; last = this.#parts.pop()) {
      const trimmed = trim(last)
      this.#length -= last.length - trimmed.length
      if (trimmed === '') continue
      this.#parts.push(trimmed)
      break
    }
    while (this.#pieces.length > 0 && (this.#pieces.at(-3) as number) >= this.#length) {
      end = this.#pieces.at(-3) as number
      this.#pieces.length -= 3
    }
    const last = this.#pieces.length - 3
    const proseStart = this.#pieces[last] ?? 0
    if (last >= 0 && end > this.#length && end - proseStart === this.#pieces[last + 2]) this.#pieces[last + 2] = this.#length - proseStart
  }
}

const isBlank = (code: number): boolean => code === 32 || code === 9
const isLineEnd = (code: number): boolean => code === 10 || code === 13

function trimBlanks(words: string): string {
  let end = words.length
  while (end > 0 && isBlank(words.charCodeAt(end - 1))) end -= 1
  return words.slice(0, end)
}
