/** A file of lines, read chunk by chunk: it may be larger than the memory. */
import type { Files, FoundFile } from './files.ts'

export interface FileLine {
  /** Bytes, without the line's end. */
  readonly bytes: Uint8Array
  /** Half-open, in bytes of the file. */
  readonly start: number
  readonly end: number
  /** Counted from 0. */
  readonly number: number
}

const CHUNK = 1 << 22

/** The lines that are not empty; of one that is longer than `longest`, only its first bytes. Rejects with FileTrouble. */
export async function* fileLines(files: Files, file: FoundFile, longest: number): AsyncIterable<FileLine> {
  let rest: Uint8Array = new Uint8Array(0)
  let restStart = 0
  let number = 0
  for (let at = 0; at < file.size; at += CHUNK) {
    const chunk = await files.read(file.path, at, Math.min(file.size, at + CHUNK))
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const line = lineOf(joined(rest, chunk.subarray(from, end)), restStart, at + end, number)
      if (line) yield line
      rest = new Uint8Array(0)
      from = end + 1
      restStart = at + from
      number += 1
    }
    if (rest.length <= longest) rest = joined(rest, chunk.subarray(from))
  }
  const line = lineOf(rest, restStart, file.size, number)
  if (line) yield line
}

/** Takes a byte order mark and an ending \r off. */
function lineOf(bytes: Uint8Array, start: number, end: number, number: number): FileLine | null {
  const mark = start === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const tail = bytes.at(-1) === 13 ? 1 : 0
  return bytes.length - tail <= mark
    ? null
    : { bytes: bytes.subarray(mark, bytes.length - tail), start: start + mark, end: end - tail, number }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
