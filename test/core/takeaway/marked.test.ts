/** Every way in which a draft marks its takeaways, and what only looks like one. */
import { describe, expect, test } from 'vitest'
import { createWorkspace } from '../../../server/src/core/api.ts'

const TITLES = ['The majority is thin', 'The roof cannot wait', 'The hall may be sold']
const POINTS = [
  'The vote was close, and two councillors left the room before it was over.\n\n“I ran out of sheep,” said Miriam Lund.',
  'The roof has three winters left, and that was before the storm came over the hill.\n\n“Water does not read minutes,” said Lena Brandt.',
  'A sale is no longer unthinkable, since three speakers thought of it on Monday night.\n\nOrtiz said she would not sell.'
]
const story = (body: string, headline = 'Levy vote ends late'): string =>
  `---\nbyline: Ana Roth\n---\n\n# ${headline}\n\nThe council has settled the levy for the year to come, said Dana Ortiz, the mayor.\n\n${body}\n`

function takeaways(text: string): string[] {
  const analysis = createWorkspace().withDraft('file:///a.md', text).analysis('file:///a.md')
  return (analysis?.sections ?? []).filter(({ kind }) => kind === 'takeaway').map(({ mark, title }) => `${mark}: ${title}`)
}

/** The points, each begun as the function has it. */
const each = (begin: (title: string, i: number, point: string) => string, between = '\n\n'): string =>
  POINTS.map((point, i) => begin(TITLES[i] as string, i, point)).join(between)

const named = (mark: string): string[] => TITLES.map((title) => `${mark}: ${title}`)

describe('the points are named', () => {
  test.each<[string, string, string]>([
    ['headings', 'heading', each((title, _, point) => `## ${title}\n\n${point}`)],
    ['underlined headings', 'heading', each((title, _, point) => `${title}\n---\n\n${point}`)],
    ['headings under one that stands alone', 'heading', `## Takeaways\n\n${each((title, _, point) => `### ${title}\n\n${point}`)}`],
    ['numbers before a line', 'number', each((title, i, point) => `${i + 1}. ${title}\n\n${point}`)],
    ['numbers in bold', 'number', each((title, i, point) => `**${i + 1}. ${title}**\n\n${point}`)],
    ['numbers with a word', 'number', each((title, i, point) => `Takeaway ${['one', 'two', 'three'][i]}: ${title}. ${point}`)],
    ['numbers with a sign', 'number', each((title, i, point) => `#${i + 1}: ${title}\n\n${point}`)],
    ['numerals', 'ordinal', each((title, i, point) => `${['One', 'Two', 'Three'][i]}: ${title}. ${point}`)],
    ['bold words with a stop', 'bold', each((title, _, point) => `**${title}.** ${point}`)],
    ['bold words with a colon', 'bold', each((title, _, point) => `**${title}:** ${point}`)],
    ['bold words and a dash', 'bold', each((title, _, point) => `**${title}** — ${point}`)],
    ['bold words before a sentence', 'bold', each((title, _, point) => `**${title}** ${point}`)],
    ['bold lines', 'bold', each((title, _, point) => `**${title}**\n\n${point}`)],
    ['bold lines without a blank line', 'bold', each((title, _, point) => `**${title}**\n${point}`)],
    ['italics with a stop', 'bold', each((title, _, point) => `*${title}.* ${point}`)],
    ['short lines', 'line', each((title, _, point) => `${title}\n\n${point}`)],
    ['pasted bullets', 'item', each((title, _, point) => `• ${title}. ${point}`)],
    ['list items in bold', 'bold', each((title, _, point) => `* **${title}.** ${point.replace('\n\n', '\n\n  ')}`, '\n')]
  ])('by %s', (_, mark, body) => {
    expect(takeaways(story(body))).toEqual(named(mark))
  })
})

describe('the points are not named', () => {
  const first = POINTS.map((point) => (point.split('\n')[0] as string).slice(0, 20))
  test.each<[string, string, string]>([
    ['ordered items', 'number', each((_, i, point) => `${i + 1}. ${point}`)],
    ['ordered items that are all number one', 'number', each((_, __, point) => `1. ${point.replace('\n\n', '\n\n   ')}`, '\n')],
    ['numbers with a bracket', 'number', each((_, i, point) => `${i + 1}) ${point}`)],
    ['list items', 'item', each((_, __, point) => `- ${point.replace('\n\n', '\n\n  ')}`)]
  ])('by %s', (_, mark, body) => {
    const found = takeaways(story(body))
    expect(found.map((title) => title.slice(0, mark.length + 22))).toEqual(first.map((words) => `${mark}: ${words}`))
  })

  test('by first, second and finally', () => {
    const body = each((_, i, point) => `${['First', 'Second', 'Finally'][i]}, ${point}`)
    expect(takeaways(story(body)).map((title) => title.slice(0, 15))).toEqual(['ordinal: First,', 'ordinal: Second', 'ordinal: Finall'])
  })
})

describe('of two ways the one that keeps the promise', () => {
  const lists = each((title, _, point) => `**${title}.** ${point}`)
  const body = `## What happened\n\nIt rained.\n\n## What it means\n\n${lists}`

  test('three are promised', () => {
    expect(takeaways(story(body, 'Three takeaways from the vote'))).toEqual(named('bold'))
  })

  test('nothing is promised', () => {
    expect(takeaways(story(body))).toEqual(['heading: What happened', 'heading: What it means'])
  })
})

describe('what is no takeaway', () => {
  test.each([
    ['a list of three demands', `The traders want three things:\n\n- a roof\n- a lower levy\n- a vote\n\n${POINTS.join('\n\n')}`],
    ['talk with names in bold', '**Ortiz:** We stay.\n\n**Lund:** We go.\n\n**Ortiz:** We stay.\n\n**Lund:** We go.'],
    ['questions and answers', '**Q:** Why now?\n\n**A:** Because of the roof.'],
    ['pictures’ credits', 'Photo by Tom Reed\n\nThe vote was close, and two councillors left the room before it was over.']
  ])('%s', (_, body) => {
    expect(takeaways(story(body))).toEqual([])
  })

  test('headings beside numbered ones', () => {
    const body = `## Why it matters\n\nIt rained.\n\n${each((title, i, point) => `## ${i + 1}. ${title}\n\n${point}`)}\n\n## About this story\n\nIt is true.`
    expect(takeaways(story(body))).toEqual(TITLES.map((title, i) => `heading: ${i + 1}. ${title}`))
  })
})
