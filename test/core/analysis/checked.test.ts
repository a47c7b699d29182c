/** Quotations checked by hand: what is kept of them, when it holds and when it lapses. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Checked, checkedLine, defaultLevels, findings, parseChecked, toCheckAt } from '../../../server/src/core/api.ts'
import { covered } from '../../support/covered.ts'

const FRAME = '---\nbyline: Ana Roth\n---\n\n'
const note: Checked = {
  draft: 'draft.md',
  speaker: 'Dana Ortiz',
  words: 'We will never raise the levy this year,',
  note: 'On tape',
  initials: 'LB',
  date: '2026-11-25'
}
const DRAFT = '“We will never raise the levy this year,” Dana Ortiz said.'

function told(draft: string, notes: readonly Checked[]): string[] {
  const analysis = covered
    .withChecked(() => notes)
    .withDraft('d', FRAME + draft)
    .analysis('d')
  return analysis ? findings(analysis, defaultLevels).map(({ rule }) => rule) : []
}

describe('a note', () => {
  test('silences the coverage about its quotation', () => {
    expect(told(DRAFT, [])).toEqual(['altered-quotation'])
    expect(told(DRAFT, [note])).toEqual([])
  })

  test('holds where marks, case and line breaks change', () => {
    expect(told('"We will never raise\nthe levy this year," Dana Ortiz said.', [note])).toEqual([])
  })

  test('lapses when a word changes, and when somebody else is given the words', () => {
    expect(told(DRAFT.replace('never', 'hardly'), [note])).toEqual(['altered-quotation'])
    const given = (speaker: string) => `“We will not raise the levy this year,” ${speaker} said.`
    const own = { ...note, speaker: 'Samuel Okafor', words: 'We will not raise the levy this year' }
    expect(told(given('Samuel Okafor'), [own])).toEqual([])
    expect(told(given('Lena Brandt'), [own])).toEqual(['misattributed-quotation'])
  })

  test('silences no other rule', () => {
    expect(told('“We will never raise the levy this year.”\n\nDana Ortiz left.', [{ ...note, speaker: '' }])).toEqual([
      'unattributed-quotation'
    ])
  })

  test('is known to the workspace also when it comes after the draft', () => {
    const open = covered
      .withDraft('d', FRAME + DRAFT)
      .withChecked((uri) => (uri === 'd' ? [note] : []))
      .analysis('d')
    expect(open && findings(open, defaultLevels)).toEqual([])
    expect(open && toCheckAt(open, FRAME.length + 5)).toBeNull()
  })
})

describe('what wants a look by hand', () => {
  const offered = (draft: string) => {
    const analysis = covered.withDraft('d', draft).analysis('d')
    return analysis && toCheckAt(analysis, 5)
  }

  test('an altered quotation, with its words and its speaker in full', () => {
    expect(offered(DRAFT)).toMatchObject({ words: note.words, speaker: 'Dana Ortiz' })
  })

  test('not one that the coverage has', () => {
    expect(offered('“We will not raise the levy this year,” Dana Ortiz said.')).toBeNull()
  })
})

describe('the file', () => {
  test('a line that is malformed costs only itself', () => {
    const { checked, problems } = parseChecked(
      `\ufeff{"draft"\n\n[1]\r\n{"draft": "a.md"}\n${checkedLine(note)}{"draft":"a","words":"b","note":3}`
    )
    expect(checked).toEqual([note, { draft: 'a', speaker: '', words: 'b', note: '', initials: '', date: '' }])
    expect(problems).toEqual([
      { line: 1, message: 'this is not JSON' },
      { line: 3, message: 'this is no object' },
      { line: 4, message: '“draft” and “words” are needed, both as text' }
    ])
  })

  test('what is written is read again, whatever is in it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 })
    const some = text.filter((words) => words !== '')
    const draft = fc.constantFrom('a.md', 'drafts/b.md')
    fc.assert(
      fc.property(
        fc.array(fc.record({ draft, speaker: text, words: some, note: text, initials: text, date: text }), { maxLength: 5 }),
        (notes) => {
          expect(parseChecked(notes.map(checkedLine).join('')).checked).toEqual(notes)
        }
      )
    )
  })

  test('any text is read', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseChecked(text)))
  })
})
