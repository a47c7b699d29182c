/** Project files and settings as an editor meets them: found upwards, followed, and each for the drafts that it is about. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ApplyWorkspaceEditParams, CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { folderStorage, nodeFiles } from '../../server/src/hosts/files.ts'
import type { IgnoreArguments } from '../../server/src/lsp/protocol.ts'
import { type Client, everything, inMemory, type Wishes } from '../support/connection.ts'
import { type Folder, temporaryFolder } from '../support/folder.ts'

const uriOf = (path: string): string => pathToFileURL(path).href

/** A client that has the folders at these paths open, all of them in one folder of the disk. */
async function workspaceOf(
  files: Readonly<Record<string, string>>,
  paths: readonly string[] = ['.'],
  wishes: Wishes = {}
): Promise<{ readonly client: Client; readonly folder: Folder; open(path: string, text?: string): Promise<readonly Diagnostic[]> }> {
  const folder = temporaryFolder(files)
  const cache = temporaryFolder({})
  const client = await inMemory({
    capabilities: everything,
    disk: { files: nodeFiles, storage: (path) => folderStorage(path ?? cache.path) },
    folders: paths.map((path) => uriOf(folder.at(path))),
    options: { diagnosticsDelay: 0 },
    ...wishes
  })
  onTestFinished(async () => {
    await client.stop()
    folder.remove()
    cache.remove()
  })
  await client.status(({ folders }) => folders.length === paths.length && folders.every(({ building }) => building === null))
  return { client, folder, open: (path, text = STORY) => client.open(uriOf(folder.at(path)), text) }
}

/** Nobody says one of its quotations, and somebody claims another. */
const STORY =
  '---\nbyline: Ana Roth\n---\n\n“The levy stays,” claimed Dana Ortiz, the mayor.\n\nTraders had feared the worst.\n\n“Nobody has asked us what we can afford.”\n'

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code)
const ALL = ['loaded-cue', 'unattributed-quotation']

/** Resolves when these are the newest of the draft. */
async function until({ client }: { client: Client }, uri: string, expected: readonly string[]): Promise<void> {
  if (JSON.stringify(codes(client.diagnostics(uri))) === JSON.stringify(expected)) return
  await client.next(uri, ({ diagnostics }) => JSON.stringify(codes(diagnostics)) === JSON.stringify(expected))
}

const changed = ({ connection }: Client, path: string, type = 2): Promise<void> =>
  connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type }] })

describe('a project file', () => {
  test('holds for the drafts of its folder and below, and its changes are followed', async () => {
    const room = await workspaceOf({
      'saidby.yaml': 'rules: { loaded-cue: off }\noverrides: [{ files: b.md, rules: { loaded-cue: error } }]\n'
    })
    await room.open('desk/a.md')
    await room.open('b.md')
    await until(room, uriOf(room.folder.at('desk/a.md')), ['unattributed-quotation'])
    await until(room, uriOf(room.folder.at('b.md')), ALL)
    room.folder.write({ 'saidby.yaml': 'ignore: desk\n' })
    await changed(room.client, room.folder.at('saidby.yaml'))
    await until(room, uriOf(room.folder.at('desk/a.md')), [])
    await until(room, uriOf(room.folder.at('b.md')), ALL)
    room.folder.remove('saidby.yaml')
    await changed(room.client, room.folder.at('saidby.yaml'), 3)
    await until(room, uriOf(room.folder.at('desk/a.md')), ALL)
  })

  test('is told what is wrong with it at its line, and no longer when it is mended', async () => {
    const room = await workspaceOf({ 'saidby.yaml': 'rules:\n  loaded-cue: loud\n' })
    const uri = uriOf(room.folder.at('saidby.yaml'))
    await expect
      .poll(() => room.client.diagnostics(uri))
      .toMatchObject([
        {
          code: 'project-file',
          source: 'saidby',
          range: { start: { line: 1, character: 14 } },
          message: expect.stringContaining('rules.loaded-cue')
        }
      ])
    room.folder.write({ 'saidby.yaml': 'rules:\n  loaded-cue: off\n' })
    await changed(room.client, room.folder.at('saidby.yaml'))
    await room.client.next(uri, ({ diagnostics }) => diagnostics.length === 0)
  })

  test('that is nearer holds instead, for drafts that are open and when it comes', async () => {
    const room = await workspaceOf({
      'saidby.yaml': 'rules: { loaded-cue: off }',
      'opinion/saidby.json': '{"rules": {"unattributed-quotation": "off"}}'
    })
    await room.open('desk/a.md')
    await room.open('opinion/b.md')
    await until(room, uriOf(room.folder.at('opinion/b.md')), ['loaded-cue'])
    await until(room, uriOf(room.folder.at('desk/a.md')), ['unattributed-quotation'])
    room.folder.write({ 'desk/saidby.yaml': '' })
    await changed(room.client, room.folder.at('desk/saidby.yaml'), 1)
    await until(room, uriOf(room.folder.at('desk/a.md')), ALL)
    room.folder.remove('opinion/saidby.json')
    await changed(room.client, room.folder.at('opinion/saidby.json'), 3)
    await until(room, uriOf(room.folder.at('opinion/b.md')), ['unattributed-quotation'])
  })

  test('holds for a draft that was not saved yet, where there is only one folder to save it in', async () => {
    const capabilities = { ...everything, workspace: { ...everything.workspace, workspaceFolders: true } }
    const room = await workspaceOf({ 'desk/saidby.yaml': 'rules: { loaded-cue: off }', 'opinion/a.md': STORY }, ['desk'], { capabilities })
    await room.client.open('untitled:Untitled-1', STORY)
    await until(room, 'untitled:Untitled-1', ['unattributed-quotation'])
    await room.client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: uriOf(room.folder.at('opinion')), name: 'opinion' }], removed: [] }
    })
    await until(room, 'untitled:Untitled-1', ALL)
  })

  test('above the folder that is open holds as well, inside a repository', async () => {
    const room = await workspaceOf({ '.git/HEAD': '', 'saidby.yaml': 'rules: { loaded-cue: off }', 'desk/a.md': STORY }, ['desk'])
    await room.open('desk/a.md')
    await until(room, uriOf(room.folder.at('desk/a.md')), ['unattributed-quotation'])
  })

  test('knows people, whose entries are the definitions of their names', async () => {
    const room = await workspaceOf({
      'saidby.yaml': 'entities:\n  - { id: ortiz, kind: person, name: Dana Ortiz, description: Dana Ortiz is the mayor. }\n'
    })
    await room.open('a.md')
    const textDocument = { uri: uriOf(room.folder.at('a.md')) }
    const position = { line: 4, character: 28 }
    await expect
      .poll(() => room.client.connection.sendRequest('textDocument/definition', { textDocument, position }))
      .toMatchObject([{ uri: uriOf(room.folder.at('saidby.yaml')), range: { start: { line: 1 } } }])
    const { contents } = await room.client.connection.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
      textDocument,
      position
    })
    expect(contents.value).toContain('saidby.yaml')
  })
})

