/** The project file, a pause and the set-up in VS Code. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { answering, choosing, exported, open, ours, until } from './helpers.ts'

export function projectSuite(): void {
  const folder = (): vscode.Uri => {
    const uri = vscode.workspace.workspaceFolders?.[0]?.uri
    assert.ok(uri)
    return uri
  }
  const file = (): vscode.Uri => vscode.Uri.joinPath(folder(), 'saidby.yaml')
  const written = async (): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(file()))
  const write = (text: string): Thenable<void> => vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(text))

  describe('The project file in VS Code', () => {
    afterEach(async () => {
      await vscode.workspace.fs.delete(file()).then(undefined, () => {})
    })

    it('holds at once, is told what is wrong with it at its line, and is mended by what somebody types', async () => {
      const { document } = await open('story.md')
      await until('a finding', () => ours(document).length === 1)
      await write('rules:\n  unattributed-quotation: off\n  no-such-rule: off\n')
      await until('no finding', () => ours(document).length === 0)
      const problems = () => vscode.languages.getDiagnostics(file()).filter(({ code }) => code === 'project-file')
      await until('a problem', () => problems().length === 1)
      assert.equal(problems()[0]?.range.start.line, 2)
      await write('rules:\n  unattributed-quotation: error\n')
      await until('an error', () => ours(document)[0]?.severity === vscode.DiagnosticSeverity.Error)
      await until('no problem', () => problems().length === 0)
    })

    it('is written by a quick fix, saved, and keeps its comments', async () => {
      await write('# Ours.\nrules:\n  loaded-cue: hint # for now\n')
      const { document } = await open('story.md')
      await until('a finding', () => ours(document).length === 1)
      await choosing(document, 'Switch unattributed-quotation off in saidby.yaml')
      await until('no finding', () => ours(document).length === 0)
      assert.equal(await written(), '# Ours.\nrules:\n  loaded-cue: hint # for now\n  unattributed-quotation: off\n')
      const kept = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file().toString())
      assert.ok(!kept?.isDirty)
    })

    it('may be left alone: a finding is ignored by a comment that one quick fix asks for and writes', async () => {
      const { document } = await open('story.md')
      await until('a finding', () => ours(document).length === 1)
      const before = document.getText()
      await choosing(document, 'Ignore unattributed-quotation in this paragraph')
      await until('no finding', () => ours(document).length === 0)
      assert.equal(document.getText().replace('<!-- saidby: ignore unattributed-quotation -->\n', ''), before)
      await vscode.commands.executeCommand('undo')
      await until('the finding again', () => document.getText() === before && ours(document).length === 1)
    })

    it('is set up by three answers', async () => {
      await open('story.md')
      await answering(vscode.commands.executeCommand('saidby.setUp'))
      assert.equal(await written(), 'coverage:\n  - coverage\n')
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file().toString())
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
    })

    it('pauses for a file or altogether by one click, and goes on by another', async () => {
      const { document } = await open('story.md')
      const { item } = (await exported()).forTests.standing
      const offers = (title: string, command: string) => `${item.detail}`.endsWith(` [${title}](command:${command})`)
      for (const command of ['saidby.pauseFile', 'saidby.pauseSession']) {
        await until('a finding', () => ours(document).length === 1)
        await until('the offer to pause', () => offers('Pause for this file', 'saidby.pauseFile'))
        await vscode.commands.executeCommand(command)
        await until('no finding', () => ours(document).length === 0)
        await until('the offer to go on', () => item.text === 'Saidby: not checked' && offers('Go on', command))
        await vscode.commands.executeCommand(command)
      }
      await until('the finding again', () => ours(document).length === 1)
    })
  })
}
