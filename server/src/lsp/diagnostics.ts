/** How the writer is told: a client that can pull asks, and is asked to ask again; any other is pushed to. Never both, and only of the newest text. */
import type { Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver'
import { createDue } from './due.ts'
import type { Guard } from './guard.ts'
import { shownFor } from './places.ts'
import { met } from './quiet.ts'
import type { OpenDraft, Session } from './session.ts'
import { toDiagnostic } from './to-lsp.ts'

export type Publish = (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => void

/** The ways to the client. */
export interface Outlet {
  readonly publish: Publish
  /** Asks the client to pull the diagnostics of all drafts again. */
  readonly askAgain: () => void
}

export interface Diagnostics {
  /** The draft was opened or edited. */
  edited(draft: OpenDraft): void
  /** Settings or packs changed. */
  refresh(): void
  closed(uri: string): void
  /** The answer to a client that pulls; of a draft that is not open there is nothing to tell. */
  report(params: DocumentDiagnosticParams): DocumentDiagnosticReport
}

export function createDiagnostics(session: Session, guard: Guard, { publish, askAgain }: Outlet): Diagnostics {
  const due = createDue(session, guard, (draft) => tell(draft))
  const reports = createReports()
  const asking = once(askAgain)

  const diagnosticsOf = (draft: OpenDraft): Diagnostic[] => {
    const { document } = draft
    const shown = shownFor(session, document.uri)
    return due.now(draft).map((finding) => toDiagnostic(document, finding, shown))
  }

  const tell = (draft: OpenDraft): void => {
    const { uri, version } = draft.document
    if (session.abilities.pullsDiagnostics) asking()
    else publish({ uri, version, diagnostics: diagnosticsOf(draft) })
  }

  return {
    edited(draft) {
      due.edited(draft)
      // An editor may have lost a squiggle in whose words somebody typed, so the same diagnostics are news to it.
      if (met(draft.typing)) reports.forget(draft.document.uri)
      if (!session.abilities.pullsDiagnostics) tell(draft)
    },
    refresh() {
      for (const draft of session.drafts.values()) tell(draft)
    },
    closed(uri) {
      due.closed(uri)
      reports.forget(uri)
      if (!session.abilities.pullsDiagnostics) publish({ uri, diagnostics: [] })
    },
    report({ textDocument, previousResultId }) {
      const draft = session.drafts.get(textDocument.uri)
      return draft ? reports.of(textDocument.uri, diagnosticsOf(draft), previousResultId) : { kind: 'full', items: [] }
    }
  }
}

/** The answers by their result ids: the same diagnostics have the same id until they are forgotten. */
function createReports() {
  const newest = new Map<string, { readonly resultId: string; readonly key: string }>()
  let made = 0
  return {
    forget: (uri: string): void => void newest.delete(uri),
    of(uri: string, items: Diagnostic[], previous: string | undefined): DocumentDiagnosticReport {
      const key = JSON.stringify(items)
      const known = newest.get(uri)
      if (known?.key === key && known.resultId === previous) return { kind: 'unchanged', resultId: previous }
      made += known?.key === key ? 0 : 1
      const resultId = known?.key === key ? known.resultId : String(made)
      newest.set(uri, { resultId, key })
      return { kind: 'full', resultId, items }
    }
  }
}

/** Of many calls in one turn, as when every draft is read anew, does the work once. */
function once(work: () => void): () => void {
  let asked = false
  return () => {
    if (asked) return
    asked = true
    setTimeout(() => {
      asked = false
      work()
    }, 0)
  }
}
