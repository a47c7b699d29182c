/** How near two names are. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameDistance, transliterationKey } from '../../../server/src/core/entity/near-name.ts'

test.each([
  ['okafor', 'okafor', 0],
  ['okofar', 'okafor', 1],
  ['okaofr', 'okafor', 1],
  ['vlodomyr', 'volodymyr', 1.5],
  ['peterson', 'petersson', 0.5],
  ['kelly', 'kerry', Infinity],
  ['ortiz', 'brandt', Infinity]
])('%s and %s: %d', (a, b, cost) => {
  expect(nameDistance(a, b, 1.5)).toBe(cost)
})

test('near is near both ways, and nothing is nearer than itself', () => {
  const word = fc.stringMatching(/^[a-z]{1,10}$/)
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(nameDistance(a, b, 20)).toBe(nameDistance(b, a, 20))
      expect(nameDistance(a, a, 20)).toBe(0)
      if (a !== b) expect(nameDistance(a, b, 20)).toBeGreaterThan(0)
    })
  )
})

test.each([
  [['Zelensky', 'Zelenskyy', 'Zelenskiy', 'Zelenskij'], true],
  [['Kyiv', 'Kiev'], true],
  [['Petrenko', 'Petrenco'], true],
  [['Khodorkovsky', 'Hodorkovsky'], true],
  [['Hansen', 'Jansen'], false],
  [['Ortiz', 'Ortega'], false]
])('%j are one name: %s', (names, one) => {
  expect(new Set(names.map(transliterationKey)).size === 1).toBe(one)
})
