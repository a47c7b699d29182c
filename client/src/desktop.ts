/** The extension in a VS Code that has Node: starts the language server as a child and leaves the rest to it. */
import { join } from 'node:path'
import { type ExtensionContext, window } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { registerTools } from './assistant.ts'
import { rememberInitials } from './checked.ts'
import { registerCommands } from './commands.ts'
import { clientOptions, drafts } from './options.ts'
import { createStatusView } from './status.ts'
import { registerViews, type Views } from './views/views.ts'

let client: LanguageClient | undefined

/** Called by VS Code when the first Markdown file is opened. Resolves when the server answers, with the views, which its tests read. */
export async function activate(context: ExtensionContext): Promise<Views> {
  const server = { module: join(context.extensionPath, 'dist', 'server.cjs'), transport: TransportKind.ipc }
  const running = new LanguageClient('saidby', 'Saidby', server, clientOptions((context.storageUri ?? context.globalStorageUri).fsPath))
  client = running
  rememberInitials(context)
  const status = createStatusView(drafts)
  running.onNotification('saidby/status', status.show)
  const views = registerViews(running)
  context.subscriptions.push(...registerCommands(running, status), ...registerTools(running), status, views, running)
  try {
    await running.start()
  } catch (error) {
    window.showErrorMessage(`Saidby’s language server did not start: ${error instanceof Error ? error.message : String(error)}`)
  }
  return views
}

/** Called by VS Code when it closes, or when the extension is switched off. */
export async function deactivate(): Promise<void> {
  if (client?.isRunning()) await client.stop()
}
