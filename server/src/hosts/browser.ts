/** The server in a web worker, which talks to whoever made it. Built to `dist/server-web.js`. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { readCompiledPack } from '../core/api.ts'
import { serve } from '../lsp/server.ts'

/** The worker itself. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0]

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self))
serve(connection, { packs: async () => SAIDBY_PACKS.map(readCompiledPack) })
connection.listen()
