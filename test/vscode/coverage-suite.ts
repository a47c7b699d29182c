/** What a writer sees of the coverage in VS Code: verdicts, passages, statements to quote, sheets, and what was checked by hand. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { accepting, answering, inFolder, open, ours, place, until, untilHover, untilSome } from './helpers.ts'

const CHECKED = '.saidby/checked.jsonl'
const ARTICLE = `---
publisher: Coast Wire
date: 2026-11-21
url: https://coast.example/monday
---

The council met on Monday.

“We will not raise the levy this year, whatever the harbour board asks of us,” Mayor Dana Ortiz said. Traders applauded.

“The old bridge can wait for another winter,” said Lena Brandt, a baker. She left early.
`

export function coverageSuite(): void {
  describe('the coverage in VS Code', () => {
    before(() => vscode.workspace.fs.writeFile(inFolder('coverage/monday.md'), new TextEncoder().encode(ARTICLE)))
    after(async () => {
      const { document } = await open('quoted.md')
      await vscode.workspace.fs.delete(inFolder('coverage'), { recursive: true })
      await until('nothing held against the coverage', () => ours(document).length === 0)
    })

    it('underlines the word that the coverage has otherwise', async () => {
      const { document } = await open('quoted.md')
      await until('a finding', () =>
        ours(document).some(({ code }) => (typeof code === 'object' ? code.value : code) === 'altered-quotation')
      )
      assert.deepEqual(
        ours(document).map(({ range }) => document.getText(range)),
        ['never']
      )
    })

    it('says the verdict in a hover, with the passage and the difference', async () => {
      const { document } = await open('quoted.md')
      await untilHover(document, place(document, 'raise the levy'), 'The coverage has other words here: one word differs.')
      await untilHover(document, place(document, 'raise the levy'), 'We will ~~never~~ **not** raise the levy this')
      await untilHover(document, place(document, 'raise the levy'), '[Coast Wire](https://coast.example/monday), 21 November 2026')
    })

    it('opens the passage in its article, and a pack as a page', async () => {
      const { document } = await open('quoted.md')
      const [found] = await untilSome(() =>
        asked<vscode.Location | vscode.LocationLink>('vscode.executeDefinitionProvider', document.uri, place(document, 'raise the levy'))
      )
      assert.ok(found)
      const [uri, range] = 'targetUri' in found ? [found.targetUri, found.targetRange] : [found.uri, found.range]
      assert.ok(uri.path.endsWith('/coverage/monday.md'), uri.toString())
      assert.equal((await vscode.workspace.openTextDocument(uri)).getText(range), 'We will not raise the levy this year')
      const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('saidby-pack:/summit.md'))
      assert.ok(page.getText().includes('— Xi Jinping'))
    })

    it('lists who else quotes the passage', async () => {
      const { document } = await open('quoted.md')
      const found = await untilSome(async () =>
        (await asked<vscode.Location>('vscode.executeReferenceProvider', document.uri, place(document, 'raise the levy'))).filter(
          ({ uri }) => uri.path.endsWith('/coverage/monday.md')
        )
      )
      assert.equal(found.length, 1)
    })

    it('completes somebody’s words inside fresh marks, and doubles no mark', async () => {
      const { document, edit } = await open('quoted.md')
      const before = document.getText()
      await edit((builder) => builder.insert(end(document), '\nBrandt said “'))
      const [item] = await untilSome(async () =>
        (await completions(document, end(document))).filter(({ label }) => String(label).startsWith('The old bridge'))
      )
      assert.equal(item?.insertText, 'The old bridge can wait for another winter”')
      await edit((builder) => builder.insert(end(document), '”'))
      const inside = document.positionAt(document.getText().length - 1)
      const [closed] = await untilSome(async () =>
        (await completions(document, inside)).filter(({ label }) => String(label).startsWith('The old bridge'))
      )
      assert.equal(closed?.insertText, 'The old bridge can wait for another winter')
      await putBack(document, before)
    })

    it('quotes a statement with marks and attribution, chosen from what somebody said', async () => {
      const { document } = await open('quoted.md')
      const before = document.getText()
      const actions = await untilSome(async () =>
        (await asked<vscode.CodeAction>('vscode.executeCodeActionProvider', document.uri, rangeOf(document, 'Lena Brandt'))).filter(
          ({ title }) => title === 'What Brandt said…'
        )
      )
      const editor = vscode.window.activeTextEditor
      assert.ok(editor)
      editor.selection = new vscode.Selection(end(document), end(document))
      const { command } = actions[0] as vscode.CodeAction
      await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []))
      await accepting('the statement', () => document.getText().endsWith('“The old bridge can wait for another winter,” Brandt said.'))
      await putBack(document, before)
    })

    it('opens the quotation sheet of a draft, and that of the workspace', async () => {
      await open('quoted.md')
      await vscode.commands.executeCommand('saidby.quotationSheet')
      const sheet = vscode.window.activeTextEditor?.document
      assert.ok(sheet?.getText().includes('# Quotations: quoted.md'))
      assert.ok(sheet?.getText().includes('**altered** (“never” for “not”;'))
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
      await vscode.commands.executeCommand('saidby.checkWorkspace')
      const report = vscode.window.activeTextEditor?.document.getText() ?? ''
      assert.ok(report.includes('# Quotations in the workspace'), report)
      assert.ok(report.includes('## quoted.md'), report)
      assert.ok(!report.includes('## coverage'), report)
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    })

    it('writes dictionaries of names, and keeps what they hold', async () => {
      await open('quoted.md')
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri
      const [cspell, harper] = ['cspell.json', '.harper-dictionary.txt'].map((name) => vscode.Uri.joinPath(folder, name)) as [
        vscode.Uri,
        vscode.Uri
      ]
      await vscode.workspace.fs.writeFile(cspell, new TextEncoder().encode('{\n  // ours\n  "words": [\n    "Saidby"\n  ]\n}\n'))
      const text = async (file: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(file))
      try {
        await vscode.commands.executeCommand('saidby.writeDictionaries', ['cSpell', 'Harper'])
        assert.match(await text(cspell), /\/\/ ours[\s\S]*"Ortiz"[\s\S]*"Saidby"/)
        assert.match(await text(harper), /^Ortiz$/m)
      } finally {
        for (const file of [cspell, harper]) await vscode.workspace.fs.delete(file)
      }
    })

    it('shows a line over each takeaway, when it is asked to', async () => {
      const { document } = await open('quoted.md')
      assert.deepEqual(await lenses(document), [])
      const settings = vscode.workspace.getConfiguration('saidby')
      await settings.update('codeLens.enable', true, vscode.ConfigurationTarget.Global)
      const [lens] = await untilSome(() => lenses(document))
      assert.equal(lens?.command?.title, '1 quotation: 1 altered')
      await settings.update('codeLens.enable', undefined, vscode.ConfigurationTarget.Global)
    })

    it('keeps beside the drafts what was checked by hand, and is silent about it until the words change', async () => {
      const { document, edit } = await open('quoted.md')
      await until('the finding', () => ours(document).length === 1)
      const [action] = (
        await asked<vscode.CodeAction>('vscode.executeCodeActionProvider', document.uri, rangeOf(document, 'never'))
      ).filter(({ title }) => title === 'Checked by hand…')
      await answering(vscode.commands.executeCommand(action?.command?.command ?? '', ...(action?.command?.arguments ?? [])))
      const line = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(inFolder(CHECKED))))
      assert.deepEqual([line.draft, line.speaker, line.words], ['quoted.md', 'Dana Ortiz', 'We will never raise the levy this year,'])
      await until('no finding', () => ours(document).length === 0)
      await untilHover(document, place(document, 'raise the levy'), 'Checked by hand')
      const word = rangeOf(document, 'never')
      const before = document.getText()
      await edit((builder) => builder.replace(word, 'hardly'))
      await until('the finding for other words', () => ours(document).length === 1)
      await putBack(document, before)
      await until('no finding for the old words', () => ours(document).length === 0)
      await vscode.workspace.fs.delete(inFolder(CHECKED))
      await until('the finding again', () => ours(document).length === 1)
    })
  })
}

async function asked<T>(command: string, ...given: readonly unknown[]): Promise<readonly T[]> {
  return (await vscode.commands.executeCommand<T[]>(command, ...given)) ?? []
}

async function completions(document: vscode.TextDocument, position: vscode.Position): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    '“'
  )
  return list?.items ?? []
}

const lenses = async (document: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> =>
  (await asked<vscode.CodeLens>('vscode.executeCodeLensProvider', document.uri, 10)).filter(({ command }) =>
    command?.title.includes('quotation')
  )

/** A VS Code that saves by itself has nothing to go back to. */
async function putBack(document: vscode.TextDocument, text: string): Promise<void> {
  const all = new vscode.WorkspaceEdit()
  all.replace(document.uri, new vscode.Range(document.positionAt(0), end(document)), text)
  await vscode.workspace.applyEdit(all)
}

const end = (document: vscode.TextDocument): vscode.Position => document.positionAt(document.getText().length)

function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const at = document.getText().indexOf(words)
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length))
}
