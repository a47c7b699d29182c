/** For the desk: the quotation sheet of a draft, of a whole workspace, and a line of it over each takeaway. */
import type { CancellationToken, CodeLens, CodeLensParams } from 'vscode-languageserver'
import { type Analysis, quotationSheet, type Sheet, sheetText, tallies, workspaceReport } from '../core/api.ts'
import type { Files } from '../store/files.ts'
import type { Document } from './document.ts'
import { everyDraft } from './drafts.ts'
import type { SheetParams, SheetResult } from './protocol.ts'
import { known } from './requests.ts'
import type { Session } from './session.ts'
import { toRange } from './to-lsp.ts'

/** The sheet of an open draft, as Markdown. */
export function draftSheet(session: Session, { textDocument }: SheetParams): SheetResult {
  const { document, analysis } = known(session, textDocument.uri)
  const name = decodeURIComponent(document.uri.slice(document.uri.lastIndexOf('/') + 1))
  return { markdown: sheetText([sheetOf(name, document, analysis)], 'md') }
}

/** Tells how far it is, and whether the writer has seen enough. */
export interface Watcher {
  readonly token: CancellationToken
  reached(draft: string): void
}

/** Every quotation of every draft in the workspace, as a report in Markdown; what was read so far when somebody stops it. */
export async function workspaceSheet(
  session: Session,
  files: Files,
  folders: readonly string[],
  { token, reached }: Watcher
): Promise<SheetResult> {
  const sheets: Sheet[] = []
  for await (const { name, document, analysis } of everyDraft(session, files, folders)) {
    if (token.isCancellationRequested) break
    reached(name)
    if (analysis.story) sheets.push(sheetOf(name, document, analysis))
  }
  return { markdown: workspaceReport(sheets, token.isCancellationRequested) }
}

function sheetOf(draft: string, document: Document, analysis: Analysis): Sheet {
  const line = (offset: number) => document.positionAt(offset).line + 1
  const link = document.uri.startsWith('untitled:') ? {} : { link: document.uri }
  return { draft, ...link, rows: quotationSheet(analysis), line }
}

/** Over each takeaway how its quotations stand; a client that has our command opens the sheet by it. */
export function codeLenses(session: Session, { textDocument }: CodeLensParams): CodeLens[] {
  const { document, analysis } = known(session, textDocument.uri)
  const { enable, codeLens } = session.settings(textDocument.uri)
  if (!enable || !codeLens || !analysis.story || analysis.coverage.index.segments.length === 0) return []
  const command = session.commands.has('saidby.quotationSheet') ? 'saidby.quotationSheet' : ''
  return tallies(analysis).map(({ span, title }) => ({
    range: toRange(document, span),
    command: { title, command, arguments: [document.uri] }
  }))
}
