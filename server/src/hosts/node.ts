/** Node as the server's host: on standard input and output, on a socket or pipe, or as the editor's child. Loaded by `server.ts` alone, and only there. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Connection, createConnection } from 'vscode-languageserver/node'
import type { Pack } from '../core/api.ts'
import type { Host } from '../lsp/host.ts'
import { cacheFolder, folderStorage, nodeFiles } from './files.ts'

export const connect = (): Connection => createConnection()

/** A host with a disk, whose packs the build put next to this file. */
export const hostWith = (readPack: (json: unknown) => Pack): Host => ({
  packs: (say) => compiledPacks(join(__dirname, 'coverage'), readPack, say),
  pages: pathToFileURL(join(__dirname, '..', 'docs', 'rules', '/')).href,
  disk: { files: nodeFiles, storage: (folder) => folderStorage(folder ?? cacheFolder()) }
})

async function compiledPacks(folder: string, readPack: (json: unknown) => Pack, say: (problem: string) => void): Promise<readonly Pack[]> {
  const names = await readdir(folder).catch(() => [])
  const packs: Pack[] = []
  for (const name of names.filter((candidate) => candidate.endsWith('.json')).sort()) {
    try {
      packs.push(readPack(JSON.parse(await readFile(join(folder, name), 'utf8'))))
    } catch (error) {
      say(`The coverage pack ${name} cannot be read and is left out: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return packs
}
