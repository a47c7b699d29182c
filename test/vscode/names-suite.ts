/** Names as a writer meets them in VS Code: offered while they are typed, renamed everywhere but in what was said, followed into the pack that knows them. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { close, ours, place, until, untilSome } from './helpers.ts'

const STORY = `---
byline: Ana Roth
---

# The levy stays

“Mr. Ortiz’s levy is fair,” said Dana Ortiz, the mayor. Ortiz’s traders listened.

Samuel Okafor, a trader, did not. “Ortiz never asked us,” he said. Ortiz left early.
`

const SUMMIT = '# Xi and Putin in Moscow\n\n“It will pass,” said Xi Jinping. Vladimir Putin listened.\n'

export function namesSuite(): void {
  describe('names in VS Code', () => {
    afterEach(close)

    it('are offered while they are typed, behind an @ as well', async () => {
      const document = await shown(`${STORY}\n@`)
      const end = document.positionAt(document.getText().length)
      const labels = await untilSome(async () =>
        (await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, end)).items
          .map(({ label }) => (typeof label === 'string' ? label : label.label))
          .filter((label) => label === 'Okafor' || label === 'Ortiz')
      )
      assert.deepEqual([...labels].sort(), ['Okafor', 'Ortiz'])
    })

    it('are renamed in one step, each form to its own, and nothing that somebody said', async () => {
      const document = await shown(STORY)
      await until('that it is read', () => ours(document).length === 0)
      const at = place(document, 'Ortiz, the mayor')
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        at,
        'Carla Hansen'
      )
      await vscode.workspace.applyEdit(edit)
      assert.equal(
        document.getText(),
        STORY.replace('Dana Ortiz, the', 'Carla Hansen, the')
          .replace('Ortiz’s traders', 'Hansen’s traders')
          .replace('Ortiz left', 'Hansen left')
      )
      await vscode.commands.executeCommand('undo')
      assert.equal(document.getText(), STORY)
    })

    it('are followed to their entry in the pack', async () => {
      const document = await shown(SUMMIT)
      const [found] = await untilSome(
        async () =>
          (await vscode.commands.executeCommand<vscode.Location[]>(
            'vscode.executeDefinitionProvider',
            document.uri,
            place(document, 'Vladimir Putin')
          )) ?? []
      )
      assert.equal(`${found?.uri}`, 'saidby-pack:/summit.md')
      const page = await vscode.workspace.openTextDocument(found!.uri)
      assert.match(page.lineAt(found!.range.start.line).text, /Vladimir Putin/)
    })
  })
}

async function shown(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content })
  await vscode.window.showTextDocument(document)
  return document
}
