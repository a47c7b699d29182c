/** However a draft came about, the editor is told the same of it: edits over the protocol against a draft opened as it is. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { inMemory } from '../support/connection.ts'

const START = `---
byline: Ana Roth
---

“We will not raise it,” said Dana Ortiz, the mayor.

Traders had feared the worst.

“Nobody has asked us what we can afford.”
`

const edit = fc.record({
  at: fc.nat(400),
  cut: fc.nat(40),
  put: fc.constantFrom(
    '“',
    '”',
    '"',
    '\n\n',
    '> ',
    'Ortiz said. ',
    ', she said',
    '',
    'x',
    '\r\n',
    '🙂',
    '# ',
    '[levy]: x\n',
    'We know that this is so.'
  )
})

test('edits one by one or many in one message leave the server where a new draft would', async () => {
  const client = await inMemory()
  let number = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }), async (messages) => {
      number += 1
      const uri = `file:///edited-${number}.md`
      const document = TextDocument.create(uri, 'markdown', 1, START)
      let diagnostics = await client.open(uri, START)
      let version = 1
      for (const edits of messages) {
        version += 1
        const changes = edits.map(({ at, cut, put }) => {
          const start = Math.min(at, document.getText().length)
          const range = { start: document.positionAt(start), end: document.positionAt(Math.min(start + cut, document.getText().length)) }
          TextDocument.update(document, [{ range, text: put }], version)
          return { range, text: put }
        })
        diagnostics = await client.change(uri, version, changes)
      }
      expect(diagnostics).toEqual(await client.open(`file:///new-${number}.md`, document.getText()))
    }),
    { numRuns: 60 }
  )
  await client.stop()
}, 60_000)
