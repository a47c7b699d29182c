/** The extension wherever VS Code runs: starts the language client that its host makes and leaves the rest to it. */
import { type ExtensionContext, l10n, window } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import type { CoverageStatus } from '../../server/src/lsp/protocol.ts'
import { type SaidbyApi, serveApi } from './api.ts'
import { registerTools } from './assistant.ts'
import { rememberInitials } from './checked.ts'
import { registerCommands } from './commands.ts'
import { drafts } from './drafts.ts'
import { serveFiles } from './files.ts'
import { clientOptions } from './options.ts'
import { registerPages } from './pages.ts'
import { createPause } from './pause.ts'
import { createStandingView, type StandingView } from './standing.ts'
import { createStatusView } from './status.ts'
import { registerViews, type Views } from './views/views.ts'
import { registerWalkthrough } from './walkthrough.ts'
import { messageOf } from './words.ts'

/** What `activate` resolves with: the API, and beside it what the tests look at, which no other extension may count on. */
export interface Exports extends SaidbyApi {
  readonly forTests: { readonly views: Views; readonly standing: StandingView }
}

let client: BaseLanguageClient | undefined

/** Resolves when the server answers. `storage` is a folder on disk for what can be made again. */
export async function start(
  context: ExtensionContext,
  storage: string | null,
  clientWith: (options: LanguageClientOptions) => BaseLanguageClient
): Promise<Exports> {
  const running = clientWith(clientOptions(storage))
  client = running
  rememberInitials(context)
  const status = createStatusView(drafts)
  const served = serveApi(running)
  running.onNotification('saidby/status', (coverage: CoverageStatus) => {
    status.show(coverage)
    served.changed()
  })
  const views = registerViews(running)
  const pause = createPause(running)
  const standing = createStandingView(running, views.story, pause)
  context.subscriptions.push(
    ...registerCommands(running, status),
    ...registerTools(running),
    ...serveFiles(running),
    registerPages(context),
    ...registerWalkthrough(context),
    pause,
    standing,
    status,
    served,
    views,
    running
  )
  try {
    await running.start()
  } catch (error) {
    window.showErrorMessage(l10n.t('Saidby’s language server did not start: {0}', messageOf(error)))
  }
  return { ...served.api, forTests: { views, standing } }
}

/** Called by VS Code when it closes, or when the extension is switched off. */
export async function deactivate(): Promise<void> {
  if (client?.isRunning()) await client.stop()
}
