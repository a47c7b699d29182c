/** Saidby as a writer meets it in VS Code: squiggles, hovers, quick fixes, outline, settings. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { exported, open, ours, place, until, untilHover, untilSome } from './helpers.ts'

const UNATTRIBUTED = '“Nobody has asked us what we can afford to pay.”'

export function suite(): void {
  describe('Saidby in VS Code', () => {
    it('starts with the first Markdown file', async () => {
      await open('story.md')
      await until('the extension is active', () => vscode.extensions.getExtension('saidby.saidby')?.isActive === true)
    })

    it('underlines a quotation that nobody is said to have said, and no other', async () => {
      const { document } = await open('story.md')
      await until('a finding', () => ours(document).length > 0)
      const [finding, ...others] = ours(document)
      assert.equal(finding && document.getText(finding.range), UNATTRIBUTED)
      assert.equal(finding?.severity, vscode.DiagnosticSeverity.Warning)
      assert.equal(typeof finding?.code === 'object' && finding.code.value, 'unattributed-quotation')
      assert.deepEqual(others, [])
    })

    it('opens the page of a finding in the preview, from the extension itself', async () => {
      const { document } = await open('story.md')
      await until('a finding', () => ours(document).length > 0)
      const code = ours(document)[0]?.code
      assert.ok(typeof code === 'object')
      await vscode.commands.executeCommand('vscode.open', code.target)
      const tab = () => vscode.window.tabGroups.activeTabGroup.activeTab
      await until('the page', () => tab()?.input instanceof vscode.TabInputCustom)
      const input = tab()?.input
      assert.ok(input instanceof vscode.TabInputCustom)
      assert.equal(`${input.viewType} ${input.uri}`, 'vscode.markdown.preview.editor saidby-docs:/rules/unattributed-quotation.md')
      const page = await vscode.workspace.openTextDocument(code.target)
      assert.ok(page.getText().startsWith('# unattributed-quotation'))
      assert.deepEqual(ours(page), [])
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
    })

    it('says in a hover who somebody is, and who said a quotation', async () => {
      const { document } = await open('story.md')
      await untilHover(document, place(document, 'Dana Ortiz'), '**Dana Ortiz**, the mayor.')
      await untilHover(document, place(document, 'raise it'), '**Dana Ortiz** said this.')
    })

    it('attributes the quotation by a quick fix, in one undo step', async () => {
      const { document } = await open('story.md')
      await until('a finding', () => ours(document).length > 0)
      const before = document.getText()
      const fix = (await fixes(document)).find(({ title }) => title.startsWith('Attribute to Ortiz'))
      assert.ok(fix?.edit)
      assert.equal(fix.isPreferred, true)
      await vscode.workspace.applyEdit(fix.edit)
      assert.ok(document.getText().endsWith('“Nobody has asked us what we can afford to pay,” Ortiz said.\n'))
      await until('no finding', () => ours(document).length === 0)
      await vscode.commands.executeCommand('undo')
      assert.equal(document.getText(), before)
      await until('the finding again', () => ours(document).length === 1)
    })

    it('keeps “Not a quotation” in the draft', async () => {
      const { document } = await open('story.md')
      await until('a finding', () => ours(document).length > 0)
      const fix = (await fixes(document)).find(({ title }) => title === 'Not a quotation')
      assert.ok(fix?.edit)
      await vscode.workspace.applyEdit(fix.edit)
      assert.ok(document.getText().includes(`<!-- saidby: not-a-quotation -->\n${UNATTRIBUTED}`))
      await until('no finding', () => ours(document).length === 0)
      await vscode.commands.executeCommand('undo')
    })

    it('shows headline, lede and takeaways with their quotations in the outline', async () => {
      const { document } = await open('story.md')
      const symbols = await untilSome(async () =>
        (await outline(document)).filter(({ name }) => name === 'What the mayor said' && symbolIsOurs(name))
      )
      const all = await outline(document)
      assert.ok(all.some(({ name }) => name === 'The levy stays'))
      assert.ok(all.some(({ name }) => name.startsWith('The council met on Monday')))
      const quotations = symbols.flatMap(({ children }) => children).map(({ name, detail }) => `${name} ${detail}`)
      assert.ok(quotations.includes('“We will not raise it this year,” Dana Ortiz'), quotations.join('\n'))
    })

    it('heeds a rule’s level', async () => {
      const { document } = await open('story.md')
      const settings = vscode.workspace.getConfiguration('saidby')
      await settings.update('rules.unattributed-quotation', 'off', vscode.ConfigurationTarget.Global)
      await until('no finding', () => ours(document).length === 0)
      await settings.update('rules.unattributed-quotation', 'error', vscode.ConfigurationTarget.Global)
      await until('an error', () => ours(document)[0]?.severity === vscode.DiagnosticSeverity.Error)
      await settings.update('rules.unattributed-quotation', undefined, vscode.ConfigurationTarget.Global)
      await until('a warning', () => ours(document)[0]?.severity === vscode.DiagnosticSeverity.Warning)
    })

    it('tells what is new in a draft, and takes back what is mended', async () => {
      const { document, edit } = await open('story.md')
      await until('a finding', () => ours(document).length === 1)
      await edit((builder) =>
        builder.insert(document.lineAt(document.lineCount - 1).range.end, '\n“Everybody has told us what we should pay.”')
      )
      await until('the new finding', () => ours(document).length === 2)
      await vscode.commands.executeCommand('undo')
      await until('one finding', () => ours(document).length === 1)
    })

    it('leaves a README alone', async () => {
      const { document } = await open('README.md')
      const { standing } = (await exported()).forTests
      await until('that it is not checked', () => standing.item.text === 'Saidby: not checked')
      assert.deepEqual(ours(document), [])
    })

    it('holds a draft against an article as soon as it stands in the folder coverage, and no longer than it does', async () => {
      const { document } = await open('story.md')
      await until('a finding', () => ours(document).length === 1)
      const folder = vscode.Uri.joinPath(document.uri, '..', 'coverage')
      const words = '“We will not raise it next year or the year after, whatever the council may say,” Ortiz said on Monday.\n'
      await vscode.workspace.fs.createDirectory(folder)
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'levy.md'), new TextEncoder().encode(words))
      const before = document.getText()
      const { edit } = await open('story.md')
      await edit((builder) =>
        builder.replace(
          document.lineAt(10).range,
          '“We will never raise it next year or the year after, whatever the council may say,” said Dana Ortiz, the mayor.'
        )
      )
      const altered = () => ours(document).some(({ code }) => (typeof code === 'object' ? code.value : code) === 'altered-quotation')
      await until('the changed word', altered)
      await vscode.workspace.fs.delete(folder, { recursive: true })
      await until('no changed word', () => !altered())
      await vscode.commands.executeCommand('undo')
      assert.equal(document.getText(), before)
    })

    it('shows what is known as the coverage', async () => {
      await vscode.commands.executeCommand('saidby.showCoverage')
    })

    it('answers an assistant by its tools', async () => {
      assert.ok(vscode.lm.tools.some(({ name }) => name === 'saidby_verify_quotations'))
      const text = 'Mayor Dana Ortiz met the traders.\n\n“The hall is half empty as it is, and everybody knows it.”\n'
      const options = { input: { text }, toolInvocationToken: undefined }
      const { content } = await vscode.lm.invokeTool('saidby_list_unattributed', options)
      const [part] = content
      assert.ok(part instanceof vscode.LanguageModelTextPart)
      assert.equal(JSON.parse(part.value)[0].rule, 'unattributed-quotation')
    })

    it('starts its server anew on command', async () => {
      const { document } = await open('story.md')
      await vscode.commands.executeCommand('saidby.restart')
      await until('a finding', () => ours(document).length === 1)
    })
  })
}

async function fixes(document: vscode.TextDocument): Promise<readonly vscode.CodeAction[]> {
  const range = ours(document)[0]?.range ?? new vscode.Range(0, 0, 0, 0)
  const found = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range)
  return found ?? []
}

async function outline(document: vscode.TextDocument): Promise<readonly vscode.DocumentSymbol[]> {
  return (await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri)) ?? []
}

/** The Markdown extension's own symbols of headings begin with their hash marks. */
const symbolIsOurs = (name: string): boolean => !name.startsWith('#')
