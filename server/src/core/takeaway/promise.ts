/** How many takeaways a headline promises. */

/** *Five takeaways from the talks*, *3 things to know*: the number; null where none is promised. */
export function promisedCount(headline: string): number | null {
  const found = PROMISE.exec(headline)
  if (!found) return null
  const count = counts.get((found[1] as string).toLowerCase()) ?? Number(found[1])
  return count >= 2 && count <= MOST ? count : null
}

const counts = new Map(
  ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map((word, i) => [word, i + 2])
)

/** Longer lists are no takeaways: *50 things to do in Springfield*. */
const MOST = 12

/** What a headline counts that its story then tells one by one: *four questions after the vote*; never *two people*. */
export const POINTS =
  'takeaways?|take-?aways|things|points|lessons|questions|answers|moments|reasons|ways|facts|conclusions|findings|themes|issues|highlights|surprises|numbers|observations|insights|truths|myths|messages|signs|details|heads'

const PROMISE = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(${[...counts.keys()].join('|')}|\\d{1,2})\\s+(?:[\\p{L}’'-]+\\s+){0,2}?(?:${POINTS})(?![\\p{L}])`,
  'iu'
)
