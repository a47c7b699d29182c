/** The built server tells its findings, fixes and hovers in the language of the editor. */
import { expect, onTestFinished, test } from 'vitest'
import type { CodeAction, Hover } from 'vscode-languageserver'
import { overStdio, type Wishes } from '../support/connection.ts'

const URI = 'file:///story.md'
const STORY = `---
byline: Ana Roth
---

# The levy stays

“We will not raise it,” said Dana Ortiz, the mayor.

Traders had feared the worst for months.

“Nobody has asked us what we can afford.”
`

/** What a writer reads of the story in that language. */
async function read(wishes: Wishes): Promise<object> {
  const client = await overStdio(wishes)
  onTestFinished(() => client.stop())
  const diagnostics = await client.open(URI, STORY)
  const { range } = diagnostics[0]!
  const textDocument = { uri: URI }
  const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
    textDocument,
    range,
    context: { diagnostics }
  })
  const hover: Hover = await client.connection.sendRequest('textDocument/hover', { textDocument, position: { line: 6, character: 5 } })
  return { finding: diagnostics[0]!.message, fix: actions[0]!.title, hover: (hover.contents as { value: string }).value.split('\n')[0]! }
}

const english = {
  finding: 'Nobody is said to have said this.',
  fix: expect.stringMatching(/^Attribute to Ortiz: last named speaker, \d+ %$/),
  hover: '**Dana Ortiz** said this.'
}

test.each(['de', 'de-AT', 'de_DE.UTF-8'])('in German (%s)', async (locale) => {
  expect(await read({ locale })).toEqual({
    finding: 'Der Entwurf sagt nicht, wer das gesagt hat.',
    fix: expect.stringMatching(/^Ortiz zuschreiben: zuletzt genannte Stimme, \d+\u00A0%$/),
    hover: 'Gesagt von **Dana Ortiz**.'
  })
})

test.each<Wishes>([
  { locale: 'fr' },
  { options: { locale: 'fr', diagnosticsDelay: 0 } },
  { locale: 'de', options: { locale: 'fr', diagnosticsDelay: 0 } }
])('in French (%j)', async (wishes) => {
  expect(await read(wishes)).toEqual({
    finding: 'Le brouillon ne dit pas qui a prononcé ces mots.',
    fix: expect.stringMatching(/^Attribuer à Ortiz\u00A0: dernière voix nommée, \d+\u00A0%$/),
    hover: 'Propos de **Dana Ortiz**.'
  })
})

test.each([undefined, 'nl', 'constructor', ''])('in English where there is no translation (%s)', async (locale) => {
  expect(await read(locale === undefined ? {} : { locale })).toEqual(english)
})
