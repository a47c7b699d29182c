/** What a draft may be in VS Code: files and editors not yet saved, in Markdown and what is written in it, and cells of notebooks; no read-only copies. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { inFolder, ours, place, until, untilHover } from './helpers.ts'

const UNATTRIBUTED = '“Nobody has asked us what we can afford to pay.”'
const STORY = `“We will not raise it this year,” said Dana Ortiz, the mayor.

“The hall stays,” said Samuel Okafor, a trader.

Traders had feared the worst for months.

${UNATTRIBUTED}
`
const NOTEBOOK = {
  nbformat: 4,
  nbformat_minor: 2,
  metadata: {},
  cells: [
    { cell_type: 'code', metadata: {}, execution_count: null, outputs: [], source: ['print("“no”")'] },
    { cell_type: 'markdown', metadata: {}, source: STORY.split(/(?<=\n)/) }
  ]
}

/** What is in the other languages besides. */
const DIALECTS: Readonly<Record<string, string>> = {
  markdown: '',
  mdx: 'import Chart from "./“chart”.js"\n\n<Chart data={["“no”"]} />\n\n',
  rmd: '---\ntitle: "A “title”"\n---\n\n```{r, fig.cap="“Rents”"}\npaste("“no”")\n```\n\n',
  quarto: '---\ntitle: "A “title”"\n---\n\n::: {.callout-note title="“Note”"}\n:::\n\n```{python}\n#| fig-cap: "“Rents”"\n```\n\n'
}

export function documentsSuite(): void {
  describe('every document', () => {
    for (const [language, before] of Object.entries(DIALECTS))
      it(`an editor not yet saved, in ${language}`, async () => {
        const document = await vscode.workspace.openTextDocument({ language, content: `${before}${STORY}` })
        await vscode.window.showTextDocument(document)
        await underlined(document)
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
      })

    it('a cell of a notebook', async () => {
      const uri = inFolder('story.ipynb')
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(NOTEBOOK)))
      await vscode.commands.executeCommand('vscode.openWith', uri, 'jupyter-notebook')
      const cell = () => vscode.workspace.notebookDocuments.find((notebook) => notebook.uri.path === uri.path)?.cellAt(1).document
      await until('the notebook', () => cell() !== undefined)
      const document = cell() as vscode.TextDocument
      await underlined(document)
      await untilHover(document, place(document, 'raise it'), '**Dana Ortiz** said this.')
      const mended = new vscode.WorkspaceEdit()
      mended.insert(document.uri, document.positionAt(document.getText().trimEnd().length), ' said Lena Brandt, a baker.')
      await vscode.workspace.applyEdit(mended)
      await until('no finding', () => ours(document).length === 0)
      await vscode.commands.executeCommand('workbench.action.files.save')
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
      await vscode.workspace.fs.delete(uri)
    })

    it('no copy that cannot be written, such as the old side of a comparison', async () => {
      const provider = vscode.workspace.registerTextDocumentContentProvider('saidby-test', { provideTextDocumentContent: () => STORY })
      const left = vscode.Uri.from({ scheme: 'saidby-test', path: '/story.md' })
      await vscode.commands.executeCommand('vscode.diff', left, inFolder('story.md'))
      const document = await vscode.workspace.openTextDocument(left)
      assert.equal(document.languageId, 'markdown')
      // The new side is told of, and both were there to be asked about.
      await until('the finding of the draft', () => vscode.languages.getDiagnostics(inFolder('story.md')).length > 0)
      assert.deepEqual(ours(document), [])
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
      provider.dispose()
    })
  })
}

async function underlined(document: vscode.TextDocument): Promise<void> {
  await until('a finding', () => ours(document).length > 0)
  assert.deepEqual(
    ours(document).map(({ range }) => document.getText(range)),
    [UNATTRIBUTED]
  )
}
