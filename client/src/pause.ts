/** One click pauses Saidby for a file, or until VS Code is closed; a second one goes on. */
import { commands, Disposable, type DocumentSelector, l10n, languages, window } from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import type { PauseParams } from '../../server/src/lsp/protocol.ts'

/** Registers the commands and the entry beside the language of a draft; what it returns takes them back. */
export function registerPause(client: BaseLanguageClient, drafts: DocumentSelector): Disposable {
  const files = new Set<string>()
  let everywhere = false
  const item = languages.createLanguageStatusItem('saidby.pause', drafts)
  item.name = l10n.t('Saidby: pause')

  const show = (): void => {
    const uri = window.activeTextEditor?.document.uri.toString()
    const isPaused = uri !== undefined && files.has(uri)
    item.text = everywhere || isPaused ? l10n.t('Saidby is paused') : l10n.t('Saidby is checking')
    item.command = everywhere
      ? { command: 'saidby.pauseSession', title: l10n.t('Go on') }
      : { command: 'saidby.pauseFile', title: isPaused ? l10n.t('Go on') : l10n.t('Pause for this file') }
  }
  const tell = (params: PauseParams): void => {
    show()
    if (client.isRunning()) void client.sendNotification('saidby/pause', params)
  }

  show()
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(show),
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
}
