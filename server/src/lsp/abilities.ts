/** What the client said it can do. */
import type { ClientCapabilities } from 'vscode-languageserver'
import { type Encoding, encodingFor } from './document.ts'

/** Features that a setting switches. */
export type Switched = 'outline' | 'codeLens' | 'speakerHints'

export interface Abilities {
  /** Of those that the client can, the one it would rather have. */
  readonly encoding: Encoding
  readonly answersConfiguration: boolean
  readonly registersConfiguration: boolean
  readonly markdownHover: boolean
  readonly literalActions: boolean
  readonly versionedEdits: boolean
  /** Takes edits with a blank on which it leaves the cursor; they come only in versioned edits. */
  readonly snippetEdits: boolean
  readonly symbolTree: boolean
  readonly relatedPlaces: boolean
  /** Opens a page from a diagnostic’s code. */
  readonly describesCodes: boolean
  readonly showsProgress: boolean
  readonly registersWatchers: boolean
  /** Watches folders outside the workspace. */
  readonly relativeWatchers: boolean
  /** Which features it lets the server offer and take back. */
  readonly registers: Readonly<Record<Switched, boolean>>
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
  /** Tells of the cells of notebooks. */
  readonly notebooks: boolean
  /** Makes edits that the server asks for. */
  readonly appliesEdits: boolean
}

export function readAbilities({ workspace, textDocument, notebookDocument, window, general }: ClientCapabilities): Abilities {
  return {
    encoding: encodingFor(general?.positionEncodings),
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    literalActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    describesCodes:
      textDocument?.publishDiagnostics?.codeDescriptionSupport === true || textDocument?.diagnostic?.codeDescriptionSupport === true,
    relatedPlaces: textDocument?.publishDiagnostics?.relatedInformation === true,
    showsProgress: window?.workDoneProgress === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativeWatchers: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    registers: {
      outline: textDocument?.documentSymbol?.dynamicRegistration === true,
      codeLens: textDocument?.codeLens?.dynamicRegistration === true,
      speakerHints: textDocument?.inlayHint?.dynamicRegistration === true
    },
    workspaceFolders: workspace?.workspaceFolders === true,
    markdownCompletion: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    virtualDocuments: workspace?.textDocumentContent !== undefined,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    notebooks: notebookDocument !== undefined,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    appliesEdits: workspace?.applyEdit === true
  }
}
