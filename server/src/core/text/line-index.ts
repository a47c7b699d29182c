/** From offsets to lines and characters and back, both counted from 0 in UTF-16 units. */

export interface Position {
  readonly line: number
  readonly character: number
}

export interface LineIndex {
  readonly lines: number
  /** Offsets outside the text count as its ends. */
  positionAt(offset: number): Position
  /** A character beyond its line's end counts as that end; a line beyond the last as the text's end. */
  offsetAt(position: Position): number
}

/** Lines end at `\n`, `\r\n` or a lone `\r`, as the protocol says. */
export function lineIndex(text: string): LineIndex {
  const starts = [0]
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return {
    lines: starts.length,
    positionAt(offset) {
      const at = Math.max(0, Math.min(offset, text.length))
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] as number) <= at) low = middle
        else high = middle - 1
      }
      return { line: low, character: at - (starts[low] as number) }
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0
      const start = starts[line]
      if (start === undefined) return text.length
      let end = starts[line + 1] ?? text.length
      while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end -= 1
      return Math.min(start + Math.max(0, character), end)
    }
  }
}
