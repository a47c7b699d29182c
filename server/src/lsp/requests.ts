/** One function for each question an editor asks; each reads the newest analysis and changes nothing. */
import type { DocumentSymbol, DocumentSymbolParams, Hover, HoverParams, SymbolInformation } from 'vscode-languageserver'
import { type Analysis, hover, outline } from '../core/api.ts'
import type { Document } from './document.ts'
import { offsetOf } from './from-lsp.ts'
import type { Session } from './session.ts'
import { toDocumentSymbol, toHover, toSymbolInformation } from './to-lsp.ts'

export function hoverAt(session: Session, { textDocument, position }: HoverParams): Hover | null {
  const { document, analysis } = known(session, textDocument.uri)
  if (!session.settings(textDocument.uri).enable) return null
  const found = hover(analysis, offsetOf(document, position))
  return found && toHover(document, found, session.abilities.markdownHover)
}

export function documentSymbols(session: Session, { textDocument }: DocumentSymbolParams): DocumentSymbol[] | SymbolInformation[] {
  const { document, analysis } = known(session, textDocument.uri)
  const { enable, outline: shown } = session.settings(textDocument.uri)
  if (!enable || !shown) return []
  const items = outline(analysis)
  if (session.abilities.symbolTree) return items.map((item) => toDocumentSymbol(document, item))
  return items.flatMap((item) => toSymbolInformation(document, item))
}

/** The draft and its analysis, made for each other. Throws where there is none, since no answer is better than an empty one. */
export function known(session: Session, uri: string): { document: Document; analysis: Analysis } {
  const { document } = session.draft(uri)
  const analysis = session.analysis(uri)
  if (!analysis) throw new Error('this draft could not be analysed')
  return { document, analysis }
}
