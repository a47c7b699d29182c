/** What the server does, read from top to bottom: what it tells the client it can, and who answers. */
import * as l10n from '@vscode/l10n'
import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type ExecuteCommandParams,
  type InitializeError,
  type InitializeResult,
  ResponseError
} from 'vscode-languageserver'
import type { Files } from '../store/files.ts'
import { readAbilities } from './abilities.ts'
import { codeActions } from './actions.ts'
import { type AssistResult, assist } from './assist.ts'
import { capabilitiesFor, createSwitches, type Switched } from './capabilities.ts'
import { createCheckedKeeper } from './checked.ts'
import { clientFiles, filesOf } from './client-files.ts'
import { createCoverageKeeper, type Progress } from './coverage.ts'
import { createProblemView } from './coverage-problems.ts'
import { createDiagnostics, type Publish } from './diagnostics.ts'
import { dictionaries } from './dictionaries.ts'
import { aboutDocument, openedIn } from './from-lsp.ts'
import { createGuard, Refusal } from './guard.ts'
import type { Host } from './host.ts'
import { tellIn } from './language.ts'
import {
  highlights,
  inlayHints,
  nameCompletion,
  nameDefinition,
  nameReferences,
  prepareRename,
  rename,
  semanticTokens,
  workspaceSymbols
} from './names.ts'
import { type Cells, createNotebooks } from './notebooks.ts'
import { definition, references } from './passages.ts'
import { contentMethod, packPage } from './places.ts'
import { CHANGE_PROJECT, changeProject } from './project.ts'
import type {
  AssistParams,
  CoverageStatus,
  DictionariesParams,
  DictionariesResult,
  PauseParams,
  QuotedParams,
  SearchParams,
  SheetParams,
  SheetResult,
  StandingParams,
  StoryParams
} from './protocol.ts'
import { quoted } from './quoted.ts'
import { completion, search } from './quoting.ts'
import { documentSymbols, hoverAt } from './requests.ts'
import { createSession } from './session.ts'
import { type Choices, noChoices, readSettings } from './settings.ts'
import { codeLenses, draftSheet, workspaceSheet } from './sheets.ts'
import { standingOf } from './standing.ts'
import { story } from './story.ts'
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
  const offer = createSwitches(connection, () => session.abilities, guard)
  const watching = createWatching(connection, () => session.abilities, files, guard)
  const coverage = createCoverageKeeper(session, guard, files, (folder) => disk?.storage(folder) ?? null, {
    status: (status: CoverageStatus) => {
      tell(() => connection.sendNotification('saidby/status', status))
      showProblems(status)
    },
    changed: () => refresh(),
    places: (paths, projects) => void watching.watch(paths, projects),
    progress: () => progressOf(connection, session.abilities.showsProgress)
  })
  const checked = createCheckedKeeper(session, guard, files, () => refresh())
  let optional: Choices = noChoices
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
    optional = heard(initializationOptions, noChoices)
    session.choices = { everywhere: optional, folders: new Map() }
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
    if (answersConfiguration) void pullSettings()
    else void offer(wanted())
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
          if (answersConfiguration) void pullSettings()
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
      if (session.abilities.answersConfiguration) void pullSettings()
      else set(settings?.saidby ?? settings)
    })
  )

  connection.onDidChangeWatchedFiles(
    guard.heed('changed files', ({ changes }) => {
      const uris = changes.map(({ uri }) => uri)
      coverage.filesChanged(uris)
      checked.filesChanged(uris)
    })
  )

  const ofDraft = <P, R>(what: string, answer: (params: P) => R) => guard.answer(what, (params: P) => answer(aboutDocument(params)))
  connection.languages.diagnostics.on(ofDraft('diagnostic', (params) => diagnostics.report(params)))
  connection.onHover(ofDraft('hover', (params) => hoverAt(session, params)))
  connection.onCodeAction(ofDraft('codeAction', (params) => codeActions(session, guard, checked, files, folders, params)))
  connection.onDocumentSymbol(ofDraft('documentSymbol', (params) => documentSymbols(session, params)))

  connection.onDefinition(ofDraft('definition', (params) => nameDefinition(session, params) ?? definition(session, params)))
  connection.onReferences(
    guard.answerLater(
      'references',
      async (params, token) =>
        (await nameReferences(session, files, folders, aboutDocument(params), token)) ?? references(session, files, folders, params, token)
    )
  )
  connection.onCompletion(ofDraft('completion', (params) => completion(session, params) ?? nameCompletion(session, params)))
  connection.onDocumentHighlight(ofDraft('documentHighlight', (params) => highlights(session, params)))
  connection.onPrepareRename(ofDraft('prepareRename', (params) => prepareRename(session, params)))
  connection.onRenameRequest(ofDraft('rename', (params) => rename(session, params)))
  connection.languages.inlayHint.on(ofDraft('inlayHint', (params) => inlayHints(session, params)))
  connection.languages.semanticTokens.on(ofDraft('semanticTokens', (params) => semanticTokens(session, params)))
  connection.onWorkspaceSymbol(
    guard.answerLater('workspaceSymbol', (params, token) => workspaceSymbols(session, files, folders, params, token))
  )
  connection.onCodeLens(ofDraft('codeLens', (params) => codeLenses(session, params)))
  connection.onRequest(
    contentMethod,
    guard.answer('textDocumentContent', ({ uri }) => ({ text: packPage(session, uri) }))
  )
  connection.onNotification(
    'saidby/pause',
    guard.heed('a pause', ({ uri, paused }: PauseParams) => {
      if (paused) session.paused.add(uri)
      else session.paused.delete(uri)
      refresh()
    })
  )
  connection.onExecuteCommand(
    guard.answerLater('executeCommand', async (params: ExecuteCommandParams) => {
      if (params.command === CHANGE_PROJECT) return changeProject(connection, session, files, params.arguments?.[0])
      throw new Refusal(`There is no command ${params.command}.`)
    })
  )
  connection.onRequest(
    'saidby/story',
    ofDraft('story', (params: StoryParams) => story(session, params))
  )
  connection.onRequest(
    'saidby/standing',
    guard.answer('standing', (params: StandingParams) => standingOf(session, files, params))
  )
  connection.onRequest(
    'saidby/quoted',
    ofDraft('quoted', (params: QuotedParams) => quoted(session, params))
  )
  connection.onRequest<AssistResult, void>(
    'saidby/assist',
    guard.answer('assist', (params: AssistParams) => assist(session, params))
  )
  connection.onRequest(
    'saidby/search',
    ofDraft('search', (params: SearchParams) => search(session, params))
  )
  connection.onRequest(
    'saidby/quotationSheet',
    ofDraft('quotationSheet', (params: SheetParams) => draftSheet(session, params))
  )
  connection.onRequest<DictionariesResult, void>(
    'saidby/dictionaries',
    guard.answerLater('dictionaries', (params: DictionariesParams, token) => dictionaries(session, files, folders, params, token))
  )
  connection.onRequest<SheetResult, void>(
    'saidby/checkWorkspace',
    guard.answerLater('checkWorkspace', (_: unknown, token) => checkWorkspace(token))
  )

  /** What is shown of the drafts is worked out anew. */
  function refresh(): void {
    diagnostics.refresh()
    if (session.abilities.refreshesLenses) tell(() => connection.sendRequest('workspace/codeLens/refresh'))
  }

  /** With a bar on which the writer may stop it: then what was read so far is the answer. */
  async function checkWorkspace(token: CancellationToken): Promise<SheetResult> {
    if (!session.abilities.showsProgress) return workspaceSheet(session, files, folders, { token, reached: () => {} })
    const bar = await connection.window.createWorkDoneProgress()
    bar.begin(l10n.t('Checking every quotation'), undefined, undefined, true)
    try {
      return await workspaceSheet(session, files, folders, { token: bar.token, reached: (draft) => bar.report(draft) })
    } finally {
      bar.done()
    }
  }

  async function pullSettings(): Promise<void> {
    try {
      const asked = [...folders]
      const scopes = asked.map((scopeUri) => ({ scopeUri, section: 'saidby' }))
      const [everywhere, ...given] = await connection.workspace.getConfiguration([{ section: 'saidby' }, ...scopes])
      set(everywhere, new Map(asked.map((folder, i) => [folder, given[i] ?? everywhere])))
    } catch (error) {
      guard.say(`The editor did not say what is set: ${error}`)
      void offer(wanted())
    }
  }

  /** What is wanted anywhere is offered; where it is not wanted the answer is empty. */
  function wanted(): Readonly<Record<Switched, boolean>> {
    const all = [session.choices.everywhere, ...session.choices.folders.values()].filter(({ enable }) => enable)
    const some = (feature: Switched) => all.some((choices) => choices[feature])
    return { outline: some('outline'), codeLens: some('codeLens'), speakerHints: some('speakerHints') }
  }

  function set(everywhere: unknown, given: ReadonlyMap<string, unknown> = new Map()): void {
    const heardFor = new Map([...given].map(([folder, value]) => [folder, heard(value, optional)]))
    session.choices = { everywhere: heard(everywhere, optional), folders: heardFor }
    void offer(wanted())
    refresh()
  }

  function heard(value: unknown, base: Choices): Choices {
    const { settings, problems } = readSettings(value, base)
    for (const problem of problems) guard.say(problem)
    return settings
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

/** The client's own bar, where it has one. */
async function progressOf(connection: Connection, shows: boolean): Promise<Progress> {
  if (!shows) return { report: () => {}, done: () => {} }
  const bar = await connection.window.createWorkDoneProgress()
  bar.begin('Saidby', 0, l10n.t('reading the coverage'), false)
  return {
    report: (done, total) => bar.report(Math.floor((100 * done) / total), l10n.t('{0} of {1} files of the coverage', done, total)),
    done: () => bar.done()
  }
}
