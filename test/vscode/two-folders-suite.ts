/** A window with two folders, each with a project file of its own, and one with settings of its own. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { ours, until } from './helpers.ts'

export function twoFoldersSuite(): void {
  describe('Saidby in a window with two folders', () => {
    /** Level and rule of each finding. */
    const told = (document: vscode.TextDocument): string =>
      ours(document)
        .map(({ severity, code }) => `${vscode.DiagnosticSeverity[severity]} ${typeof code === 'object' ? code.value : code}`)
        .join(', ')

    /** Both are to be seen, since only then their findings are asked for. */
    async function story(folder: number): Promise<vscode.TextDocument> {
      const { uri } = vscode.workspace.workspaceFolders?.[folder] ?? {}
      assert.ok(uri)
      const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(uri, 'story.md'))
      await vscode.window.showTextDocument(document, { viewColumn: folder + 1, preview: false })
      return document
    }

    it('starts with the first Markdown file', async () => {
      await story(0)
      await until('the extension is active', () => vscode.extensions.getExtension('saidby.saidby')?.isActive === true)
    })

    it('goes by the project file of each, and by the settings of each before that', async () => {
      const news = await story(0)
      const opinion = await story(1)
      await until('the levels of the one', () => told(news) === 'Warning unattributed-quotation')
      await until('the levels of the other', () => told(opinion) === 'Error loaded-cue, Hint unattributed-quotation')
    })

    it('follows the one project file and leaves the other alone', async () => {
      const [news, opinion] = [await story(0), await story(1)]
      await until('the levels of both', () => told(news) !== '' && told(opinion) !== '')
      const file = vscode.Uri.joinPath(news.uri, '..', 'saidby.yaml')
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('ignore: story.md\n'))
      await until('nothing of the one', () => told(news) === '')
      assert.equal(told(opinion), 'Error loaded-cue, Hint unattributed-quotation')
    })
  })
}
