/** What VS Code does with edits of its own accord: mending on saving, and a blank left under the cursor. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { ours, until, untilSome } from './helpers.ts'

const HEAD = '---\nbyline: Ana Roth\n---\n\n'

export function mendingSuite(): void {
  describe('Saidby mends', () => {
    it('on saving what is safe to mend, where it is asked to', async () => {
      // In a browser VS Code saves by itself, which nobody asked for.
      await set('files.autoSave', 'off')
      await set('editor.codeActionsOnSave', { 'source.fixAll.saidby': 'explicit' })
      const { document } = await written('mended.md', 'Dana Ortiz is the mayor.\n\n“We stay here,” said Ortiz.\n')
      const edit = new vscode.WorkspaceEdit()
      const words = '“We stay here," said Ortiz. “We go,” she said.\n\n“Nobody has asked us what we can pay for a stall.”\n'
      edit.replace(document.uri, document.lineAt(6).range, words)
      await vscode.workspace.applyEdit(edit)
      const all = new vscode.Range(0, 0, document.lineCount, 0)
      await untilSome(() => actions(document, all, 'source.fixAll.saidby'))
      await document.save()
      assert.ok(document.getText().includes('“We stay here,” said Ortiz. “We go,” she said.'), document.getText())
      assert.ok(document.getText().includes('\n\n“Nobody has asked us what we can pay for a stall.”\n'))
      assert.equal(document.isDirty, false)
      await set('editor.codeActionsOnSave', undefined)
      await set('files.autoSave', undefined)
    })

    it('leaves the cursor on the blank where only the writer knows who spoke', async () => {
      const text = 'The hall was full by noon.\n\nTraders had come from the harbour.\n\n“Nobody has asked us what $5 {or} can pay.”\n'
      const editor = await written('blank.md', text)
      const { document } = editor
      await until('a finding', () => ours(document).length === 1)
      const [finding] = ours(document)
      assert.ok(finding)
      editor.selection = new vscode.Selection(finding.range.start, finding.range.start)
      await untilSome(() => actions(document, editor.selection, 'quickfix'))
      await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' })
      await until('the blank', () => document.getText(editor.selection) === '[speaker]')
      assert.ok(document.getText().endsWith('“Nobody has asked us what $5 {or} can pay,” [speaker] said.\n'), document.getText())
      await vscode.commands.executeCommand('undo')
      assert.equal(document.getText(), `${HEAD}${text}`)
    })
  })
}

async function actions(document: vscode.TextDocument, range: vscode.Range, kind: string): Promise<readonly vscode.CodeAction[]> {
  return (await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind)) ?? []
}

const set = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global)

/** A draft of that name in the folder, in front. */
async function written(name: string, text: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri
  assert.ok(folder)
  const uri = vscode.Uri.joinPath(folder, name)
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${HEAD}${text}`))
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri))
}
