/** What a headline promises. */
import { expect, test } from 'vitest'
import { announcesPoints, promisedCount } from '../../../server/src/core/takeaway/promise.ts'

test.each<[string, number | null]>([
  ['Five takeaways from the levy vote', 5],
  ['The vote: 3 things to know', 3],
  ['Levy vote ends late: the six biggest lessons', 6],
  ['Twelve questions after the storm', 12],
  ['Two councillors change sides', null],
  ['One thing to know', null],
  ['50 things to do in Springfield', null],
  ['Levy rises by 2.5 points', null],
  ['Takeaways from the vote', null],
  ['', null]
])('%s', (headline, count) => {
  expect(promisedCount(headline)).toBe(count)
})

test.each([
  ['Key takeaways from the trial', true],
  ['What we know about the fire', true],
  ['Levy vote ends late', false]
])('%s announces several points: %s', (headline, announces) => {
  expect(announcesPoints(headline)).toBe(announces)
})
