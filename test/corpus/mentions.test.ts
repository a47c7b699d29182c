/** Whom the mentions of two stories of our own stand for, as they were when the figures were last reviewed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMentions, scoreMentions } from './mentions.ts'

const folder = join(import.meta.dirname, 'mentions')
const score = (name: string) => scoreMentions(readMentions(readFileSync(join(folder, name), 'utf8')), [])

test('marks are taken out, and their words keep their places', () => {
  expect(readMentions('[Dana Ortiz]{ortiz} left [sic] with [her]{ortiz} dog.')).toEqual({
    text: 'Dana Ortiz left [sic] with her dog.',
    mentions: [
      { start: 0, end: 10, who: 'ortiz' },
      { start: 27, end: 30, who: 'ortiz' }
    ]
  })
})

test('a chain that is made of two costs the smaller of them', () => {
  const judged = {
    text: 'Ortiz left. Ortiz came.',
    mentions: [
      { start: 0, end: 5, who: 'a' },
      { start: 12, end: 17, who: 'b' }
    ]
  }
  expect(scoreMentions(judged, [])).toMatchObject({ all: 2, found: 2, exact: 2, right: 1 })
})

test.each(readdirSync(folder))('%s', (name) => {
  const { all, found, exact, right, misses } = score(name)
  expect({ all, found, exact, right, misses }).toMatchSnapshot()
})
