/** What the server does, read from top to bottom: what it tells the client it can, and who answers. */
import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind
} from 'vscode-languageserver'
import { createCoverageKeeper, type Progress } from './coverage.ts'
import { createPublisher } from './diagnostics.ts'
import { createGuard } from './guard.ts'
import type { Host } from './host.ts'
import type { CoverageStatus } from './protocol.ts'
import { codeActions, documentSymbols, hoverAt } from './requests.ts'
import { createSession, readAbilities } from './session.ts'
import { defaultSettings, readSettings, type Settings } from './settings.ts'
import { createWatching } from './watching.ts'

/** Serves the client on this connection until it ends. The caller has not begun to listen. */
export function serve(connection: Connection, host: Host): void {
  const guard = createGuard(connection.console)
  const disk = host.disk ?? null
  const session = createSession(guard, disk?.files ?? null)
  const publisher = createPublisher(session, guard, (params) => {
    // It fails only when the client is gone, and then there is nobody to tell.
    connection.sendDiagnostics(params).catch(() => {})
  })
  const watching = disk && createWatching(connection, () => session.abilities, disk.files, guard)
  const coverage = createCoverageKeeper(session, guard, disk, {
    status: (status: CoverageStatus) => void connection.sendNotification('saidby/status', status).catch(() => {}),
    changed: publisher.refresh,
    places: (paths) => void watching?.watch(paths),
    progress: () => progressOf(connection, session.abilities.showsProgress)
  })
  let optional: Settings = defaultSettings
  let folders: readonly string[] = []

  connection.onInitialize(({ capabilities, initializationOptions, workspaceFolders, rootUri }: InitializeParams): InitializeResult => {
    session.abilities = readAbilities(capabilities)
    session.storage = typeof initializationOptions?.storage === 'string' ? initializationOptions.storage : null
    folders = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : [])
    optional = heard(initializationOptions, defaultSettings)
    session.settings = optional
    return {
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        documentSymbolProvider: { label: 'Saidby' },
        ...(session.abilities.literalActions ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } } : {}),
        ...(session.abilities.workspaceFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {})
      },
      serverInfo: { name: 'saidby' }
    }
  })

  connection.onInitialized(() => {
    const { answersConfiguration, registersConfiguration } = session.abilities
    if (answersConfiguration) void pullSettings()
    if (registersConfiguration)
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'saidby' })
        .catch((error: unknown) => guard.say(`The editor does not tell when settings change: ${error}`))
    if (session.abilities.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(
        guard.heed('changing folders', ({ added, removed }) =>
          coverage.folders(
            added.map(({ uri }) => uri),
            removed.map(({ uri }) => uri)
          )
        )
      )
    void watching?.watch([])
    void host.packs(guard.say).then((packs) => coverage.start(packs, folders))
  })

  connection.onDidOpenTextDocument(
    guard.heed('opening a draft', ({ textDocument: { uri, languageId, version, text } }) =>
      publisher.edited(session.open(uri, languageId, version, text))
    )
  )
  connection.onDidChangeTextDocument(
    guard.heed('editing a draft', ({ textDocument: { uri, version }, contentChanges }) =>
      publisher.edited(session.change(uri, version, contentChanges))
    )
  )
  connection.onDidCloseTextDocument(
    guard.heed('closing a draft', ({ textDocument: { uri } }) => {
      session.close(uri)
      publisher.closed(uri)
    })
  )
  connection.onDidChangeConfiguration(
    guard.heed('changing settings', ({ settings }) => {
      if (session.abilities.answersConfiguration) void pullSettings()
      else set(settings?.saidby ?? settings)
    })
  )

  connection.onDidChangeWatchedFiles(guard.heed('changed files', ({ changes }) => coverage.filesChanged(changes.map(({ uri }) => uri))))

  connection.onHover(guard.answer('hover', (params) => hoverAt(session, params)))
  connection.onCodeAction(guard.answer('codeAction', (params) => codeActions(session, guard, params)))
  connection.onDocumentSymbol(guard.answer('documentSymbol', (params) => documentSymbols(session, params)))

  async function pullSettings(): Promise<void> {
    try {
      set(await connection.workspace.getConfiguration('saidby'))
    } catch (error) {
      guard.say(`The editor did not say what is set: ${error}`)
    }
  }

  function set(value: unknown): void {
    session.settings = heard(value, optional)
    publisher.refresh()
  }

  function heard(value: unknown, base: Settings): Settings {
    const { settings, problems } = readSettings(value, base)
    for (const problem of problems) guard.say(problem)
    return settings
  }
}

/** The client's own bar, where it has one. */
async function progressOf(connection: Connection, shows: boolean): Promise<Progress> {
  if (!shows) return { report: () => {}, done: () => {} }
  const bar = await connection.window.createWorkDoneProgress()
  bar.begin('Saidby', 0, 'reading the coverage', false)
  return {
    report: (done, total) => bar.report(Math.floor((100 * done) / total), `${done} of ${total} files of the coverage`),
    done: () => bar.done()
  }
}
