/** The index as one buffer of bytes that can be written to a file, and back; what was damaged on the way is noticed. */
import type { PassageIndex } from './passage-index.ts'
import type { Segment } from './segment.ts'
import type { Living } from './segment-builder.ts'

/** Rises whenever what is filed, or under which number, changes. */
const VERSION = 1

/** “SAID” and “BYIX”, in the order of this machine's bytes: an index of another machine is not read. */
const MAGIC = [0x53414944, 0x42594958] as const

/** Magic, version, length in 32-bit words, checksum, number of segments. */
const HEADER = 6

/** A segment's arrays, in this order, each told by its length in elements and its bytes to an element. */
const arrays = ['articles', 'articleEnds', 'ids', 'lengths', 'firstParts', 'partStarts', 'buckets', 'prints', 'parts'] as const

type Array32 = Uint32Array | Uint16Array | Uint8Array

/** The whole index in one buffer. */
export function serialize({ segments }: PassageIndex): ArrayBuffer {
  const lists = segments.map(({ segment, dead }): Array32[] => [...arrays.map((name) => segment[name]), dead ?? new Uint8Array(0)])
  const words = lists.flat().reduce((sum, array) => sum + 2 + Math.ceil(array.byteLength / 4), HEADER)
  const buffer = new ArrayBuffer(words * 4)
  const whole = new Uint32Array(buffer)
  let at = HEADER
  for (const array of lists.flat()) {
    whole[at] = array.length
    whole[at + 1] = array.BYTES_PER_ELEMENT
    new Uint8Array(buffer, (at + 2) * 4, array.byteLength).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
    at += 2 + Math.ceil(array.byteLength / 4)
  }
  whole.set([...MAGIC, VERSION, words, 0, segments.length])
  whole[4] = checksum(whole)
  return buffer
}

/** The index in the buffer, which it goes on using; or, in words that follow “the index”, why it must be built anew. Never throws. */
export function load(buffer: ArrayBuffer): PassageIndex | { readonly problem: string } {
  if (buffer.byteLength < HEADER * 4 || buffer.byteLength % 4 !== 0) return { problem: 'is cut off' }
  const whole = new Uint32Array(buffer)
  if (whole[0] !== MAGIC[0] || whole[1] !== MAGIC[1]) return { problem: 'is no index' }
  if (whole[2] !== VERSION) return { problem: 'was made by another version' }
  if (whole[3] !== whole.length) return { problem: 'is cut off' }
  if (whole[4] !== checksum(whole)) return { problem: 'is damaged' }
  const segments: Living[] = []
  let at = HEADER
  const next = (): Array32 | null => {
    const length = whole[at]
    const width = whole[at + 1]
    if (length === undefined || (width !== 1 && width !== 2 && width !== 4)) return null
    const start = (at + 2) * 4
    at += 2 + Math.ceil((length * width) / 4)
    if (at > whole.length) return null
    return width === 1
      ? new Uint8Array(buffer, start, length)
      : width === 2
        ? new Uint16Array(buffer, start, length)
        : new Uint32Array(buffer, start, length)
  }
  for (let i = 0; i < (whole[5] as number); i += 1) {
    const found = [...arrays, 'dead'].map(next)
    if (found.some((array) => array === null)) return { problem: 'is damaged' }
    const dead = found.at(-1) as Uint8Array
    segments.push({
      segment: Object.fromEntries(arrays.map((name, k) => [name, found[k]])) as unknown as Segment,
      dead: dead.length > 0 ? dead : null
    })
  }
  return { segments }
}

/**
 * Over all words but the checksum's own. Every step can be undone, so that two buffers that differ in one word never have the same; others by a
 * chance of one in four thousand million.
 */
function checksum(words: Uint32Array): number {
  let hash = 0x5a1d
  for (let i = 0; i < words.length; i += 1) {
    if (i === 4) continue
    hash = Math.imul(hash ^ (words[i] as number), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash >>> 0
}
