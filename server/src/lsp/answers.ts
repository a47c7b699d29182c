/** Who answers what an editor asks: a line for each question. */
import * as l10n from '@vscode/l10n'
import type { Connection, ExecuteCommandParams } from 'vscode-languageserver'
import type { Files } from '../store/files.ts'
import { codeActions } from './actions.ts'
import { type AssistResult, assist } from './assist.ts'
import type { CheckedKeeper } from './checked.ts'
import type { Diagnostics } from './diagnostics.ts'
import { dictionaries } from './dictionaries.ts'
import { aboutDocument } from './from-lsp.ts'
import { type Guard, Refusal } from './guard.ts'
import { documentLinks } from './links.ts'
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
import { definition, references } from './passages.ts'
import { contentMethod, packPage } from './places.ts'
import { stoppable } from './progress.ts'
import { CHANGE_PROJECT, changeProject } from './project.ts'
import type {
  AssistParams,
  DictionariesParams,
  DictionariesResult,
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
import type { Session } from './session.ts'
import { codeLenses, draftSheet, workspaceSheet } from './sheets.ts'
import { standingOf } from './standing.ts'
import { story } from './story.ts'

/** What the answers are found by. */
export interface Sources {
  readonly session: Session
  readonly files: Files
  readonly checked: CheckedKeeper
  readonly diagnostics: Diagnostics
  /** The folders that are open now. */
  readonly folders: () => readonly string[]
}

/** Answers every request of the connection. */
export function answerOn(connection: Connection, guard: Guard, { session, files, checked, diagnostics, folders }: Sources): void {
  const ofDraft = <P, R>(what: string, answer: (params: P) => R) => guard.answer(what, (params: P) => answer(aboutDocument(params)))
  connection.languages.diagnostics.on(ofDraft('diagnostic', (params) => diagnostics.report(params)))
  connection.onHover(ofDraft('hover', (params) => hoverAt(session, params)))
  connection.onCodeAction(ofDraft('codeAction', (params) => codeActions(session, guard, checked, files, folders(), params)))
  connection.onDocumentSymbol(ofDraft('documentSymbol', (params) => documentSymbols(session, params)))

  connection.onDefinition(ofDraft('definition', (params) => nameDefinition(session, params) ?? definition(session, params)))
  connection.onReferences(
    guard.answerLater(
      'references',
      async (params, token) =>
        (await nameReferences(session, files, folders(), aboutDocument(params), token)) ??
        references(session, files, folders(), params, token)
    )
  )
  connection.onCompletion(ofDraft('completion', (params) => completion(session, params) ?? nameCompletion(session, params)))
  connection.onDocumentHighlight(ofDraft('documentHighlight', (params) => highlights(session, params)))
  connection.onPrepareRename(ofDraft('prepareRename', (params) => prepareRename(session, params)))
  connection.onRenameRequest(ofDraft('rename', (params) => rename(session, params)))
  connection.languages.inlayHint.on(ofDraft('inlayHint', (params) => inlayHints(session, params)))
  connection.languages.semanticTokens.on(ofDraft('semanticTokens', (params) => semanticTokens(session, params)))
  connection.onWorkspaceSymbol(
    guard.answerLater('workspaceSymbol', (params, token) => workspaceSymbols(session, files, folders(), params, token))
  )
  connection.onDocumentLinks(ofDraft('documentLink', (params) => documentLinks(session, params)))
  connection.onCodeLens(ofDraft('codeLens', (params) => codeLenses(session, params)))
  connection.onRequest(
    contentMethod,
    guard.answer('textDocumentContent', ({ uri }) => ({ text: packPage(session, uri) }))
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
    guard.answerLater('dictionaries', (params: DictionariesParams, token) => dictionaries(session, files, folders(), params, token))
  )
  connection.onRequest<SheetResult, void>(
    'saidby/checkWorkspace',
    guard.answerLater('checkWorkspace', (_: unknown, token) =>
      stoppable(connection, session.abilities.showsProgress, l10n.t('Checking every quotation'), token, (progress) =>
        workspaceSheet(session, files, folders(), progress)
      )
    )
  )
}
