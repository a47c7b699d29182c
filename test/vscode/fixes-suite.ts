/** Each fix that the manual shows, made in VS Code: the pages of the rules as the extension has them, with the coverage, the pack and the project file that they name. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import type { RuleId } from '../../server/src/core/rules/finding.ts'
import { ruleIds } from '../../server/src/core/rules/settings.ts'
import { unmark } from '../support/marked.ts'
import { type Block, examplesOn, framed, levelsOf } from '../support/page-examples.ts'
import { choosing, close, inFolder, ours, untilSome, write } from './helpers.ts'

export function fixesSuite(): void {
  describe('the fixes of the manual in VS Code', () => {
    for (const rule of ruleIds)
      it(`does to a draft what the page of ${rule} says`, async () => {
        const page = await vscode.workspace.openTextDocument(vscode.Uri.parse(`saidby-docs:/rules/${rule}.md`))
        let draft = ''
        for (const example of examplesOn(page.getText())) {
          if (example.kind === 'draft') draft = unmark(example.body).text
          else await made(rule, draft, example)
        }
      })
  })
}

/** The draft in a folder of its own, with what is known there; then the fix, whose result is compared with the page. */
async function made(rule: RuleId, draft: string, { title, body, line, known }: Block): Promise<void> {
  const folder = `pages/${rule}-${line}`
  const { articles, yaml, project } = known
  const coverage = [...(articles.length > 0 ? ['articles'] : []), ...(yaml ? ['pack.yaml'] : [])]
  for (const [i, article] of articles.entries()) await write(`${folder}/articles/${i + 1}.md`, asFile(article))
  if (yaml) await write(`${folder}/pack.yaml`, yaml)
  await write(
    `${folder}/saidby.yaml`,
    [project, `coverage: ${JSON.stringify(coverage)}`, `rules: ${JSON.stringify(levelsOf(rule))}`].join('\n')
  )
  await write(`${folder}/story.md`, framed(draft))
  const document = await vscode.workspace.openTextDocument(inFolder(`${folder}/story.md`))
  await vscode.window.showTextDocument(document, { preview: false })
  if (title.startsWith('Ignore ')) await choosing(document, title)
  else {
    const [fix] = await untilSome(() => fixesCalled(document, title))
    assert.ok(fix?.edit)
    await vscode.workspace.applyEdit(fix.edit)
  }
  assert.equal(document.getText(), framed(body))
  await close()
  await vscode.workspace.fs.delete(inFolder('pages'), { recursive: true })
}

/** The lines before the first empty one are what the page says about the article. */
const asFile = (article: string): string => article.replace(/^((?:[a-z]+: .*\n)+)\n/, '---\n$1---\n\n')

/** At the first finding, as the page has it. */
async function fixesCalled(document: vscode.TextDocument, title: string): Promise<readonly vscode.CodeAction[]> {
  const [finding] = [...ours(document)].sort((a, b) => a.range.start.compareTo(b.range.start))
  if (!finding) return []
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, finding.range)
  return (actions ?? []).filter((action) => action.title.startsWith(title))
}
