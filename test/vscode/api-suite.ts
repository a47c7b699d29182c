/** What another extension gets of Saidby in VS Code. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { exported, open, untilSome } from './helpers.ts'

export function apiSuite(): void {
  describe('the API of Saidby in VS Code', () => {
    it('tells where a document has somebody else’s words, and who said them', async () => {
      const { document } = await open('story.md')
      const { version, quoted } = await exported()
      assert.equal(version, 1)
      const told = await quoted(document)
      assert.equal(told.version, document.version)
      assert.deepEqual(
        told.ranges.map(({ range, speaker }) => `${speaker}: ${document.getText(range)}`),
        ['Dana Ortiz: “We will not raise it this year,”', 'null: “Nobody has asked us what we can afford to pay.”']
      )
    })

    it('tells the names that a spelling checker need not know', async () => {
      const document = await vscode.workspace.openTextDocument({
        language: 'markdown',
        content: '# Xi and Putin in Moscow\n\n“It will pass,” said Xi Jinping. Vladimir Putin listened.\n'
      })
      const { quoted } = await exported()
      const known = ['Jinping', 'Moscow', 'Putin', 'Vladimir', 'Xi']
      await untilSome(async () => {
        const { names } = await quoted(document)
        return known.every((name) => names.includes(name)) ? names : []
      })
    })

    it('says when the answer may be another, and has none for what is no draft', async () => {
      const { document, edit } = await open('story.md')
      const { quoted, onDidChange } = await exported()
      const changed = new Promise<vscode.Uri>((resolve) => {
        const listening = onDidChange((uri) => {
          if (uri.toString() !== document.uri.toString()) return
          listening.dispose()
          resolve(uri)
        })
      })
      const end = document.positionAt(document.getText().length)
      await edit((builder) => builder.insert(end, '\n“We will wait,” Ortiz said.\n'))
      await changed
      assert.equal((await quoted(document)).ranges.length, 3)
      await vscode.commands.executeCommand('undo')
      const other = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '“We will wait,” Ortiz said.' })
      assert.deepEqual(await quoted(other), { version: other.version, ranges: [], names: [] })
    })
  })
}