describe('settings', () => {
  const capabilities = { ...everything, workspace: { ...everything.workspace, configuration: true } }

  test('win over the project file, and “default” leaves it to that', async () => {
    const rules = { 'loaded-cue': 'error', 'unattributed-quotation': 'default' }
    const room = await workspaceOf({ 'saidby.yaml': 'rules: { loaded-cue: off, unattributed-quotation: hint }' }, ['.'], {
      capabilities,
      configuration: () => ({ rules })
    })
    await room.open('a.md')
    const severities = (list: readonly Diagnostic[]) => list.map(({ severity }) => severity).join()
    const uri = uriOf(room.folder.at('a.md'))
    if (severities(room.client.diagnostics(uri)) !== '1,4')
      await room.client.next(uri, (params) => severities(params.diagnostics) === '1,4')
    expect(room.client.log).toEqual([])
  })

  test('and project files differ from folder to folder', async () => {
    const room = await workspaceOf({ 'a/saidby.yaml': 'rules: { loaded-cue: off }', 'b/x.md': '' }, ['a', 'b'], {
      capabilities,
      configuration: (scope) => (scope?.endsWith('/b') ? { rules: { 'unattributed-quotation': 'off' } } : {})
    })
    await room.open('a/x.md')
    await room.open('b/x.md')
    await until(room, uriOf(room.folder.at('a/x.md')), ['unattributed-quotation'])
    await until(room, uriOf(room.folder.at('b/x.md')), ['loaded-cue'])
  })

  test('that are wrong are told once, however many folders there are', async () => {
    const room = await workspaceOf({ 'a/x.md': '', 'b/x.md': '' }, ['a', 'b'], { capabilities, configuration: () => ({ enable: 'no' }) })
    await room.open('a/x.md')
    await until(room, uriOf(room.folder.at('a/x.md')), ALL)
    expect(room.client.log).toEqual(['saidby.enable is "no" and should be true or false; true is used.'])
  })
})

