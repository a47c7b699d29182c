/** What a hover says, drawn under the words it belongs to. */
import { expect, test } from 'vitest'
import { createWorkspace, hover } from '../../server/src/core/api.ts'
import { cursor } from '../support/marked.ts'

function hoverAt(marked: string): string {
  const { text, offset } = cursor(marked)
  const analysis = createWorkspace().withDraft('file:///draft.md', text).analysis('file:///draft.md')
  const found = analysis && hover(analysis, offset)
  return found ? `[${text.slice(found.span.start, found.span.end)}]\n${found.markdown}` : 'nothing'
}

test('a name that the draft introduces', () => {
  expect(hoverAt('“We will not raise the levy,” said Dana Ortiz, the mayor. “It stays,” Or<|>tiz said.')).toMatchInlineSnapshot()
})

test('a quotation', () => {
  expect(hoverAt('“We will not <|>raise the levy,” said Dana Ortiz, the mayor.')).toMatchInlineSnapshot()
})

test('a pronoun stands for whom the draft means', () => {
  expect(hoverAt('Dana Ortiz, the mayor, left early. “The levy stays,” s<|>he said.')).toMatchInlineSnapshot()
})

test('plain words say nothing', () => {
  expect(hoverAt('The levy st<|>ays.')).toBe('nothing')
})
