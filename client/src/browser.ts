/** The extension in a browser: the language server is a web worker. Built to `dist/client-web.js`. */
import { type ExtensionContext, Uri } from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser'
import { type Exports, start } from './extension.ts'

export { deactivate } from './extension.ts'

/** Called by VS Code when the first draft is opened. */
export function activate(context: ExtensionContext): Promise<Exports> {
  const address = Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true)
  let worker: Worker | undefined
  context.subscriptions.push({ dispose: () => worker?.terminate() })
  // A server that starts anew is a worker anew; the one before has no end of its own. The client does not know VS Code’s kind of worker for one.
  const server = async (): Promise<MessageTransports> => {
    worker?.terminate()
    worker = new Worker(address)
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
  }
  return start(context, null, (options) => new LanguageClient('saidby', 'Saidby', server, options))
}