describe('a fix that settles it once and for all', () => {
  const able = {
    ...everything,
    workspace: { applyEdit: true, workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } }
  }

  /** The actions at the unattributed quotation, and what happens to the disk when one is chosen. */
  async function choosing(files: Readonly<Record<string, string>>, wishes: Wishes = {}) {
    const room = await workspaceOf(files, ['.'], { capabilities: able, ...wishes })
    await room.open('desk/a.md')
    const { connection } = room.client
    connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
      for (const change of edit.documentChanges ?? []) {
        if ('kind' in change) room.folder.write({ 'saidby.yaml': '' })
        else {
          const path = fileURLToPath(change.textDocument.uri)
          const document = TextDocument.create('', '', 0, readFileSync(path, 'utf8'))
          writeFileSync(path, TextDocument.applyEdits(document, change.edits as TextEdit[]))
        }
      }
      return { applied: true }
    })
    const textDocument = { uri: uriOf(room.folder.at('desk/a.md')) }
    const place = { line: 8, character: 3 }
    const actions = async (): Promise<readonly CodeAction[]> =>
      connection.sendRequest('textDocument/codeAction', { textDocument, range: { start: place, end: place }, context: { diagnostics: [] } })
    const choose = async (title: string) => {
      const { command, arguments: given } = (await actions()).find((action) => action.title === title)?.command ?? {}
      return connection.sendRequest('workspace/executeCommand', { command, arguments: given })
    }
    return { ...room, actions, choose, written: () => readFileSync(room.folder.at('saidby.yaml'), 'utf8') }
  }

  const NO_QUOTATION = 'Add “Nobody has asked us what we can…” to notQuotations in saidby.yaml'

  test('goes into the project file, comments and all', async () => {
    const room = await choosing({ 'saidby.yaml': '# Ours.\nrules:\n  loaded-cue: off # for now\n' })
    await expect.poll(async () => (await room.actions()).map(({ title }) => title)).toContain(NO_QUOTATION)
    await until(room, uriOf(room.folder.at('desk/a.md')), ['unattributed-quotation'])
    await room.choose(NO_QUOTATION)
    expect(room.written()).toBe(
      '# Ours.\nrules:\n  loaded-cue: off # for now\nnotQuotations:\n  - Nobody has asked us what we can afford\n'
    )
    await changed(room.client, room.folder.at('saidby.yaml'))
    await until(room, uriOf(room.folder.at('desk/a.md')), [])
  })

  test('makes a project file where there is none, at the top of the workspace', async () => {
    const room = await choosing({})
    await room.choose('Switch unattributed-quotation off in saidby.yaml')
    expect(room.written()).toBe('rules:\n  unattributed-quotation: off\n')
    await room.choose('Never check this file: ignore it in saidby.yaml')
    expect(room.written()).toBe('rules:\n  unattributed-quotation: off\nignore:\n  - desk/a.md\n')
  })

  test('is not made in a file that is broken, and is not offered where nobody could make it', async () => {
    const room = await choosing({ 'saidby.yaml': 'rules: [\n' })
    await expect(room.choose(NO_QUOTATION)).rejects.toThrow('cannot be changed as it is')
    const other = await choosing({}, { capabilities: everything })
    expect((await other.actions()).filter(({ command }) => command)).toEqual([])
  })

  test('goes into the writer’s own settings where the client can keep them', async () => {
    const room = await choosing({}, { options: { diagnosticsDelay: 0, commands: ['saidby.setLevel'] } })
    expect((await room.actions()).at(-1)?.command).toMatchObject({
      command: 'saidby.setLevel',
      arguments: [{ rule: 'unattributed-quotation', level: 'off' }]
    })
  })

  test('is one action where the client asks which of the ways is meant', async () => {
    const room = await choosing({}, { options: { diagnosticsDelay: 0, commands: ['saidby.setLevel', 'saidby.ignore'] } })
    const ignoring = (await room.actions()).filter(({ title }) => /Ignore|Switch|Never/.test(title))
    expect(ignoring.map(({ title }) => title)).toEqual(['Ignore unattributed-quotation…'])
    const [given] = ignoring[0]?.command?.arguments ?? []
    const titles = (forAll: boolean) =>
      (given as IgnoreArguments).choices
        .filter((one) => one.forAll === forAll)
        .map(({ title }) => title.replace('unattributed-quotation', '-'))
    expect(titles(false)).toEqual([
      'Ignore - in this paragraph',
      'Ignore - in this line',
      'Ignore - in this line, by a comment above it',
      'Ignore - in this file',
      'Switch - off in saidby.yaml',
      'Switch - off in your settings'
    ])
    expect(titles(true)).toEqual([
      'Ignore everything in this paragraph',
      'Ignore everything in this line',
      'Ignore everything in this line, by a comment above it',
      'Ignore everything in this file',
      'Never check this file: ignore it in saidby.yaml'
    ])
  })

  test.each([
    [undefined],
    [{ file: 'file:///etc/passwd', changes: [] }],
    [{ file: 'file:///a/saidby.yaml', changes: [{ kind: 'level', rule: 'x', level: 'off' }] }]
  ])('refuses %j', async (given) => {
    const room = await choosing({})
    const command = { command: 'saidby.changeProject', arguments: [given] }
    await expect(room.client.connection.sendRequest('workspace/executeCommand', command)).rejects.toThrow(
      'needs a project file and changes'
    )
  })
})
