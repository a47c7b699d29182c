/** Notebooks: Markdown cells are drafts, held against the coverage of the folder in which their notebook is. */
import { expect, test } from 'vitest'
import type { Hover } from 'vscode-languageserver'
import { everything } from '../support/connection.ts'
import { at, newsroom, QUOTED, STORY } from '../support/newsroom.ts'

const CELL = 'vscode-notebook-cell:/anywhere/story.ipynb#W0sZmlsZQ=='
const SECOND = 'vscode-notebook-cell:/anywhere/story.ipynb#W1sZmlsZQ=='

const cell = (uri: string, text: string) => ({ uri, languageId: 'markdown', version: 1, text })

test('a cell is underlined, explained and followed; a cell that is gone is forgotten', async () => {
  const { client, uri } = await newsroom({
    capabilities: { ...everything, notebookDocument: { synchronization: {} } }
  })
  expect(client.capabilities.notebookDocumentSync).toEqual({ notebookSelector: [{ notebook: '*', cells: [{ language: 'markdown' }] }] })
  const notebook = uri('drafts/story.ipynb')
  const tell = (method: string, params: object) => client.connection.sendNotification(`notebookDocument/${method}`, params)
  const told = client.next(CELL)
  await tell('didOpen', {
    notebookDocument: { uri: notebook, notebookType: 'jupyter-notebook', version: 1, cells: [{ kind: 1, document: CELL }] },
    cellTextDocuments: [cell(CELL, STORY)]
  })
  expect((await told).map(({ code }) => code)).toEqual(['altered-quotation'])
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri: CELL }, position: at(QUOTED, 10) })
  expect(JSON.stringify(hover.contents)).toContain('The coverage has other words here')

  const mended = client.next(CELL, ({ version }) => version === 2)
  const never = STORY.split('\n')[QUOTED]?.indexOf('never') ?? 0
  await tell('didChange', {
    notebookDocument: { uri: notebook, version: 2 },
    change: {
      cells: {
        textContent: [
          {
            document: { uri: CELL, version: 2 },
            changes: [{ range: { start: at(QUOTED, never), end: at(QUOTED, never + 5) }, text: 'not' }]
          }
        ]
      }
    }
  })
  expect(await mended).toEqual([])

  const second = client.next(SECOND)
  const first = client.next(CELL)
  await tell('didChange', {
    notebookDocument: { uri: notebook, version: 3 },
    change: {
      cells: {
        structure: {
          array: { start: 0, deleteCount: 1, cells: [{ kind: 1, document: SECOND }] },
          didOpen: [cell(SECOND, STORY)],
          didClose: [{ uri: CELL }]
        }
      }
    }
  })
  expect((await second).map(({ code }) => code)).toEqual(['altered-quotation'])
  expect(await first).toEqual([])

  const closed = client.next(SECOND)
  await tell('didClose', { notebookDocument: { uri: notebook }, cellTextDocuments: [{ uri: SECOND }] })
  expect(await closed).toEqual([])
})

test('fixes speak the language of the draft: MDX has comments of its own', async () => {
  const { client, uri } = await newsroom()
  const story = uri('story.mdx')
  const told = client.next(story)
  const text = `import Chart from './chart.js'\n\n${STORY.replace(/^---[\s\S]*?---\n\n/, '')}\nLater, Ortiz said that it stays.\n`
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: story, languageId: 'mdx', version: 1, text: `---\nbyline: Ana\n---\n\n${text}` }
  })
  const [finding] = await told
  expect(finding?.code).toBe('altered-quotation')
  const actions = await client.connection.sendRequest<{ title: string; edit?: object }[]>('textDocument/codeAction', {
    textDocument: { uri: story },
    range: finding?.range,
    context: { diagnostics: [] }
  })
  const ignoring = actions.filter(({ edit }) => JSON.stringify(edit)?.includes('saidby: '))
  expect(ignoring.length).toBeGreaterThan(0)
  for (const { edit } of ignoring) {
    expect(JSON.stringify(edit)).toMatch(/\{\/\* saidby: .*? \*\/\}/)
    expect(JSON.stringify(edit)).not.toContain('<!--')
  }
})
