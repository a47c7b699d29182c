/** The server under Node: on standard input and output, on a socket or pipe, or as the editor's child. Built to `dist/server.cjs`. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createConnection } from 'vscode-languageserver/node'
import { type Pack, readCompiledPack } from '../core/api.ts'
import type { Host } from '../lsp/host.ts'
import { serve } from '../lsp/server.ts'
import { cacheFolder, folderStorage, nodeFiles } from './files.ts'

const host: Host = {
  packs: (say) => compiledPacks(join(__dirname, 'coverage'), say),
  pages: pathToFileURL(join(__dirname, '..', 'docs', 'rules', '/')).href,
  disk: { files: nodeFiles, storage: (folder) => folderStorage(folder ?? cacheFolder()) }
}

const connection = createConnection()
serve(connection, host)
connection.listen()

/** The packs that the build put next to this file. */
async function compiledPacks(folder: string, say: (problem: string) => void): Promise<readonly Pack[]> {
  const names = await readdir(folder).catch(() => [])
  const packs: Pack[] = []
  for (const name of names.filter((candidate) => candidate.endsWith('.json')).sort()) {
    try {
      packs.push(readCompiledPack(JSON.parse(await readFile(join(folder, name), 'utf8'))))
    } catch (error) {
      say(`The coverage pack ${name} cannot be read and is left out: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return packs
}
