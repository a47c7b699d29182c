/** Text put together from stretches of a file, with the way back. */
import { type OffsetMap, pieceAt } from '../text/offset-map.ts'

export interface MappedText {
  readonly text: string
  /** From the text to the file's. */
  readonly map: OffsetMap
}

export class MappedTextBuilder {
  #parts: string[] = []
  #length = 0
  readonly #pieces: number[] = []

  get length(): number {
    return this.#length
  }

  /** Where in the file the text so far ends. */
  get end(): number {
    const last = this.#pieces.length - 3
    return last < 0 ? 0 : (this.#pieces[last + 1] as number) + (this.#pieces[last + 2] as number)
  }

  /** Words as the file has them from `from` on, unit by unit. */
  units(words: string, from: number): void {
    if (words === '') return
    const last = this.#pieces.length - 3
    const width = last < 0 ? 0 : (this.#pieces[last + 2] as number)
    if (last >= 0 && this.#length - (this.#pieces[last] as number) === width && (this.#pieces[last + 1] as number) + width === from) {
      this.#pieces[last + 2] = width + words.length
      this.#parts.push(words)
      this.#length += words.length
    } else this.whole(words, from, words.length)
  }

  /** Other words than the file has in the `length` units from `from`. */
  whole(words: string, from: number, length: number): void {
    if (words === '') return
    this.#pieces.push(this.#length, from, length)
    this.#parts.push(words)
    this.#length += words.length
  }

  /** A stretch of a text that has a map of its own; `origin` is where the other end of that map stands in the file. */
  mapped({ text, map }: MappedText, start: number, end: number, origin: number): void {
    const { pieces } = map
    for (let i = Math.max(0, pieceAt(map, start)); i < pieces.length && (pieces[i] as number) < end; i += 3) {
      const pieceStart = pieces[i] as number
      const pieceEnd = pieces[i + 3] ?? map.length
      const from = Math.max(start, pieceStart)
      const words = text.slice(from, Math.min(end, pieceEnd))
      const at = origin + (pieces[i + 1] as number)
      const width = pieces[i + 2] as number
      if (width === pieceEnd - pieceStart) this.units(words, at + from - pieceStart)
      else this.whole(words, at, width)
    }
  }

  /** A blank line before what comes next, which begins at `from` in the file; nothing at the start. */
  paragraph(from: number): void {
    if (this.#length === 0) return
    this.whole('\n\n', this.end, Math.max(0, from - this.end))
  }

  finish(): MappedText {
    return { text: this.#parts.join(''), map: { pieces: Int32Array.from(this.#pieces), length: this.#length } }
  }
}
