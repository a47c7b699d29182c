/** The one mutable thing: the open drafts, what is known of them, and what the client can do and has set. */
import type { ClientCapabilities, TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Analysis, CheckedNotes, Pack } from '../core/api.ts'
import type { Files } from '../store/files.ts'
import type { Library } from '../store/library.ts'
import { createDesks, type Desk, type FolderLibrary } from './desks.ts'
import { applyChanges } from './from-lsp.ts'
import { type Guard, Refusal } from './guard.ts'
import { afterEdits, type Typing, untouched } from './quiet.ts'
import { defaultSettings, type Settings } from './settings.ts'

/** What the client said it can do. */
export interface Abilities {
  readonly answersConfiguration: boolean
  readonly registersConfiguration: boolean
  readonly markdownHover: boolean
  readonly literalActions: boolean
  readonly versionedEdits: boolean
  readonly symbolTree: boolean
  readonly relatedPlaces: boolean
  readonly showsProgress: boolean
  readonly registersWatchers: boolean
  /** Watches folders outside the workspace. */
  readonly relativeWatchers: boolean
  readonly workspaceFolders: boolean
  readonly markdownCompletion: boolean
  readonly definitionLinks: boolean
  /** Shows documents that the server makes. */
  readonly virtualDocuments: boolean
  readonly refreshesLenses: boolean
  /** Asks for diagnostics itself, and asks again when it is told to; one that cannot be told would miss what is found later. */
  readonly pullsDiagnostics: boolean
  /** Makes files by a workspace edit. */
  readonly createsFiles: boolean
}

export interface OpenDraft {
  /** Its own line index and version; changed in place by every edit. */
  readonly document: TextDocument
  typing: Typing
}

export interface Session {
  abilities: Abilities
  settings: Settings
  /** A folder that the client offers for what can be made again. */
  storage: string | null
  /** The client's own commands. */
  commands: ReadonlySet<string>
  readonly drafts: ReadonlyMap<string, OpenDraft>
  open(uri: string, languageId: string, version: number, text: string): OpenDraft
  /** Throws Refusal for a draft that is not open and for malformed changes. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): OpenDraft
  close(uri: string): void
  /** From now on the drafts of these folders are read with their libraries, all others with the bundled packs. */
  setUp(bundled: readonly Pack[], folders: readonly FolderLibrary[]): void
  /** Reads every open draft with what the libraries hold now. */
  take(): void
  /** Reads of the coverage what is likely to be asked for, a little in each step. */
  readAhead(): Iterable<void>
  /** What was checked by hand, of the drafts that are open and of those that are not. */
  check(notes: CheckedNotes): void
  /** What would be known of the text if it were an open draft. */
  glance(uri: string, text: string): Analysis | undefined
  /** The coverage that the draft is held against, open or not. */
  library(uri: string): Library
  /** The open draft. Throws Refusal when it is not. */
  draft(uri: string): OpenDraft
  /** What is known of the draft's newest text; undefined where analysing it failed. */
  analysis(uri: string): Analysis | undefined
}

export function createSession(guard: Guard, files: Files): Session {
  const drafts = new Map<string, OpenDraft>()
  const desks = createDesks(files)
  /** Where each open draft is read. */
  const places = new Map<string, Desk>()

  const analyze = (uri: string, text: string): void => {
    const desk = places.get(uri) ?? desks.deskFor(uri)
    places.set(uri, desk)
    const { workspace } = desk
    desk.workspace = guard.attempt(
      'the analysis of an edit',
      () => workspace.withDraft(uri, text),
      // What was remembered of the draft may be at fault, so it is read again from scratch, or not at all.
      () =>
        guard.attempt(
          'the analysis of a draft',
          () => workspace.withoutDraft(uri).withDraft(uri, text),
          () => workspace.withoutDraft(uri)
        )
    )
  }

  const leave = (uri: string): void => {
    const desk = places.get(uri)
    if (desk) desk.workspace = desk.workspace.withoutDraft(uri)
    places.delete(uri)
  }

  /** A draft may have become an article, or its folder may have got a coverage of its own. */
  const settle = (): void => {
    for (const [uri, { document }] of drafts) {
      if (places.get(uri) === desks.deskFor(uri)) continue
      leave(uri)
      analyze(uri, document.getText())
    }
  }

  const draft = (uri: string): OpenDraft => {
    const known = drafts.get(uri)
    if (!known) throw new Refusal(`${uri}: this draft is not open`)
    return known
  }

  return {
    abilities: readAbilities({}),
    settings: defaultSettings,
    storage: null,
    commands: new Set(),
    drafts,
    open: (uri, languageId, version, text) => {
      const opened = { document: TextDocument.create(uri, languageId, version, text), typing: untouched }
      drafts.set(uri, opened)
      analyze(uri, text)
      return opened
    },
    change: (uri, version, changes) => {
      const changed = draft(uri)
      changed.typing = afterEdits(changed.typing, applyChanges(changed.document, changes, version))
      analyze(uri, changed.document.getText())
      return changed
    },
    close: (uri) => {
      drafts.delete(uri)
      leave(uri)
    },
    setUp: (bundled, folders) => {
      desks.setUp(bundled, folders)
      settle()
    },
    readAhead: () => desks.readAhead(),
    take: () => {
      guard.attempt(
        'taking the coverage',
        () => desks.take(),
        () => {}
      )
      settle()
    },
    check: (notes) =>
      guard.attempt(
        'taking what was checked by hand',
        () => desks.check(notes),
        () => {}
      ),
    glance: (uri, text) =>
      guard.attempt(
        'the analysis of a file',
        () => desks.deskFor(uri).workspace.withDraft(uri, text).analysis(uri),
        () => undefined
      ),
    library: (uri) => (places.get(uri) ?? desks.deskFor(uri)).library,
    draft,
    analysis: (uri) => places.get(uri)?.workspace.analysis(uri)
  }
}

export function readAbilities({ workspace, textDocument, window }: ClientCapabilities): Abilities {
  return {
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    literalActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    relatedPlaces: textDocument?.publishDiagnostics?.relatedInformation === true,
    showsProgress: window?.workDoneProgress === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativeWatchers: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    markdownCompletion: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    virtualDocuments: workspace?.textDocumentContent !== undefined,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true
  }
}
