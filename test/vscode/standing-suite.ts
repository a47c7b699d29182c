/** What a writer is told of the state of things in VS Code: the status, its menu, why a file is not checked, a restart, the walkthrough. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closing, exported, inFolder, open, ours, until } from './helpers.ts'

export function standingSuite(): void {
  describe('the standing of a draft in VS Code', () => {
    it('is told beside its language: how many findings, and of a README that it is not checked', async () => {
      const { standing } = (await exported()).forTests
      await open('story.md')
      await until('the findings', () => standing.item.text === 'Saidby: 1 finding')
      assert.match(`${standing.item.detail}`, /^2 quotations/)
      await open('README.md')
      await until('that it is not checked', () => standing.item.text === 'Saidby: not checked')
      assert.match(`${standing.item.detail}`, /does not read like a news story[^\]]*$/)
    })

    it('has a menu of commands that are all there', async () => {
      const { standing } = (await exported()).forTests
      assert.equal(standing.item.command?.command, 'saidby.menu')
      const known = new Set(await vscode.commands.getCommands(true))
      const missing = standing.menu().filter(({ command }) => !known.has(command))
      assert.deepEqual(missing, [])
      await closing(vscode.commands.executeCommand('saidby.menu'))
    })

    it('says in a sentence why a file is not checked', async () => {
      const why = () => vscode.commands.executeCommand<string>('saidby.why')
      await open('README.md')
      assert.match(await why(), /^This file is not checked, since it does not read like a news story/)
      await open('story.md')
      assert.match(await why(), /^This file is checked\. No coverage is known of this story/)
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'A list.' }))
      assert.equal(await why(), 'This file is not checked, since it is no Markdown: its language is “plaintext”.')
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
      await vscode.commands.executeCommand('notifications.clearAll')
    })

    it('says so of a file that is too large for VS Code to hand it over', async () => {
      const uri = inFolder('archive.md')
      await vscode.workspace.fs.writeFile(uri, new Uint8Array(51 * 1024 * 1024).fill(10))
      await vscode.commands.executeCommand('vscode.open', uri)
      assert.match(await vscode.commands.executeCommand<string>('saidby.why'), /^This file is not checked, since it is too large/)
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
      await vscode.commands.executeCommand('notifications.clearAll')
      await vscode.workspace.fs.delete(uri)
    })

    it('is the same after a restart of the server', async () => {
      const { standing } = (await exported()).forTests
      const { document } = await open('story.md')
      await until('the finding', () => ours(document).length === 1)
      await vscode.commands.executeCommand('saidby.restart')
      await until('the finding again', () => ours(document).length === 1 && standing.item.text === 'Saidby: 1 finding')
    })
  })

  describe('the walkthrough in VS Code', () => {
    it('opens in one command', async () => {
      await vscode.commands.executeCommand('saidby.walkthrough')
      await until('its tab', () =>
        vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => /walkthrough|welcome/i.test(label)))
      )
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
    })

    it('opens the sample story as a draft that is saved nowhere, and checks it', async () => {
      const document = await vscode.commands.executeCommand<vscode.TextDocument>('saidby.openSample')
      assert.equal(document.uri.scheme, 'untitled')
      assert.match(document.getText(), /Korolev/)
      await until('findings', () => ours(document).length > 0)
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    })
  })
}
