/** How many takeaways a headline promises. */

/** *Five takeaways from the talks*, *3 things to know*: the number; null where none is promised. */
export const promisedCount = (headline: string): number | null => promiseIn(headline)?.count ?? null

/** *Takeaways from the debate*, *What we know about the fire*. */
export const announcesPoints = (headline: string): boolean =>
  /\b(?:take-?aways|lessons|highlights|(?:what|all|everything) (?:we|you) (?:know|need to know|learned|should know)|what to know|things to know)\b/i.test(
    headline
  )

export interface Promised {
  readonly count: number
  /** Where its word or figure stands. */
  readonly start: number
  readonly end: number
}

/** The promise with its place in the text that was given. */
export function promiseIn(headline: string): Promised | null {
  const found = PROMISE.exec(headline)
  const word = found?.[1]
  if (!found || word === undefined) return null
  const count = counts.get(word.toLowerCase()) ?? Number(word)
  return count >= 2 && count <= MOST ? { count, start: found.index, end: found.index + word.length } : null
}

/** A number as a headline has it in words: *four*; in figures from thirteen on. */
export const inWords = (count: number): string => NUMERALS[count - 1] ?? String(count)

const NUMERALS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const counts = new Map(NUMERALS.slice(1).map((word, i) => [word, i + 2]))

/** Longer lists are no takeaways: *50 things to do in Springfield*. */
const MOST = 12

/** What a headline counts that its story then tells one by one: *four questions after the vote*; never *two people*. */
export const POINTS =
  'takeaways?|take-?aways|things|points|lessons|questions|answers|moments|reasons|ways|facts|conclusions|findings|themes|issues|highlights|surprises|numbers|observations|insights|truths|myths|messages|signs|details|heads'

const PROMISE = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(${[...counts.keys()].join('|')}|\\d{1,2})\\s+(?:[\\p{L}’'-]+\\s+){0,2}?(?:${POINTS})(?![\\p{L}])`,
  'iu'
)
