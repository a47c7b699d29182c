/** What a hover says, drawn under the words it belongs to. */
import { expect, test } from 'vitest'
import { createWorkspace, hover } from '../../server/src/core/api.ts'
import { cursor } from '../support/marked.ts'

function hoverAt(marked: string): string {
  const { text, offset } = cursor(marked)
  const analysis = createWorkspace().withDraft('file:///draft.md', text).analysis('file:///draft.md')
  const found = analysis && hover(analysis, offset)
  // How probable an attribution is changes a little with every training.
  return found ? `[${text.slice(found.span.start, found.span.end)}]\n${found.markdown.replace(/\d+ %/, 'N %')}` : 'nothing'
}

test('a name that the draft introduces', () => {
  expect(hoverAt('“We will not raise the levy,” said Dana Ortiz, the mayor. “It stays,” Or<|>tiz said.')).toMatchInlineSnapshot(`
    "[Ortiz]
    **Dana Ortiz**, the mayor.

    Quoted twice in this draft.

    First named as “Dana Ortiz” in paragraph 1.

    Known from this draft alone."
  `)
})

test('a quotation', () => {
  expect(hoverAt('“We will not <|>raise the levy,” said Dana Ortiz, the mayor.')).toMatchInlineSnapshot(`
    "[“We will not raise the levy,”]
    **Dana Ortiz** said this.

    “Dana Ortiz” stands beside “said”. *(adjacent, N %)*"
  `)
})

test('a pronoun stands for whom the draft means', () => {
  expect(hoverAt('Dana Ortiz, the mayor, left early. “The levy stays,” s<|>he said.')).toMatchInlineSnapshot(`
    "[she]
    **Dana Ortiz**, the mayor.

    Quoted once in this draft.

    First named as “Dana Ortiz” in paragraph 1.

    Known from this draft alone."
  `)
})

test('plain words say nothing', () => {
  expect(hoverAt('The levy st<|>ays.')).toBe('nothing')
})

test('a quotation carried over from the paragraph before says so', () => {
  expect(hoverAt('“We will not raise the levy,” said Dana Ortiz, the mayor. “It stays.”\n\n“It pays <|>for the bridge.”')).toMatch(
    /^\[“It pays for the bridge\.”\]\n\*\*Dana Ortiz\*\* said this\.[\s\S]*The speaker is carried over from the paragraph before\.$/
  )
})

test('and so does one that goes on from further above', () => {
  expect(
    hoverAt(
      '“We will not raise the levy,” said Dana Ortiz, the mayor. “It stays.\n\n“It pays for the bridge.\n\n“It pays <|>for the school.”'
    )
  ).toMatch(/The speaker is carried over from two paragraphs above\.$/)
})
