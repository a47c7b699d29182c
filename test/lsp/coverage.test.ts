/** The coverage of a workspace, as an editor meets it over a connection: what is told of it, and how it follows the disk. */
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import type { FileChangeType } from 'vscode-languageserver'
import type { Pack } from '../../server/src/core/api.ts'
import { folderStorage, nodeFiles } from '../../server/src/hosts/files.ts'
import type { FolderStatus } from '../../server/src/lsp/protocol.ts'
import { type Client, everything, inMemory, overStdio, type Wishes } from '../support/connection.ts'
import { type Folder, temporaryFolder } from '../support/folder.ts'

const running: Client[] = []
const folders: Folder[] = []
afterEach(async () => {
  for (const client of running.splice(0)) await client.stop()
  for (const folder of folders.splice(0)) folder.remove()
})

function folderWith(files: Readonly<Record<string, string>>): Folder {
  const folder = temporaryFolder(files)
  folders.push(folder)
  return folder
}

const uriOf = (path: string): string => pathToFileURL(path).href
const capabilities = { ...everything, workspace: { ...everything.workspace, didChangeWatchedFiles: { dynamicRegistration: true } } }
const bundled: Pack = { id: 'summit', title: 'The summit', entities: [], statements: [], takeaways: [], positions: {} }

async function opened(folder: Folder, how = inMemory, wishes: Wishes = {}): Promise<Client> {
  const cache = folderWith({})
  const client = await how({
    capabilities,
    packs: [bundled],
    disk: { files: nodeFiles, storage: (path) => folderStorage(path ?? cache.path) },
    folders: [uriOf(folder.path)],
    options: { diagnosticsDelay: 0, storage: cache.at('storage') },
    ...wishes
  })
  running.push(client)
  return client
}

const ready = (client: Client, fits: (status: FolderStatus) => boolean = () => true) =>
  client
    .status(({ folders: [status] }) => status !== undefined && status.building === null && fits(status))
    .then(({ folders: [status] }) => status)

/** Tells the server as a client does whose watchers saw it. */
const changed = ({ connection }: Client, path: string, type: FileChangeType = 2): Promise<void> =>
  connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type }] })

const LEVY = '“We will not raise the levy on the market hall this year,” Dana Ortiz said on Monday.\n'

for (const [name, how] of [
  ['in memory', inMemory],
  ['over standard input and output', overStdio]
] as const)
  describe(name, () => {
    test('says what was taken, and what is wrong with it at its line', async () => {
      const folder = folderWith({ 'coverage/levy.md': LEVY, 'coverage/lines.jsonl': '{"id": 1, "text": "It stays."}\nnot json\n' })
      const client = await opened(folder, how)
      expect(await ready(client, ({ standIn }) => !standIn)).toEqual({
        uri: uriOf(folder.path),
        articles: 2,
        leftOut: 0,
        packs: [],
        standIn: false,
        building: null,
        problems: [
          { uri: uriOf(folder.at('coverage/lines.jsonl')), line: 2, column: 1, message: expect.stringContaining('this is not JSON') }
        ]
      })
    })

    test('adding, editing and removing an article is heeded without a restart', async () => {
      const folder = folderWith({ 'draft.md': LEVY })
      const client = await opened(folder, how)
      await ready(client)
      folder.write({ 'coverage/levy.md': LEVY })
      await changed(client, folder.at('coverage'), 1)
      await ready(client, ({ articles, standIn }) => articles === 1 && !standIn)
      folder.write({ 'coverage/lines.jsonl': '{"id": 1, "text": "It stays."}\n' })
      await changed(client, folder.at('coverage/lines.jsonl'), 1)
      await ready(client, ({ articles }) => articles === 2)
      folder.write({ 'coverage/lines.jsonl': 'no\n' })
      await changed(client, folder.at('coverage/lines.jsonl'))
      await ready(client, ({ articles, problems }) => articles === 1 && problems.length === 1)
      folder.remove('coverage')
      await changed(client, folder.at('coverage'), 3)
      await ready(client, ({ articles, standIn }) => articles === 0 && standIn)
    })
  })

