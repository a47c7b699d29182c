/** The one mutable thing: the open drafts, what is known of them, and what the client can do and has set. */
import type { ClientCapabilities, TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Analysis, createWorkspace, type Pack } from '../core/api.ts'
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
}

export interface OpenDraft {
  /** Its own line index and version; changed in place by every edit. */
  readonly document: TextDocument
  typing: Typing
}

export interface Session {
  abilities: Abilities
  settings: Settings
  readonly drafts: ReadonlyMap<string, OpenDraft>
  open(uri: string, languageId: string, version: number, text: string): OpenDraft
  /** Throws Refusal for a draft that is not open and for malformed changes. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): OpenDraft
  close(uri: string): void
  know(packs: readonly Pack[]): void
  /** The open draft. Throws Refusal when it is not. */
  draft(uri: string): OpenDraft
  /** What is known of the draft's newest text; undefined where analysing it failed. */
  analysis(uri: string): Analysis | undefined
}

export function createSession(guard: Guard): Session {
  const drafts = new Map<string, OpenDraft>()
  let workspace = createWorkspace()

  const analyze = (uri: string, text: string): void => {
    workspace = guard.attempt(
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

  const draft = (uri: string): OpenDraft => {
    const known = drafts.get(uri)
    if (!known) throw new Refusal(`${uri}: this draft is not open`)
    return known
  }

  return {
    abilities: readAbilities({}),
    settings: defaultSettings,
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
      workspace = workspace.withoutDraft(uri)
    },
    know: (packs) => {
      workspace = guard.attempt(
        'reading the packs',
        () => workspace.withPacks(packs),
        () => workspace
      )
    },
    draft,
    analysis: (uri) => workspace.analysis(uri)
  }
}

export function readAbilities({ workspace, textDocument }: ClientCapabilities): Abilities {
  return {
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    literalActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    relatedPlaces: textDocument?.publishDiagnostics?.relatedInformation === true
  }
}
