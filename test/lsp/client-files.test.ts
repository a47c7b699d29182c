/** A workspace that is on no disk: its client reads for the server, and everything else is as it is elsewhere. */
import { expect, onTestFinished, test } from 'vitest'
import { type Location, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { folderStorage, nodeFiles } from '../../server/src/hosts/files.ts'
import { type Client, everything, inMemory, type Wishes } from '../support/connection.ts'
import { temporaryFolder } from '../support/folder.ts'
import { at, QUOTED, STORY } from '../support/newsroom.ts'
import { type VirtualFolder, virtualFolder } from '../support/virtual.ts'

const ARTICLE = '“We will not raise the levy this year, whatever the harbour board asks of us,” Mayor Dana Ortiz said. Traders applauded.\n'

async function clientOf(folder: VirtualFolder, wishes: Partial<Wishes> = {}): Promise<Client> {
  const client = await inMemory({
    folders: [folder.uri],
    virtual: folder,
    capabilities: everything,
    options: { diagnosticsDelay: 0, files: true },
    ...wishes
  })
  onTestFinished(() => client.stop())
  return client
}

const codes = (client: Client, uri: string): unknown[] => client.diagnostics(uri).map(({ code }) => code)

test('its drafts are held against its coverage, which is followed as it changes', async () => {
  const folder = virtualFolder({ 'coverage/monday.md': ARTICLE })
  const client = await clientOf(folder)
  await client.status(({ folders: [status] }) => status?.articles === 1)
  const uri = folder.uriOf('story.md')
  await client.open(uri, STORY)
  expect(codes(client, uri)).toEqual(['altered-quotation'])
  const position = at(QUOTED, 10)
  const definition = await client.connection.sendRequest<Location[]>('textDocument/definition', { textDocument: { uri }, position })
  expect(definition.map((one) => one.uri)).toEqual([folder.uriOf('coverage/monday.md')])
  folder.remove('coverage/monday.md')
  const silent = client.next(uri, ({ diagnostics }) => diagnostics.length === 0)
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: folder.uriOf('coverage/monday.md'), type: 3 }]
  })
  await silent
})

test('its drafts that are not open are listed, too, and what was checked by hand is known', async () => {
  const note = {
    draft: 'story.md',
    speaker: 'Dana Ortiz',
    words: 'We will never raise the levy this year,',
    note: '',
    initials: '',
    date: '2026-11-25'
  }
  const folder = virtualFolder({
    'coverage/monday.md': ARTICLE,
    'story.md': STORY,
    'old/other story.md': STORY,
    '.saidby/checked.jsonl': `${JSON.stringify(note)}\n`
  })
  const client = await clientOf(folder)
  await client.status(({ folders: [status] }) => status?.articles === 1)
  const { markdown } = await client.connection.sendRequest<{ markdown: string }>('saidby/checkWorkspace', {})
  expect(markdown).toContain('## old/other story.md')
  const uri = folder.uriOf('story.md')
  await client.open(uri, STORY)
  expect(codes(client, uri)).toEqual([])
})

test('beside a folder on disk each has its own coverage', async () => {
  const disk = temporaryFolder({ 'coverage/monday.md': ARTICLE })
  const cache = temporaryFolder()
  onTestFinished(() => {
    disk.remove()
    cache.remove()
  })
  const folder = virtualFolder({ 'coverage/tuesday.txt': 'Rain fell on the market hall all day.\n' })
  const onDisk = nodeFiles.uriOf(disk.path)
  const client = await clientOf(folder, {
    folders: [folder.uri, onDisk],
    disk: { files: nodeFiles, storage: () => folderStorage(cache.path) }
  })
  const { folders } = await client.status((status) => status.folders.every(({ articles }) => articles === 1))
  expect(folders.map(({ uri }) => uri)).toEqual([folder.uri, onDisk])
  await client.open(`${onDisk}/story.md`, STORY)
  await client.open(folder.uriOf('story.md'), STORY)
  expect(codes(client, `${onDisk}/story.md`)).toEqual(['altered-quotation'])
  expect(codes(client, folder.uriOf('story.md'))).not.toContain('altered-quotation')
})

test('a client that does not offer it is asked for nothing', async () => {
  const folder = virtualFolder({ 'coverage/monday.md': ARTICLE })
  const asked: unknown[] = []
  const client = await clientOf({ ...folder, answer: (what) => asked.push(what) }, { options: { diagnosticsDelay: 0 } })
  await client.open(folder.uriOf('story.md'), STORY)
  await client.connection.sendRequest('saidby/checkWorkspace', {})
  expect(asked).toEqual([])
})

test('files that cannot be read cost only themselves', async () => {
  const folder = virtualFolder({ 'coverage/monday.md': ARTICLE, 'coverage/broken.md': ARTICLE })
  const answer: VirtualFolder['answer'] = (what, params) => {
    if (what === 'read' && JSON.stringify(params).includes('broken'))
      throw new ResponseError(LSPErrorCodes.RequestFailed, 'it may not be read')
    return folder.answer(what, params)
  }
  const client = await clientOf({ ...folder, answer })
  const { folders } = await client.status(({ folders: [status] }) => status?.articles === 1 && status.building === null)
  expect(folders[0]?.problems.map(({ uri, message }) => `${uri} ${message}`)).toEqual([
    `${folder.uriOf('coverage/broken.md')} it may not be read`
  ])
})
