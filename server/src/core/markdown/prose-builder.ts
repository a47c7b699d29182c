/** Collects prose and its offset map piece by piece. */
import type { OffsetMap } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import { paragraphs, type WrittenLine } from './paragraphs.ts'
import type { Prose } from './prose.ts'
import { sentences } from './sentences.ts'

export class ProseBuilder {
  #words = ''
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
    return this.#words.length
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
    const trimmed = this.#words.replace(/[ \t]+$/, '')
    if (trimmed.length < this.#words.length) this.#cut(trimmed.length)
    this.#piece('\n', from, to - from)
    this.#breaks.push(from, to)
    this.#atLineStart = true
  }

  style(style: Prose['styled'][number]['style'], start: number): void {
    if (this.#words.length > start) this.#styled.push({ style, span: { start, end: this.#words.length } })
  }

  finish(): Prose {
    this.#cut(this.#words.trimEnd().length)
    const text = this.#words
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
      if (this.#words.length - proseStart === textLength && textStart + textLength === from - this.#origin) {
        this.#pieces[last + 2] = textLength + to - from
        this.#words += words
        return
      }
    }
    this.#piece(words, from, to - from)
  }

  #piece(words: string, from: number, length: number): void {
    this.#pieces.push(this.#words.length, from - this.#origin, length)
    this.#words += words
  }

  /** Takes white space off the end again. */
  #cut(length: number): void {
    let end = this.#words.length
    while (this.#pieces.length > 0 && (this.#pieces.at(-3) as number) >= length) {
      end = this.#pieces.at(-3) as number
      this.#pieces.length -= 3
    }
    const last = this.#pieces.length - 3
    const proseStart = this.#pieces[last] ?? 0
    if (last >= 0 && end > length && end - proseStart === this.#pieces[last + 2]) this.#pieces[last + 2] = length - proseStart
    this.#words = this.#words.slice(0, length)
  }
}

const isBlank = (code: number): boolean => code === 32 || code === 9
const isLineEnd = (code: number): boolean => code === 10 || code === 13
