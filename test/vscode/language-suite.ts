/** Saidby in a VS Code that speaks German: the server’s texts, the client’s own, and those of the manifest. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { exported, open, ours, place, until, untilHover, untilSome } from './helpers.ts'

export function languageSuite(): void {
  describe('Saidby in a German VS Code', () => {
    it('tells findings, fixes and hovers', async () => {
      const { document } = await open('story.md')
      await until('a finding', () => ours(document).length > 0)
      const [finding] = ours(document)
      assert.equal(finding?.message, 'Der Entwurf sagt nicht, wer das gesagt hat.')
      await untilHover(document, place(document, 'raise it'), 'Gesagt von **Dana Ortiz**.')
      const [fix] = await untilSome(async () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, finding.range)
      )
      assert.match(`${fix?.title}`, /^Ortiz zuschreiben: zuletzt genannte Stimme, \d+\u00A0%$/)
    })

    it('has its views and its commands', async () => {
      await open('story.md')
      const { takeaways, speakers } = (await exported()).forTests.views
      const items = await untilSome(async () => {
        const nodes = (await takeaways.nodes.getChildren()) ?? []
        const all = await Promise.all(nodes.map((node) => takeaways.nodes.getTreeItem(node)))
        return all.filter(({ description }) => `${description}`.includes('1 Hinweis'))
      })
      assert.match(`${items[0]?.description}`, /^2 Zitate · 1 Hinweis · \d+ Wörter$/)
      speakers.open()
      await until('who speaks', () => speakers.page().includes('<h1>Wer zu Wort kommt</h1>'))
      // Beside the English title stands the one that is shown.
      const { commands } = vscode.extensions.getExtension('saidby.saidby')!.packageJSON.contributes as {
        commands: readonly { readonly command: string; readonly title: { readonly value: string } }[]
      }
      assert.equal(commands.find(({ command }) => command === 'saidby.quotationSheet')?.title.value, 'Zitatliste')
    })
  })
}
