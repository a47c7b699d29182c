/** Where somebody else stands, what they are to be called, and how they look. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  colours,
  coverageOf,
  createWorkspace,
  draftSymbols,
  hover,
  nameCompletions,
  nameWords,
  occurrences,
  packSymbols,
  pronounHints,
  renamable,
  renamed,
  whomAt
} from '../../server/src/core/api.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import { draft } from '../support/drafts.ts'
import { analyzed, levyPack } from '../support/levy.ts'
import { cursor } from '../support/marked.ts'

const story = `“The levy stays,” said Dana Ortiz, the mayor. “It pays.”

Mayor Ortiz left early. “Ask Ortiz,” she said. Ortiz’s car was gone. Dana waved.
`

function at(marked: string) {
  const { text, offset } = cursor(marked)
  const analysis = analyzed(text)
  return { text, offset, analysis }
}

test('every alias and pronoun of somebody, marked as such', () => {
  const analysis = analyzed(story)
  const whom = whomAt(analysis, story.indexOf('Dana Ortiz') + 1)
  const found = occurrences(analysis, whom!.chain).map(
    ({ span, kind, inMarks }) => `${kind}${inMarks ? ' in marks' : ''}: ${story.slice(span.start, span.end)}`
  )
  expect(found).toEqual([
    'name: Dana Ortiz',
    'nominal: the mayor',
    'name: Ortiz',
    'name in marks: Ortiz',
    'pronoun: she',
    'name: Ortiz',
    'name: Dana'
  ])
})

function renamedTo(marked: string, name: string): string {
  const { text, offset, analysis } = at(marked)
  const whom = whomAt(analysis, offset)
  return whom ? applyEdits(text, renamed(analysis, whom, name)) : 'nobody'
}

test.each([
  [
    'each form to its own',
    'Dana Or<|>tiz, the mayor, left. Mayor Ortiz’s car was gone. “Ask Ortiz,” said Dana Ortiz.',
    'Ana Vik',
    'Ana Vik, the mayor, left. Mayor Vik’s car was gone. “Ask Ortiz,” said Ana Vik.'
  ],
  ['one word is a family name', 'Dana Or<|>tiz left. Ortiz was late.', 'Vik', 'Dana Vik left. Vik was late.'],
  [
    'the family name may come first',
    'Li W<|>ei left. Li was late. Mr. Li’s car was gone.',
    'Wu Wei',
    'Wu Wei left. Wu was late. Mr. Wu’s car was gone.'
  ],
  [
    'a possessive gets the ending it needs',
    'Tom San<|>ders, a baker, left. Sanders’ car was gone.',
    'Tom Okafor',
    'Tom Okafor, a baker, left. Okafor’s car was gone.'
  ],
  ['an acronym is no form of the name', 'United Tra<|>ders met. UT was late.', 'Free Traders', 'Free Traders met. UT was late.']
])('rename: %s', (_, marked, name, expected) => {
  expect(renamedTo(marked, name)).toBe(expected)
})

test('a rename begins outside marks, with the full name', () => {
  const told = (marked: string) => {
    const { text, offset, analysis } = at(marked)
    const found = renamable(analysis, offset)
    return found ? `${text.slice(found.span.start, found.span.end)} → ${found.name}` : 'nothing'
  }
  expect(told('Dana Ortiz left. Or<|>tiz was late.')).toBe('Ortiz → Dana Ortiz')
  expect(told('Dana Ortiz left. “Ask Or<|>tiz,” she said.')).toBe('nothing')
  expect(told('The levy st<|>ays.')).toBe('nothing')
})

test('a rename never changes what stands in marks', () => {
  fc.assert(
    fc.property(draft, fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
      const analysis = analyzed(text)
      const whom = whomAt(analysis, Math.floor(share * text.length))
      if (!whom) return
      for (const { start, end } of renamed(analysis, whom, 'Ana Vik'))
        expect(analysis.quotations.some(({ segments }) => segments.some(({ span }) => span.start < end && start < span.end))).toBe(false)
    }),
    { numRuns: 60 }
  )
})

function offered(marked: string): string[] {
  const { analysis, offset } = at(marked)
  return nameCompletions(analysis, offset)?.items.map(({ newText, detail }) => `${newText} (${detail})`) ?? []
}

test('names are completed in full with the role first, by the family name after that', () => {
  expect(offered('---\ndate: 2026-05-12\n---\n\nOn Monday @Da<|>')).toEqual([
    'Dana Ortiz, the mayor of Ortizville (first reference)',
    'Dana Ortiz (the mayor of Ortizville)'
  ])
  expect(offered('Dana Ortiz, the mayor, left. Then Or<|>').slice(0, 2)).toEqual([
    'Ortiz (the mayor of Ortizville)',
    'Dana Ortiz (the mayor of Ortizville)'
  ])
  expect(offered('The levy o<|>')).toEqual([])
  expect(offered('“Ask @Da<|> now,” she said.')).toEqual([])
  expect(offered('Write to dana@or<|>')).toEqual([])
})

test('whom a pronoun beside a quotation stands for', () => {
  const text = 'Dana Ortiz, the mayor, left early. “The levy stays,” she said. “It pays.”'
  expect(pronounHints(analyzed(text), { start: 0, end: text.length })).toEqual([{ offset: text.indexOf('she') + 3, name: 'Ortiz' }])
})

test('what is coloured stands in order, on one line each, apart', () => {
  fc.assert(
    fc.property(draft, (text) => {
      let at = 0
      for (const { span } of colours(analyzed(text))) {
        expect(span.start).toBeGreaterThanOrEqual(at)
        expect(span.end).toBeGreaterThan(span.start)
        expect(text.slice(span.start, span.end)).not.toContain('\n')
        at = span.end
      }
    }),
    { numRuns: 60 }
  )
})

test('speakers, others, cues and quotations', () => {
  const text = '“The levy\nstays,” said Dana Ortiz. Li Wei nodded.'
  expect(colours(analyzed(text)).map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`)).toEqual([
    'quotation: “The levy',
    'quotation: stays,”',
    'cue: said',
    'speaker: Dana Ortiz',
    'name: Li Wei'
  ])
})

test('symbols of drafts and packs by the beginnings of their words', () => {
  const analysis = analyzed(`${story}\n## The levy stays\n\nLi Wei nodded.\n`)
  expect(draftSymbols(analysis, 'or').map(({ name }) => name)).toEqual(['Dana Ortiz'])
  expect(draftSymbols(analysis, 'levy').map(({ kind, name }) => `${kind} ${name}`)).toEqual(['takeaway The levy stays'])
  expect(packSymbols(levyPack(), 'never raise').map(({ id }) => id)).toEqual(['no-levy'])
  expect(packSymbols(levyPack(), 'UT').map(({ id }) => id)).toEqual(['traders'])
})

test('words that are right by the coverage', () => {
  expect(nameWords(analyzed('Dana Ortiz met Samuel Okafor. Ortíz was late. The United Traders were not.'))).toEqual([
    'Dana',
    'Ortiz',
    'Traders',
    'United'
  ])
})

test('words that an article of the coverage has as a name, and those of whom it calls speakers', () => {
  const published = [
    { article: { id: 'monday' }, text: 'The mayor met Samuel Okafor of the traders, and Zoë Peña left.' },
    { article: { id: 'speech', speakers: ['Ruth Lund'] }, text: 'The bridge can wait.' }
  ]
  const text = 'Samuel Okafor met Ruth Lund. Okafor and Lund left with Zoë Pena and Hana Okafor.'
  const analysis = createWorkspace()
    .withCoverage(coverageOf(published, [], 1))
    .withDraft('file:///draft.md', text)
    .analysis('file:///draft.md')
  expect(nameWords(analysis!)).toEqual(['Lund', 'Okafor', 'Ruth', 'Samuel'])
})

test('an adjective of a pack leads to what it points at', () => {
  const { offset, analysis } = at('The Traderish cra<|>ft left. The Trader<|>ish craft left.'.replace('cra<|>ft', 'craft'))
  expect(whomAt(analysis, offset)?.entity?.id).toBe('traders')
})

test('a hover on a name that a pack knows', () => {
  const { text, offset, analysis } = at('---\ndate: 2026-05-12\n---\n\nDana Ortiz left. “The levy stays,” Or<|>tiz said.')
  const found = hover(analysis, offset)
  expect(`[${text.slice(found!.span.start, found!.span.end)}]\n${found!.markdown}`).toMatchInlineSnapshot(`
    "[Ortiz]
    **Dana Ortiz**, the mayor of Ortizville.

    Dana Ortiz has been mayor since May 2024.

    Also: Mayor Ortiz.

    Quoted once in this draft.

    First named as “Dana Ortiz” in paragraph 1.

    In the coverage:

    - “we will never raise it”

    From the house’s names “The levy on the market hall”."
  `)
})
