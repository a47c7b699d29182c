/** One statement, several wordings in English: which passages of the coverage are kept together. */
import { expect, test } from 'vitest'
import { createWorkspace } from '../../../server/src/core/api.ts'
import type { Article } from '../../../server/src/core/coverage/article.ts'
import { coverageOf } from '../../../server/src/core/coverage/coverage.ts'

const said = (publisher: string, date: string, text: string, more: Partial<Article> = {}) => ({
  article: { id: `${publisher}-${date}`, publisher, date, ...more },
  text
})

const wire = said(
  'Harbour Wire',
  '2026-11-20',
  '“Such changes come to our harbour once in a hundred years,” said Jonas Vik, who runs the port.'
)

function renderings(...others: ReturnType<typeof said>[]): string[] {
  const coverage = coverageOf([wire, ...others], [], 1)
  const draft = '“Such changes come to our harbour once in a hundred years,” Jonas Vik said.'
  const analysis = createWorkspace().withCoverage(coverage).withDraft('a', draft).analysis('a')
  const [quotation] = analysis?.quotations ?? []
  const passage = quotation && analysis?.verification(quotation).whole?.passages[0]
  const found = passage && analysis ? analysis.renderings(passage) : []
  return found.map(({ article, start, end }) => `${article.publisher}: ${coverage.text(article, start, end)}`)
}

test('the same speaker, within two days, in like words', () => {
  expect(
    renderings(
      said(
        'The Quay',
        '2026-11-21',
        'Vik was in the mood for history. “Changes like these come to the harbour once in a century,” Jonas Vik said.'
      ),
      said('Tide', '2026-11-22', 'It rained. “The changes in our harbour are such as come once every hundred years,” said Jonas Vik.')
    )
  ).toEqual([
    'Tide: The changes in our harbour are such as come once every hundred years',
    'The Quay: Changes like these come to the harbour once in a century'
  ])
})

test('not somebody else’s, not weeks later, not other words, not the very same', () => {
  expect(
    renderings(
      said('The Quay', '2026-11-21', '“Changes like these come to the harbour once in a hundred years,” Dana Ortiz said.'),
      said('Tide', '2026-12-24', '“Changes like these come to the harbour once in a hundred years,” Jonas Vik said.'),
      said('Ebb', '2026-11-20', '“Once in a hundred years I would like to have my breakfast alone,” Jonas Vik said.'),
      said('Flood', '2026-11-20', '“Such changes come to our harbour once in a hundred years,” Jonas Vik said.')
    )
  ).toEqual([])
})

test('of one occasion, whatever the date', () => {
  const occasion = 'opening of the lock'
  const [first] = renderings(
    said('The Quay', '2026-12-24', 'Such changes come to the harbour once in a century', { speakers: ['Jonas Vik'], occasion })
  )
  expect(first).toBeUndefined()
})
