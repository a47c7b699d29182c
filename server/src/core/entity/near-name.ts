/** How near two names are: as one that was mistyped or misheard, or as two spellings of one. */
import { fold } from '../text/fold.ts'

/**
 * The least cost of turning one folded word into the other, where a letter lost, added, changed or swapped with its neighbour costs one
 * (Damerau 1964; Levenshtein 1966), and what is often confused costs half: a vowel for another, a doubled letter, *c* for *k*, *ph* for *f*.
 * `most` bounds it: whatever is farther apart gives Infinity.
 */
export function nameDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > 2 * most) return Infinity
  let before: number[] = []
  let last: number[] = [0]
  for (let j = 0; j < b.length; j += 1) last.push(last[j]! + costOfAdding(b, j))
  for (let i = 1; i <= a.length; i += 1) {
    const row = [last[0]! + costOfAdding(a, i - 1)]
    let least = row[0]!
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(
        last[j]! + costOfAdding(a, i - 1),
        row[j - 1]! + costOfAdding(b, j - 1),
        last[j - 1]! + costOfChanging(a[i - 1]!, b[j - 1]!)
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most && Math.min(...last) > most) return Infinity
    before = last
    last = row
  }
  const cost = last[b.length]!
  return cost <= most ? cost : Infinity
}

/** Of a doubled letter, one is easily lost. */
const costOfAdding = (word: string, i: number): number => (i > 0 && word[i] === word[i - 1] ? 0.5 : 1)

function costOfChanging(a: string, b: string): number {
  if (a === b) return 0
  return CONFUSED.some((letters) => letters.includes(a) && letters.includes(b)) ? 0.5 : 1
}

const CONFUSED = ['aeiouy', 'ckq', 'sz', 'vw', 'ij', 'fv', 'bp', 'dt', 'gj', 'mn']

/**
 * What the ways to write a name in Latin letters have in common: *Zelensky*, *Zelenskyy*, *Zelenskiy*; *Khodorkovsky*, *Hodorkovskij*; *Kyiv*, *Kiev*.
 * Words of equal key are mostly one name.
 */
export function transliterationKey(name: string): string {
  const plain = fold(name).replace(/[^a-z]/g, '')
  const consonants = plain
    .replace(/tch|tsch|sch|ch|sh/g, 'x')
    .replace(/kh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/ts|tz|z/g, 's')
    .replace(/ck|[cq]/g, 'k')
    .replace(/w/g, 'v')
    .replace(/j/g, 'y')
  return (
    (consonants[0] ?? '') +
    consonants
      .slice(1)
      .replace(/[aeiouy]/g, '')
      .replace(/(.)\1+/g, '$1')
  )
}
