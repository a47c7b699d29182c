/** Who says what in articles that nobody has marked up: read by the pipeline that reads drafts, refined by what a gazetteer knows. */
import { expect, test } from 'vitest'
import { readingCoverage } from '../../../server/src/core/analysis/read-articles.ts'
import type { Article } from '../../../server/src/core/coverage/article.ts'
import { type Coverage, coverageOf } from '../../../server/src/core/coverage/coverage.ts'
import type { Entity } from '../../../server/src/core/entity/entity.ts'
import { buildGazetteer } from '../../../server/src/core/entity/gazetteer.ts'

const ortiz: Entity = {
  id: 'dana-ortiz',
  kind: 'person',
  name: 'Dana Ortiz',
  family: 'Ortiz',
  aliases: [],
  roles: [],
  description: 'Dana Ortiz is the mayor.',
  pronouns: ['she']
}

/** `voice speaker (ids and names)`, with an asterisk where that is plainly one person. */
function said(text: string, words: string, article: Partial<Article> = {}, entities: readonly Entity[] = []): string {
  const whole: Article = { id: 'one', ...article }
  const coverage = readingCoverage(coverageOf([{ article: whole, text }], entities, 1), buildGazetteer(entities, 1))
  const start = text.indexOf(words)
  const found = coverage.said?.(whole, start, start + words.length)
  return `${found?.voice} ${found?.speaker} (${found?.speakers.join(', ')})${found?.person ? '*' : ''}`
}

const STORY = `The hall stood empty on Friday, and rain came through the roof.

“We will not raise the levy,” Dana Ortiz, the mayor, said. “Nobody has asked us to,” she added.

Ortiz said that the council had never voted on the price of a stall.

“It has,” said a spokesman for the traders, who did not give his name. The word “stall” has two meanings.`

test.each([
  ['We will not raise the levy', 'spoken Dana Ortiz (Dana Ortiz)*'],
  ['Nobody has asked us to', 'spoken Dana Ortiz (Dana Ortiz)*'],
  ['the council had never voted on the price', 'reported Dana Ortiz (Dana Ortiz)*'],
  ['It has', 'spoken a spokesman ()'],
  ['rain came through the roof', 'article null ()']
])('“%s”', (words, expected) => {
  expect(said(STORY, words)).toBe(expected)
})

test('a gazetteer adds the id', () => {
  expect(said(STORY, 'Nobody has asked us', {}, [ortiz])).toBe('spoken Dana Ortiz (dana-ortiz, Dana Ortiz)*')
})

test('an article without marks leaves open what in it was said', () => {
  expect(said('Rain came through the roof of the hall on Friday. Nobody mended it.', 'Rain came through')).toBe('null null ()')
})

test('a transcript says itself who speaks; who only asks is nobody', () => {
  const turns = [
    { start: 0, speaker: 'ORTIZ' },
    { start: 40, speaker: 'MODERATOR' }
  ]
  const text = 'ORTIZ: We will not raise the levy at all.\nMODERATOR: Thank you very much.'
  expect(said(text, 'We will not raise', { turns })).toBe('spoken ORTIZ (ORTIZ)*')
  expect(said(text, 'Thank you', { turns })).toBe('spoken MODERATOR (MODERATOR)')
})

test('what one person said is theirs, but for the words that are told in others’', () => {
  const text = 'the roof would hold, and “nobody will get wet”'
  const spoken = [[26, 45]] as const
  expect(said(text, 'nobody will get wet', { speakers: ['dana-ortiz', 'Dana Ortiz'], spoken }, [ortiz])).toBe(
    'spoken Dana Ortiz (dana-ortiz, Dana Ortiz)*'
  )
  expect(said(text, 'the roof would hold', { speakers: ['City Council'], spoken })).toBe('reported City Council (City Council)')
})

test('of a book only the part around the passage is read', () => {
  const chapter = `${'The rain went on and on, and nobody in the hall said a word about it. '.repeat(1000)}\n\n“We will not raise the levy,” Dana Ortiz said.\n\n`
  const text = chapter.repeat(4)
  let longest = 0
  const article: Article = { id: 'book' }
  const given: Coverage = coverageOf([{ article, text }], [], 1)
  const watched: Coverage = {
    ...given,
    text: (wanted, start, end) => {
      longest = Math.max(longest, end - start)
      return given.text(wanted, start, end)
    }
  }
  const at = text.lastIndexOf('We will not')
  const found = readingCoverage(watched, buildGazetteer([], 1)).said?.(article, at, at + 26)
  expect(found).toMatchObject({ voice: 'spoken', speaker: 'Dana Ortiz', within: { start: at - 1, end: at + 28 } })
  expect(longest).toBeLessThan(70_000)
})

test('an article is read once while it is remembered, however often it is asked about', () => {
  let reads = 0
  const article: Article = { id: 'one' }
  const given = coverageOf([{ article, text: STORY }], [], 1)
  const coverage = readingCoverage(
    {
      ...given,
      text: (wanted, start, end) => {
        reads += 1
        return given.text(wanted, start, end)
      }
    },
    buildGazetteer([], 1)
  )
  for (let at = 0; at < STORY.length; at += 7) coverage.said?.(article, at, at + 7)
  expect(reads).toBe(1)
})
