/** Every way to say in a draft that Saidby shall leave something alone, in editors that are saved nowhere. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { choosing, close, ours, ruleOf, until, untilSome } from './helpers.ts'

const HEAD = 'byline: Ana Roth'
const STORY = `“We will not raise it this year,” claimed Dana Ortiz, the mayor.

Traders in the market hall had feared the worst for months.

`
const UNATTRIBUTED = '“Nobody has asked us what we can afford to pay.”'

/** The draft with what the writer says in it; the cue of the first paragraph is told of in each, so that a draft without findings is none that was not checked. */
const WAYS: Readonly<Record<string, string>> = {
  'the next line': `${STORY}<!-- saidby: ignore-next-line unattributed-quotation -->\n${UNATTRIBUTED}`,
  'the line': `${STORY}${UNATTRIBUTED} <!-- saidby: ignore-line -->`,
  'the paragraph': `${STORY}<!-- saidby: ignore unattributed-quotation -->\n${UNATTRIBUTED}`,
  'the file': `<!-- saidby: ignore-file unattributed-quotation -->\n\n${STORY}${UNATTRIBUTED}`,
  'what is no quotation': `${STORY}<!-- saidby: not-a-quotation -->\n${UNATTRIBUTED}`
}
const KEYS: Readonly<Record<string, string>> = {
  'the file, by its front matter': 'saidby-ignore: unattributed-quotation',
  'a title, by the front matter': 'notQuotations: [Nobody has asked us what we can afford to pay]'
}

export function ignoreSuite(): void {
  describe('Saidby in VS Code leaves alone', () => {
    afterEach(close)

    for (const [what, body] of Object.entries(WAYS))
      it(what, async () => {
        await told(`---\n${HEAD}\n---\n\n${body}\n`, ['loaded-cue'])
      })

    for (const [what, key] of Object.entries(KEYS))
      it(what, async () => {
        await told(`---\n${HEAD}\n${key}\n---\n\n${STORY}${UNATTRIBUTED}\n`, ['loaded-cue'])
      })

    it('a paragraph by the quick fix, which tells when it is of no use any more, and takes the comment off', async () => {
      const before = `---\n${HEAD}\n---\n\n${STORY}${UNATTRIBUTED}\n`
      const document = await told(before, ['loaded-cue', 'unattributed-quotation'])
      await choosing(document, 'Ignore unattributed-quotation in this paragraph')
      assert.ok(document.getText().endsWith(`\n<!-- saidby: ignore unattributed-quotation -->\n${UNATTRIBUTED}\n`), document.getText())
      await until('the other finding alone', () => rules(document) === 'loaded-cue')
      const attributed = new vscode.WorkspaceEdit()
      const at = document.getText().indexOf(UNATTRIBUTED) + UNATTRIBUTED.length
      attributed.insert(document.uri, document.positionAt(at), ' said Samuel Okafor, a trader.')
      await vscode.workspace.applyEdit(attributed)
      await until('the comment is of no use', () => rules(document) === 'loaded-cue unused-ignore')
      await fixed(document, 'Remove the comment')
      assert.equal(document.getText(), before.replace(UNATTRIBUTED, `${UNATTRIBUTED} said Samuel Okafor, a trader.`))
    })
  })
}

/** A draft with that text, once exactly these rules tell something. */
async function told(content: string, expected: readonly string[]): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content })
  await vscode.window.showTextDocument(document)
  await until(`${expected}`, () => rules(document) === expected.join(' '))
  return document
}

const rules = (document: vscode.TextDocument): string => ours(document).map(ruleOf).sort().join(' ')

async function fixed(document: vscode.TextDocument, title: string): Promise<void> {
  const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length))
  const [fix] = await untilSome(async () =>
    ((await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, all)) ?? []).filter(
      (action) => action.title === title
    )
  )
  assert.ok(fix?.edit)
  await vscode.workspace.applyEdit(fix.edit)
}
