/** Numbers for two or three words in a row: what the index files parts of articles under. */

/** A full segment has 8 million postings: at 28 bits one look-up in 30 finds a stranger, who then stands alone. */
export const KEY_BITS = 28

/** 28 bits of two words; the last says that it is a pair. */
export const pairKey = (a: number, b: number): number => mixed(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77)) & ~1

/** 28 bits of three words; the last says that it is a triple. */
export const tripleKey = (a: number, b: number, c: number): number =>
  mixed(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d)) | 1

/** MurmurHash3's last step, which spreads every bit. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> (32 - KEY_BITS)
}
