/** The server where it runs, under Node or in a web worker. Built to `dist/server.js`. */
import { readCompiledPack } from '../core/api.ts'
import { serve } from '../lsp/server.ts'

// Only what both hosts share is loaded at once; each of the two asks for what the other does not have.
void (typeof process === 'object' ? import('./node.ts') : import('./browser.ts')).then(({ connect, hostWith }) => {
  const connection = connect()
  serve(connection, hostWith(readCompiledPack))
  connection.listen()
})
