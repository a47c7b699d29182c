/** Which spellings are one word: US and UK, figures and numerals, *okay* and *OK*. Built once from the reviewed list. */
import data from '../../../data/spellings.json'

const same = new Map(Object.entries(data.same))
const stems = new Map(Object.entries(data.stems))
const endings = new Map(Object.entries(data.endings))
const capitals = new Map(Object.entries(data.capitals))
const dotted = new Set(data.dotted)
const numbers = new Map([...data.numbers.map((word, i) => [word, i] as const), ...data.tens.map((word, i) => [word, 20 + 10 * i] as const)])
const ordinals = new Map(data.ordinals.map((word, i) => [word, i]))

const SHORTEST_STEM = 4
const LONGEST_STEM = Math.max(...[...stems.keys()].map((stem) => stem.length))

/**
 * The one spelling that stands for all of the word's: `colours` → `colors`, `organised` → `organized`, `ten` → `10`, `okay` → `ok`.
 * `word` is folded: lower case, no diacritics, straight apostrophes; `written` is as it stands in the text.
 */
export function spelling(word: string, written: string): string {
  const capital = capitals.get(written)
  if (capital !== undefined) return capital
  const number = numbers.get(word)
  if (number !== undefined) return String(number)
  const ordinal = ordinals.get(word)
  if (ordinal !== undefined) return ordinalFigure(ordinal)
  const known = same.get(word)
  if (known !== undefined) return known
  return withStem(word) ?? withEnding(word) ?? word
}

/** What letters with points stand for, *U.S.* and *p.m.*; null where the points are no more than marks between letters. */
export const dottedSpelling = (letters: string): string | null => (dotted.has(letters) ? spelling(letters, letters.toUpperCase()) : null)

/** The value of a word such as *twenty*, which a unit may follow: *twenty-five*. */
export const tensOf = (word: string): number => (data.tens.includes(word) ? (numbers.get(word) ?? 0) : 0)

/** The value of *one* to *nine*, else 0. */
export function unitOf(word: string): number {
  const value = numbers.get(word) ?? 0
  return value < 10 ? value : 0
}

function ordinalFigure(value: number): string {
  const ending = value === 1 ? 'st' : value === 2 ? 'nd' : value === 3 ? 'rd' : 'th'
  return `${value}${ending}`
}

/** The longest stem wins: *kilometres* is no *kilo*. */
function withStem(word: string): string | null {
  for (let length = Math.min(LONGEST_STEM, word.length); length >= SHORTEST_STEM; length -= 1) {
    const other = stems.get(word.slice(0, length))
    if (other !== undefined) return other + word.slice(length)
  }
  return null
}

/** “They were organised well”: seven letters or more, since *prise* and *prize*, *wise* and *rise* are words by themselves. */
function withEnding(word: string): string | null {
  if (word.length < 7) return null
  for (let length = Math.min(9, word.length - 3); length >= 3; length -= 1) {
    const other = endings.get(word.slice(-length))
    if (other !== undefined) return word.slice(0, -length) + other
  }
  return null
}
