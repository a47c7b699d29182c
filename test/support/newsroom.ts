/** A workspace of the invented world on disk, with drafts and a coverage of its own, and a client that has it open. */
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Diagnostic, InitializeParams } from 'vscode-languageserver'
import { folderStorage, nodeFiles } from '../../server/src/hosts/files.ts'
import type { Files } from '../../server/src/store/files.ts'
import { type Client, everything, inMemory } from './connection.ts'
import { levyPack } from './covered.ts'
import { type Folder, temporaryFolder } from './folder.ts'

const ARTICLE = `---
publisher: Coast Wire
date: 2026-11-21
url: https://coast.example/monday
---

The council met on Monday.

“We will not raise the levy this year, whatever the harbour board asks of us,” Mayor Dana Ortiz said. Traders applauded.

“The old bridge can wait for another winter,” said Lena Brandt, a baker. She left early.
`

export const QUOTE = '“We will never raise the levy this year,” said Dana Ortiz, the mayor.'

/** A story that has one word otherwise. */
export const STORY = `---\nbyline: Ana Roth\n---\n\n# The levy\n\n## What Ortiz said\n\n${QUOTE}\n`

/** The line of the quotation in the story. */
export const QUOTED = 8

export interface Newsroom {
  readonly client: Client
  readonly folder: Folder
  uri(path: string): string
  open(path: string, text: string): Promise<readonly Diagnostic[]>
  ask<T>(method: string, path: string, params?: object): Promise<T>
}

export interface Furniture {
  readonly files?: Readonly<Record<string, string>>
  readonly capabilities?: InitializeParams['capabilities']
  readonly commands?: readonly string[]
  readonly options?: object
  /** The disk’s, or some that look on at how they are used. */
  readonly disk?: Files
}

/** Resolves when the coverage is read; ends with the test that asked for it. With `files`, those stand in the folder instead of the article. */
export async function newsroom({ files, capabilities, commands = [], options = {}, disk = nodeFiles }: Furniture = {}): Promise<Newsroom> {
  const folder = temporaryFolder(files ?? { 'coverage/monday.md': ARTICLE })
  const cache = temporaryFolder({})
  const uri = (path: string) => pathToFileURL(folder.at(path)).href
  const client = await inMemory({
    capabilities: capabilities ?? everything,
    packs: [levyPack],
    disk: { files: disk, storage: (path) => folderStorage(path ?? cache.path) },
    folders: [pathToFileURL(folder.path).href],
    options: { diagnosticsDelay: 0, commands, ...options }
  })
  onTestFinished(async () => {
    await client.stop()
    folder.remove()
    cache.remove()
  })
  const covered = (files ?? { 'coverage/monday.md': '' })['coverage/monday.md'] !== undefined
  await client.status(({ folders: [status] }) => status !== undefined && status.building === null && status.standIn !== covered)
  return {
    client,
    folder,
    uri,
    open: (path, text) => client.open(uri(path), text),
    ask: (method, path, params = {}) => client.connection.sendRequest(method, { textDocument: { uri: uri(path) }, ...params })
  }
}

export const at = (line: number, character: number) => ({ line, character })
