/** One function for each question an editor asks; each reads the newest analysis and changes nothing. */
import type {
  CodeAction,
  CodeActionParams,
  Diagnostic,
  DocumentSymbol,
  DocumentSymbolParams,
  Hover,
  HoverParams,
  SymbolInformation
} from 'vscode-languageserver'
import { CodeActionKind } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type Analysis, hover, outline } from '../core/api.ts'
import { findingsOf } from './diagnostics.ts'
import { offsetOf, spanOf } from './from-lsp.ts'
import type { Guard } from './guard.ts'
import type { Session } from './session.ts'
import { toCodeAction, toDiagnostic, toDocumentSymbol, toHover, toSymbolInformation } from './to-lsp.ts'

export function hoverAt(session: Session, { textDocument, position }: HoverParams): Hover | null {
  const { document, analysis } = known(session, textDocument.uri)
  if (!session.settings.enable) return null
  const found = hover(analysis, offsetOf(document, position))
  return found && toHover(document, found, session.abilities.markdownHover)
}

/** The fixes of the findings that the range touches, made now, since most findings are only looked at. */
export function codeActions(session: Session, guard: Guard, { textDocument, range, context }: CodeActionParams): CodeAction[] {
  const { document, analysis } = known(session, textDocument.uri)
  if (context.only && !context.only.some(wantsQuickFixes)) return []
  const wanted = spanOf(document, range)
  return findingsOf(analysis, session.settings, guard, 'verified')
    .filter(({ span }) => span.start <= wanted.end && wanted.start <= span.end)
    .flatMap((finding) => {
      const diagnostic = asShown(toDiagnostic(document, finding, session.abilities.relatedPlaces), context.diagnostics)
      const fixes = guard.attempt(
        `the fixes of ${finding.rule}`,
        () => finding.fixes(),
        () => []
      )
      return fixes.map((fix) => toCodeAction(document, fix, diagnostic, session.abilities.versionedEdits))
    })
}

export function documentSymbols(session: Session, { textDocument }: DocumentSymbolParams): DocumentSymbol[] | SymbolInformation[] {
  const { document, analysis } = known(session, textDocument.uri)
  if (!session.settings.enable || !session.settings.outline) return []
  const items = outline(analysis)
  if (session.abilities.symbolTree) return items.map((item) => toDocumentSymbol(document, item))
  return items.flatMap((item) => toSymbolInformation(document, item))
}

/** The draft and its analysis, made for each other. Throws where there is none, since no answer is better than an empty one. */
function known(session: Session, uri: string): { document: TextDocument; analysis: Analysis } {
  const { document } = session.draft(uri)
  const analysis = session.analysis(uri)
  if (!analysis) throw new Error('this draft could not be analysed')
  return { document, analysis }
}

/** A kind asks for all below it: the empty kind for everything, `quickfix` for ours. */
const wantsQuickFixes = (kind: string): boolean => kind === '' || kind === CodeActionKind.QuickFix

/** The client's own copy of the diagnostic, by which it joins the fix to the squiggle; else ours. */
function asShown(diagnostic: Diagnostic, shown: readonly Diagnostic[] = []): Diagnostic {
  const { start } = diagnostic.range
  return (
    shown.find(
      ({ source, code, range }) =>
        source === diagnostic.source &&
        code === diagnostic.code &&
        range.start.line === start.line &&
        range.start.character === start.character
    ) ?? diagnostic
  )
}
