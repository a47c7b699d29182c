/** A web worker as the server's host, which talks to whoever made it. Loaded by `server.ts` alone, and only there. */
import { BrowserMessageReader, BrowserMessageWriter, type Connection, createConnection } from 'vscode-languageserver/browser'
import type { Pack } from '../core/api.ts'
import type { Host } from '../lsp/host.ts'

/** The worker itself. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0]

export const connect = (): Connection => createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self))

/** A host without a disk, whose packs the build put into the program. */
export const hostWith = (readPack: (json: unknown) => Pack): Host => ({ packs: async () => SAIDBY_PACKS.map(readPack) })
