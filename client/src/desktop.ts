/** The extension in a VS Code that has Node: the language server is a child process. Built to `dist/client.cjs`. */
import { join } from 'node:path'
import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { type Exports, start } from './extension.ts'

export { deactivate } from './extension.ts'

/** Called by VS Code when the first draft is opened. */
export function activate(context: ExtensionContext): Promise<Exports> {
  const server = { module: join(context.extensionPath, 'dist', 'server.js'), transport: TransportKind.ipc }
  const storage = (context.storageUri ?? context.globalStorageUri).fsPath
  return start(context, storage, (options) => new LanguageClient('saidby', 'Saidby', server, options))
}
