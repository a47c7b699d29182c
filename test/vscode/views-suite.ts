/** The views as a writer meets them in VS Code: takeaways in the explorer, speakers beside the draft. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import type { Views } from '../../client/src/views/views.ts'
import { exported, open, until, untilSome } from './helpers.ts'

const UNATTRIBUTED = '“Nobody has asked us what we can afford to pay.”'

export function viewsSuite(): void {
  describe('The views of Saidby in VS Code', () => {
    it('lists the parts of the story in the Takeaways view, with counts, people and a place to go to', async () => {
      await open('story.md')
      await vscode.commands.executeCommand('saidby.takeaways.focus')
      const items = await untilSome(async () => {
        const all = await takeawayItems()
        const told = all.some(({ label, description }) => label === 'What the mayor said' && `${description}`.includes('1 finding'))
        // The view follows a moment behind: until then it has the words that another test put into this draft and took back.
        const isNewest = ((await views()).story.newest?.parts ?? []).some(({ quotations }) =>
          quotations.some(({ words, verdict }) => words === '“We will not raise it this year,”' && verdict === null)
        )
        return told && isNewest ? all : []
      })
      assert.deepEqual(
        items.map(({ label }) => label),
        ['The levy stays', 'The council met on Monday to settle the levy.', 'What the mayor said']
      )
      const [takeaway] = items.slice(-1)
      assert.match(`${takeaway?.description}`, /^2 quotations · 1 finding · \d+ words$/)
      const { nodes } = (await views()).takeaways
      const [node] = ((await nodes.getChildren()) ?? []).slice(-1)
      const below = await Promise.all(((await nodes.getChildren(node)) ?? []).map((child) => nodes.getTreeItem(child)))
      assert.deepEqual(
        below.map(({ label, description }) => `${label} – ${description}`),
        ['“We will not raise it this year,” – Dana Ortiz', `${UNATTRIBUTED} – nobody`, 'People – Dana Ortiz']
      )
      const { command = '', arguments: given = [] } = takeaway?.command ?? {}
      await vscode.commands.executeCommand(command, ...given)
      await until('the cursor at the takeaway', () => vscode.window.activeTextEditor?.selection.start.line === 8)
    })

    it('shows one speaker’s quotations alone', async () => {
      await open('story.md')
      await vscode.commands.executeCommand('saidby.filterTakeaways', 'Dana Ortiz')
      const items = await takeawayItems()
      assert.deepEqual(
        items.map(({ label }) => label),
        ['What the mayor said']
      )
      await vscode.commands.executeCommand('saidby.unfilterTakeaways')
      assert.equal((await takeawayItems()).length, 3)
    })

    it('shows who speaks as a table with bars that loads nothing from anywhere', async () => {
      await open('story.md')
      const { speakers } = await views()
      await vscode.commands.executeCommand('saidby.speakers')
      await until('the speakers', () => speakers.page().includes('Dana Ortiz'))
      await until('its tab', () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Speakers')))
      assert.match(speakers.page(), /<th scope="row"><button[^>]*>Dana Ortiz<\/button>/)
      assert.match(speakers.page(), /default-src 'none'/)
      assert.doesNotMatch(speakers.page(), /https?:|src=|url\(/)
      await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups')
    })
  })
}

const views = async (): Promise<Views> => (await exported()).forTests.views

/** What the Takeaways view shows on its first level. */
async function takeawayItems(): Promise<readonly vscode.TreeItem[]> {
  const { nodes } = (await views()).takeaways
  return Promise.all(((await nodes.getChildren()) ?? []).map((node) => nodes.getTreeItem(node)))
}
