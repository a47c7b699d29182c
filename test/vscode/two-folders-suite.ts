/** A window with two folders, each with a project file of its own, and one with settings of its own. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { ours, place, ruleOf, until, untilSome } from './helpers.ts'

export function twoFoldersSuite(): void {
  describe('Saidby in a window with two folders', () => {
    /** Level, rule and words of each finding, in the order of the draft. */
    const told = (document: vscode.TextDocument): readonly string[] =>
      [...ours(document)]
        .sort((a, b) => a.range.start.compareTo(b.range.start))
        .map((finding) => `${vscode.DiagnosticSeverity[finding.severity]} ${ruleOf(finding)}: ${document.getText(finding.range)}`)
    const untilTold = (document: vscode.TextDocument, expected: readonly string[]): Promise<void> =>
      until(expected.join(', '), () => told(document).join() === expected.join())

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

    it('holds each draft against the coverage of its own, with the spellings and levels of its own project file, and with its own settings', async () => {
      await untilTold(await story(0), ofNews)
      await untilTold(await story(1), ofOpinion)
    })

    it('opens the passage in the coverage of each', async () => {
      for (const [folder, words] of ['not raise', 'never raise'].entries()) {
        const document = await story(folder)
        const [found] = await untilSome(
          async () =>
            (await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
              'vscode.executeDefinitionProvider',
              document.uri,
              place(document, 'whatever the council')
            )) ?? []
        )
        assert.ok(found)
        const [uri, range] = 'targetUri' in found ? [found.targetUri, found.targetRange] : [found.uri, found.range]
        assert.equal(`${uri}`, `${vscode.Uri.joinPath(document.uri, '..', 'wire', 'levy.md')}`)
        assert.ok((await vscode.workspace.openTextDocument(uri)).getText(range).includes(words))
      }
    })

    it('follows the one project file and leaves the other alone', async () => {
      const [news, opinion] = [await story(0), await story(1)]
      await untilTold(news, ofNews)
      await untilTold(opinion, ofOpinion)
      const file = vscode.Uri.joinPath(news.uri, '..', 'saidby.yaml')
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('ignore: story.md\n'))
      await untilTold(news, [])
      assert.deepEqual(told(opinion), ofOpinion)
    })
  })
}

const UNATTRIBUTED = '“Nobody has asked us what we can afford to pay.”'

const ofNews = [
  'Warning altered-quotation: never',
  'Information inconsistent-name: Kiev',
  `Warning unattributed-quotation: ${UNATTRIBUTED}`
]

const ofOpinion = ['Error loaded-cue: claimed', 'Information inconsistent-name: Petrenco', `Hint unattributed-quotation: ${UNATTRIBUTED}`]