describe('the client', () => {
  test('sees what is wrong in the file itself, and no longer when it is mended', async () => {
    const folder = folderWith({ 'coverage/levy.yaml': 'id: levy\nname: The levy\n' })
    const client = await opened(folder)
    await ready(client, ({ problems }) => problems.length === 2)
    const uri = uriOf(folder.at('coverage/levy.yaml'))
    await expect
      .poll(() => client.diagnostics(uri).map(({ range: { start }, message }) => `${start.line}:${start.character} ${message}`))
      .toEqual(['0:0 title: this is missing', '1:0 there is no key “name” in a pack'])
    folder.write({ 'coverage/levy.yaml': 'id: levy\ntitle: The levy\n' })
    await changed(client, folder.at('coverage/levy.yaml'))
    await expect.poll(() => client.diagnostics(uri)).toEqual([])
  })

  test('is asked to watch what may become coverage, and what the project file names', async () => {
    const archive = folderWith({ 'levy.md': LEVY })
    const folder = folderWith({ 'saidby.yaml': `coverage: ["${archive.path}"]\n` })
    const client = await opened(folder)
    await ready(client, ({ articles }) => articles === 1)
    await expect
      .poll(() => client.watched())
      .toEqual(expect.arrayContaining(['**/coverage', '**/coverage/**', '**/{saidby.yaml,saidby.yml,saidby.json}', `${archive.path}/**`]))
    archive.write({ 'more.md': LEVY })
    await changed(client, archive.at('more.md'), 1)
    await ready(client, ({ articles }) => articles === 2)
  })

  test('that cannot watch has the coverage looked at again when a draft is opened', async () => {
    const folder = folderWith({ 'draft.md': LEVY })
    const client = await opened(folder, inMemory, { capabilities: everything })
    await ready(client)
    folder.write({ 'coverage/levy.md': LEVY })
    await client.open(uriOf(folder.at('draft.md')), LEVY)
    await ready(client, ({ articles }) => articles === 1)
  })

  test('sees how far it is, where reading takes a while', async () => {
    const folder = folderWith({})
    for (let i = 0; i < 400; i += 1) folder.write({ [`coverage/a${i}.md`]: `Story ${i}. ${LEVY}` })
    const client = await opened(folder, inMemory, { capabilities: { ...capabilities, window: { workDoneProgress: true } } })
    await ready(client, ({ articles }) => articles === 400)
    expect(client.statuses.some(({ folders: [status] }) => status?.building !== null && status?.building.total === 400)).toBe(true)
    await expect.poll(() => client.progress).toContain('end')
    expect(new Set(client.progress)).toEqual(new Set(['begin', 'report', 'end']))
  })
})

describe('drafts', () => {
  const hover = async (client: Client, uri: string): Promise<string> =>
    JSON.stringify(
      await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 5 } })
    )
  const PACK = `id: levy
title: The levy
entities:
  - { id: dana-ortiz, kind: person, name: Dana Ortiz, description: Dana Ortiz keeps bees., roles: [{ title: Mayor }] }
  - { id: lena-brandt, kind: person, name: Lena Brandt, description: Lena Brandt bakes. }
  - { id: hall, kind: place, name: the Market Hall, description: The hall is old. }
`
  const DRAFT = 'Dana Ortiz met Lena Brandt in the Market Hall. “It stays,” Ortiz said.\n'

  test('each folder has its own coverage; a folder inside another one, too', async () => {
    const outer = folderWith({ 'a.md': DRAFT, 'coverage/levy.yaml': PACK, 'inner/b.md': DRAFT, 'inner/coverage/one.md': LEVY })
    const client = await opened(outer, inMemory, { folders: [uriOf(outer.path), uriOf(outer.at('inner'))] })
    await client.status(({ folders }) => folders.length === 2 && folders[0]?.packs[0] === 'The levy' && folders[1]?.articles === 1)
    await client.open(uriOf(outer.at('a.md')), DRAFT)
    await client.open(uriOf(outer.at('inner/b.md')), DRAFT)
    await client.open('untitled:c', DRAFT)
    expect(await hover(client, uriOf(outer.at('a.md')))).toContain('keeps bees')
    expect(await hover(client, uriOf(outer.at('inner/b.md')))).not.toContain('keeps bees')
    expect(await hover(client, 'untitled:c')).not.toContain('keeps bees')
  })

  test('an open draft learns of a pack that comes, and forgets one that goes', async () => {
    const folder = folderWith({ 'a.md': DRAFT })
    const client = await opened(folder)
    await client.open(uriOf(folder.at('a.md')), DRAFT)
    expect(await hover(client, uriOf(folder.at('a.md')))).not.toContain('keeps bees')
    folder.write({ 'coverage/levy.yaml': PACK })
    await changed(client, folder.at('coverage/levy.yaml'), 1)
    await ready(client, ({ packs }) => packs[0] === 'The levy')
    expect(await hover(client, uriOf(folder.at('a.md')))).toContain('keeps bees')
    folder.remove('coverage')
    await changed(client, folder.at('coverage'), 3)
    await ready(client, ({ standIn }) => standIn)
    expect(await hover(client, uriOf(folder.at('a.md')))).not.toContain('keeps bees')
  })
})
