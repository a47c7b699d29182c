/** One click pauses Saidby for a file, or until VS Code is closed; a second one goes on. */
import { type Command, commands, Disposable, type Event, EventEmitter, l10n, window } from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import type { PauseParams } from '../../server/src/lsp/protocol.ts'

export interface Pause extends Disposable {
  readonly onDidChange: Event<void>
  /** Whether the document of that URI is paused, alone or with all others. */
  holds(uri: string): boolean
  /** What the click does for it. */
  click(uri: string): Command
}

/** Registers the commands, and tells the server; disposing takes them back. */
export function createPause(client: BaseLanguageClient): Pause {
  const files = new Set<string>()
  let everywhere = false
  const changed = new EventEmitter<void>()

  const tell = (params: PauseParams): void => {
    if (client.isRunning()) void client.sendNotification('saidby/pause', params)
    changed.fire()
  }
  const registered = Disposable.from(
    changed,
    // A server that was started anew knows nothing of it.
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) return
      if (everywhere) tell({ uri: null, paused: true })
      for (const uri of files) tell({ uri, paused: true })
    }),
    commands.registerCommand('saidby.pauseFile', () => {
      const uri = window.activeTextEditor?.document.uri.toString()
      if (uri === undefined) return
      const paused = !files.delete(uri)
      if (paused) files.add(uri)
      tell({ uri, paused })
    }),
    commands.registerCommand('saidby.pauseSession', () => {
      everywhere = !everywhere
      tell({ uri: null, paused: everywhere })
    })
  )
  return {
    onDidChange: changed.event,
    holds: (uri) => everywhere || files.has(uri),
    click: (uri) =>
      everywhere
        ? { command: 'saidby.pauseSession', title: l10n.t('Go on') }
        : { command: 'saidby.pauseFile', title: files.has(uri) ? l10n.t('Go on') : l10n.t('Pause for this file') },
    dispose: () => registered.dispose()
  }
}
