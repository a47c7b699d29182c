/** Every hover begins with a sentence that makes sense read aloud, before any list, quotation or emphasis of changes. */
import { expect, test } from 'vitest'
import { createWorkspace, hover, type Verdict } from '../../server/src/core/api.ts'
import { analysisOf, levyPack } from '../support/covered.ts'
import { cursor } from '../support/marked.ts'

/** The first line, and the verdict on the draft’s only quotation that the coverage was asked about, if any. */
function read(marked: string): { readonly line: string; readonly verdict: Verdict | null } {
  const { text, offset } = cursor(marked)
  const analysis = analysisOf(text)
  const [verdict = null] = analysis.quotations.flatMap((quotation) => analysis.verification(quotation).whole?.verdict ?? [])
  return { line: hover(analysis, offset)?.markdown.split('\n')[0] ?? 'nothing', verdict }
}

test.each<[string, string, string, Verdict | null]>([
  ['a name of the draft alone', 'Lena Bra<|>ndt, a baker, met the traders.', 'Lena Brandt, a baker.', null],
  ['a name of which nothing is known', 'Mayor Dana Ortiz met Ana R<|>oth.', 'Ana Roth.', null],
  ['a pronoun', 'Dana Ortiz, the mayor, left early. S<|>he waved.', 'Dana Ortiz, the mayor.', null],
  ['the very words', '“We will not ra<|>ise the levy this year,” Dana Ortiz said.', 'Dana Ortiz said this.', 'verbatim'],
  [
    'trimmed words',
    '“We will not ra<|>ise the levy … whatever the harbour board asks of us,” Dana Ortiz said.',
    'Dana Ortiz said this.',
    'trimmed'
  ],
  ['altered words', '“We will never ra<|>ise the levy this year,” Dana Ortiz said.', 'Dana Ortiz said this.', 'altered'],
  [
    'spliced words',
    '“We will not ra<|>ise the levy this year, whatever the harbour board asks of us. The roof of the market hall comes first,” Dana Ortiz said.',
    'Dana Ortiz said this.',
    'spliced'
  ],
  [
    'words that nobody published',
    '“Every boat in this harbour will be pai<|>nted green before Easter,” Dana Ortiz said.',
    'Dana Ortiz said this.',
    'unsupported'
  ],
  ['words of nobody', 'The council met.\n\n“We will not ra<|>ise the levy this year.”', 'Nobody is said to have said this.', 'verbatim'],
  [
    'speech without marks',
    'Dana Ortiz said the levy would st<|>ay as it is this year.',
    'Dana Ortiz said this, in the draft’s words.',
    null
  ]
])('%s', (_, marked, sentence, verdict) => {
  const found = read(marked)
  expect(found.line.replaceAll('**', '')).toBe(sentence)
  expect(found.line).toMatch(/^[^|<>`$#![\]()~_]+\.$/)
  expect(found.verdict).toBe(verdict)
})

test('a name that the house’s pack knows', () => {
  const { text, offset } = cursor('Mayor Dana Or<|>tiz met the traders.')
  const house = createWorkspace().withPacks([{ ...levyPack, house: true }])
  const analysis = house.withDraft('file:///draft.md', text).analysis('file:///draft.md')
  expect(analysis && hover(analysis, offset)?.markdown.split('\n')[0]).toBe('**Dana Ortiz**, the mayor of Port Ellen.')
})
