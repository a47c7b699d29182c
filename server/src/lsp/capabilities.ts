/** What the client is told that the server can do: in the first answer, or, where a setting switches it and the client allows, whenever it is on. */
import {
  CodeActionKind,
  CodeLensRequest,
  type Connection,
  type Disposable,
  DocumentSymbolRequest,
  InlayHintRequest,
  type ServerCapabilities,
  TextDocumentSyncKind
} from 'vscode-languageserver'
import type { Abilities, Switched } from './abilities.ts'
import type { Guard } from './guard.ts'
import { tokenLegend } from './names.ts'
import { notebookSync } from './notebooks.ts'
import { PACK_SCHEME } from './places.ts'
import { CHANGE_PROJECT } from './project.ts'

/** Fixes that may be made whenever a draft is saved. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.saidby`

export function capabilitiesFor(abilities: Abilities): ServerCapabilities {
  const { encoding, literalActions, notebooks, pullsDiagnostics, registers, virtualDocuments, workspaceFolders } = abilities
  return {
    positionEncoding: encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(notebooks ? { notebookDocumentSync: notebookSync } : {}),
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    completionProvider: { triggerCharacters: ['“', '"', '„', '«', '@'] },
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    semanticTokensProvider: { legend: tokenLegend, full: true },
    documentLinkProvider: {},
    workspaceSymbolProvider: true,
    executeCommandProvider: { commands: [CHANGE_PROJECT] },
    ...(registers.outline ? {} : { documentSymbolProvider: OUTLINE }),
    ...(registers.codeLens ? {} : { codeLensProvider: {} }),
    ...(registers.speakerHints ? {} : { inlayHintProvider: true }),
    ...(pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'saidby', interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
    ...(literalActions ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL] } } : {}),
    workspace: {
      ...(workspaceFolders ? { workspaceFolders: { supported: true, changeNotifications: true } } : {}),
      ...(virtualDocuments ? { textDocumentContent: { schemes: [PACK_SCHEME] } } : {})
    }
  }
}

const OUTLINE = { label: 'Saidby' }

type Wanted = Readonly<Record<Switched, boolean>>

/** Offers what the settings ask for, and takes back what they no longer do. The client’s own set-up says for which documents. */
export function createSwitches(connection: Connection, abilities: () => Abilities, guard: Guard): (wanted: Wanted) => Promise<void> {
  const documents = { documentSelector: null }
  const offers: Readonly<Record<Switched, () => Promise<Disposable>>> = {
    outline: () => connection.client.register(DocumentSymbolRequest.type, { ...documents, ...OUTLINE }),
    codeLens: () => connection.client.register(CodeLensRequest.type, documents),
    speakerHints: () => connection.client.register(InlayHintRequest.type, documents)
  }
  const offered = new Map<Switched, Disposable>()

  const follow = async (wanted: Wanted): Promise<void> => {
    for (const [feature, offer] of Object.entries(offers) as [Switched, () => Promise<Disposable>][]) {
      if (!abilities().registers[feature]) continue
      try {
        if (wanted[feature] && !offered.has(feature)) offered.set(feature, await offer())
        else if (!wanted[feature]) {
          offered.get(feature)?.dispose()
          offered.delete(feature)
        }
      } catch (error) {
        guard.say(`The editor does not take the offer of ${feature}: ${error}`)
      }
    }
  }

  // One after the other, so that the last settings win.
  let done = Promise.resolve()
  return (wanted) => {
    done = done.then(() => follow(wanted))
    return done
  }
}
