/** Quotations checked by hand, as an editor meets them over a connection. */
import { expect, test } from 'vitest'
import type { CodeAction, Hover } from 'vscode-languageserver'
import { checkedLine } from '../../server/src/core/api.ts'
import { everything } from '../support/connection.ts'
import { at, type Furniture, type Newsroom, newsroom, QUOTED, STORY } from '../support/newsroom.ts'

async function opened(furniture?: Furniture): Promise<Newsroom> {
  const room = await newsroom(furniture)
  await room.open('drafts/levy.md', STORY)
  return room
}

const FILE = '.saidby/checked.jsonl'
const kept = { draft: 'drafts/levy.md', speaker: 'Dana Ortiz', words: 'We will never raise the levy this year,' }
const range = { start: at(QUOTED, 10), end: at(QUOTED, 10) }
const line = checkedLine({ ...kept, note: 'On tape', initials: 'LB', date: '2026-11-25' })
const creates = {
  ...everything,
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } }
}

async function offered({ ask }: Newsroom): Promise<CodeAction | undefined> {
  const actions = await ask<CodeAction[]>('textDocument/codeAction', 'drafts/levy.md', { range, context: { diagnostics: [] } })
  return actions.find(({ title }) => title.startsWith('Checked by hand'))
}

const written = ({ client, uri }: Newsroom): Promise<void> =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(FILE), type: 1 }] })

test('a note silences the finding when it is written, and shows in the hover; without it the finding is back', async () => {
  const room = await opened()
  const { client, folder, uri, ask } = room
  const draft = uri('drafts/levy.md')
  expect(client.diagnostics(draft).map(({ code }) => code)).toEqual(['altered-quotation'])
  folder.write({ [FILE]: `not json\n${line}` })
  const silent = client.next(draft, ({ diagnostics }) => diagnostics.length === 0)
  await written(room)
  await silent
  const hover = await ask<Hover>('textDocument/hover', 'drafts/levy.md', { position: range.start })
  expect(hover.contents).toMatchObject({ value: expect.stringContaining('Checked by hand (LB, 2026-11-25): On tape') })
  expect(await offered(room)).toBeUndefined()
  await expect.poll(() => client.log.join('\n')).toContain('line 1: this is not JSON. The line is left out.')
  folder.write({ [FILE]: '' })
  const back = client.next(draft, ({ diagnostics }) => diagnostics.length === 1)
  await written(room)
  await back
})

test('a note that is there from the start is heeded, and lapses when a word changes', async () => {
  const room = await newsroom({
    files: { 'coverage/monday.md': '“We will not raise the levy this year, whatever comes,” Dana Ortiz said.\n', [FILE]: line }
  })
  await room.open('drafts/levy.md', STORY)
  const draft = room.uri('drafts/levy.md')
  await expect.poll(() => room.client.diagnostics(draft)).toEqual([])
  const changed = await room.client.change(draft, 2, [{ text: STORY.replace('never', 'hardly') }])
  expect(changed.map(({ code }) => code)).toEqual(['altered-quotation'])
})

test('an editor that asks questions gets a command with what is to be kept', async () => {
  const action = await offered(await opened({ commands: ['saidby.checkedByHand'] }))
  expect(action).toMatchObject({
    title: 'Checked by hand…',
    kind: 'quickfix',
    command: { command: 'saidby.checkedByHand', arguments: [{ ...kept, file: expect.stringMatching(/\/\.saidby\/checked\.jsonl$/) }] }
  })
})

test('others get an edit: a new file, or a line more in the one that is there', async () => {
  const room = await opened({ capabilities: creates })
  const first = await offered(room)
  expect(first?.edit?.documentChanges).toMatchObject([
    { kind: 'create', uri: room.uri(FILE), options: { ignoreIfExists: true } },
    { textDocument: { uri: room.uri(FILE), version: null }, edits: [{ range: { start: at(0, 0), end: at(0, 0) } }] }
  ])
  room.folder.write({ [FILE]: '{"draft":"a","words":"b"}' })
  await written(room)
  await expect.poll(async () => (await offered(room))?.edit?.documentChanges?.length).toBe(1)
  const [change] = (await offered(room))?.edit?.documentChanges ?? []
  expect(change).toMatchObject({
    edits: [{ range: { start: at(0, 25) }, newText: expect.stringMatching(/^\n\{"draft":"drafts\/levy.md"/) }]
  })
})

test('and an editor that can make no file gets none', async () => {
  expect(await offered(await opened())).toBeUndefined()
})

test('a draft that is in no folder has its notes beside it', async () => {
  const room = await opened()
  const other = await newsroom({ files: { 'story.md': STORY, [FILE]: line.replace('drafts/levy.md', 'story.md') } })
  const uri = other.uri('story.md')
  await room.client.open(uri, STORY)
  const hover = () => room.client.connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri }, position: range.start })
  await expect.poll(async () => JSON.stringify((await hover()).contents)).toContain('Checked by hand (LB')
})
