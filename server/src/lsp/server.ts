/** How the server lives: how it is introduced, what it follows, and when it goes; `answers.ts` says who answers. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeError,
  type InitializeResult,
  ResponseError
} from 'vscode-languageserver'
import type { Files } from '../store/files.ts'
import { readAbilities } from './abilities.ts'
import { answerOn } from './answers.ts'
import { capabilitiesFor } from './capabilities.ts'
import { createCheckedKeeper } from './checked.ts'
import { createChoicesKeeper } from './choices.ts'
import { clientFiles, filesOf } from './client-files.ts'
import { createCoverageKeeper } from './coverage.ts'
import { createProblemView } from './coverage-problems.ts'
import { createDiagnostics, type Publish } from './diagnostics.ts'
import { aboutDocument, openedIn } from './from-lsp.ts'
import { createGuard } from './guard.ts'
import type { Host } from './host.ts'
import { tellIn } from './language.ts'
import { type Cells, createNotebooks } from './notebooks.ts'
import { readingBar } from './progress.ts'
import type { CoverageStatus, PauseParams } from './protocol.ts'
import { createSession } from './session.ts'
import { createWatching } from './watching.ts'

/** Serves the client on this connection until it ends. The caller has not begun to listen. */
export function serve(connection: Connection, host: Host): void {
  const guard = createGuard(connection.console)
  const disk = host.disk ?? null
  let serves = false
  const notebooks = createNotebooks()
  const reached = filesOf(
    disk?.files ?? null,
    clientFiles(connection, () => serves)
  )
  const files: Files = { ...reached, pathOf: (uri) => reached.pathOf(notebooks.home(uri)) }
  const session = createSession(guard, files)
  const publish: Publish = (params) => tell(() => connection.sendDiagnostics(params))
  const diagnostics = createDiagnostics(session, guard, {
    publish,
    askAgain: () => tell(() => connection.sendRequest('workspace/diagnostic/refresh'))
  })
  const showProblems = createProblemView(
    publish,
    (uri) => session.drafts.has(uri),
    () => session.abilities.encoding
  )
  const choices = createChoicesKeeper(connection, session, guard, () => refresh())
  const watching = createWatching(connection, () => session.abilities, files, guard)
  const coverage = createCoverageKeeper(session, guard, files, (folder) => disk?.storage(folder) ?? null, {
    status: (status: CoverageStatus) => {
      tell(() => connection.sendNotification('saidby/status', status))
      showProblems(status)
    },
    changed: () => refresh(),
    places: (paths, projects) => void watching.watch(paths, projects),
    progress: () => readingBar(connection, session.abilities.showsProgress)
  })
  const checked = createCheckedKeeper(session, guard, files, () => refresh())
  let folders: readonly string[] = []

  connection.onInitialize((params): InitializeResult | ResponseError<InitializeError> => {
    if (guard.phase !== 'new') return new ResponseError(ErrorCodes.InvalidRequest, 'the client has introduced itself before')
    guard.phase = 'serving'
    const { capabilities, initializationOptions, workspaceFolders, rootUri, locale } = params
    tellIn(initializationOptions?.locale ?? locale)
    session.abilities = readAbilities(capabilities)
    session.commands = readCommands(initializationOptions?.commands)
    session.storage = typeof initializationOptions?.storage === 'string' ? initializationOptions.storage : null
    session.pages = typeof initializationOptions?.pages === 'string' ? initializationOptions.pages : (host.pages ?? null)
    serves = initializationOptions?.files === true
    folders = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : [])
    choices.begin(initializationOptions)
    return {
      capabilities: capabilitiesFor(session.abilities),
      serverInfo: { name: 'saidby' }
    }
  })

  connection.onShutdown(() => {
    const refused = guard.refusal()
    if (!refused) guard.phase = 'over'
    return refused
  })
  connection.onRequest((method) => guard.refusal() ?? new ResponseError(ErrorCodes.MethodNotFound, `there is no method ${method}`))

  connection.onInitialized(() => {
    const { answersConfiguration, registersConfiguration } = session.abilities
    if (answersConfiguration) void choices.ask(folders)
    else choices.offer()
    if (registersConfiguration)
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'saidby' })
        .catch((error: unknown) => guard.say(`The editor does not tell when settings change: ${error}`))
    if (session.abilities.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(
        guard.heed('changing folders', ({ added, removed }) => {
          const gone = removed.map(({ uri }) => uri)
          const come = added.map(({ uri }) => uri)
          folders = [...folders.filter((uri) => !gone.includes(uri)), ...come]
          coverage.folders(come, gone)
          if (answersConfiguration) void choices.ask(folders)
          void checked.folders(folders)
        })
      )
    void watching.watch([], [])
    void checked.folders(folders)
    void host.packs(guard.say).then((packs) => coverage.start(packs, folders))
  })

  const drafts: Cells = {
    opened(draft) {
      diagnostics.edited(session.open(draft))
      checked.opened(draft.uri)
      coverage.opened()
      if (!session.abilities.registersWatchers) coverage.lookAgain()
    },
    changed: (uri, version, changes) => diagnostics.edited(session.change(uri, version, changes)),
    closed(uri) {
      session.close(uri)
      diagnostics.closed(uri)
    }
  }
  connection.onDidOpenTextDocument(guard.heed('opening a draft', (params) => drafts.opened(openedIn(params))))
  connection.onDidChangeTextDocument(
    guard.heed('editing a draft', (params) => {
      const { textDocument, contentChanges } = aboutDocument(params)
      drafts.changed(textDocument.uri, textDocument.version, contentChanges)
    })
  )
  connection.onDidCloseTextDocument(guard.heed('closing a draft', (params) => drafts.closed(aboutDocument(params).textDocument.uri)))
  notebooks.follow(connection, guard, drafts)
  connection.onDidChangeConfiguration(
    guard.heed('changing settings', ({ settings }) => {
      if (session.abilities.answersConfiguration) void choices.ask(folders)
      else choices.take(settings?.saidby ?? settings)
    })
  )

  connection.onDidChangeWatchedFiles(
    guard.heed('changed files', ({ changes }) => {
      const uris = changes.map(({ uri }) => uri)
      coverage.filesChanged(uris)
      checked.filesChanged(uris)
    })
  )

  connection.onNotification(
    'saidby/pause',
    guard.heed('a pause', ({ uri, paused }: PauseParams) => {
      if (paused) session.paused.add(uri)
      else session.paused.delete(uri)
      refresh()
    })
  )
  answerOn(connection, guard, { session, files, checked, diagnostics, folders: () => folders })

  /** What is shown of the drafts is worked out anew. */
  function refresh(): void {
    diagnostics.refresh()
    if (session.abilities.refreshesLenses) tell(() => connection.sendRequest('workspace/codeLens/refresh'))
  }
}

/** It fails only when the client is gone, and then there is nobody to tell. */
function tell(send: () => Promise<unknown>): void {
  try {
    send().catch(() => {})
  } catch {
    // A connection that is closed throws at once.
  }
}

const readCommands = (given: unknown): ReadonlySet<string> =>
  new Set(Array.isArray(given) ? given.filter((name) => typeof name === 'string') : [])
