/** What is only spelt or heard otherwise, and what is another word. */
import { expect, test } from 'vitest'
import { isContraction, isSpelling } from '../../server/src/core/rules/heard.ts'

test.each([
  ['homegrown', 'home grown', true],
  ['A.A.', 'AA', true],
  ['ISIS’', "ISIS's", true],
  ['mayor’s', 'mayor', false],
  ['never', 'not', false],
  ['', 'not', false]
])('spelling: “%s” for “%s”', (words, published, expected) => {
  expect(isSpelling({ words, published })).toBe(expected)
})

test.each([
  ['it’s', 'it is', true],
  ['It has', "it's", true],
  ["can't", 'cannot', true],
  ['they will not', 'they won’t', true],
  ['I’d go', 'I had go', true],
  ['we are', 'we were', false],
  ['don’t', 'do', false],
  ['', '', false]
])('contraction: “%s” for “%s”', (words, published, expected) => {
  expect(isContraction({ words, published })).toBe(expected)
})
