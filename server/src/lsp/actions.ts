/** What may be done at a place of a draft: fixes of findings, a note that somebody checked it by hand, what a person said. */
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver'
import { type Analysis, coverageRules, mayQuote, namedAt } from '../core/api.ts'
import type { CheckedKeeper } from './checked.ts'
import { findingsOf } from './due.ts'
import { spanOf } from './from-lsp.ts'
import type { Guard } from './guard.ts'
import { locateFor } from './places.ts'
import type { QuoteArguments } from './protocol.ts'
import { known } from './requests.ts'
import type { Session } from './session.ts'
import { toCodeAction, toDiagnostic } from './to-lsp.ts'

/** The fixes are made now, since most findings are only looked at. Actions that would ask for nothing else than a command go by what the client has. */
export function codeActions(
  session: Session,
  guard: Guard,
  checked: CheckedKeeper,
  { textDocument, range, context }: CodeActionParams
): CodeAction[] {
  const { document, analysis } = known(session, textDocument.uri)
  const wanted = spanOf(document, range)
  const wants = (kind: CodeActionKind): boolean => !context.only || context.only.some((only) => only === '' || only === kind)
  if (!session.settings.enable) return []
  const actions: CodeAction[] = []
  if (wants(CodeActionKind.QuickFix)) {
    const settled: Diagnostic[] = []
    for (const finding of findingsOf(analysis, session.settings, guard, 'verified')) {
      if (finding.span.start > wanted.end || wanted.start > finding.span.end) continue
      const told = toDiagnostic(document, finding, session.abilities.relatedPlaces, locateFor(session, document.uri))
      const diagnostic = asShown(told, context.diagnostics)
      if (coverageRules.includes(finding.rule)) settled.push(diagnostic)
      const fixes = guard.attempt(
        `the fixes of ${finding.rule}`,
        () => finding.fixes(),
        () => []
      )
      actions.push(...fixes.map((fix) => toCodeAction(document, fix, diagnostic, session.abilities.versionedEdits)))
    }
    if (analysis.story) actions.push(...checked.actions(textDocument.uri, analysis, wanted.start, settled))
  }
  return wants(CodeActionKind.Refactor) ? [...actions, ...whatTheySaid(session, analysis, wanted.start)] : actions
}

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

/** *What Ortiz said…*, for a client that can ask which of it. */
function whatTheySaid({ commands }: Session, analysis: Analysis, offset: number): CodeAction[] {
  const named = commands.has('saidby.quote') ? namedAt(analysis, offset) : null
  if (!named || !mayQuote(analysis.coverage, named)) return []
  const title = `What ${named.shortName} said…`
  const { entity, name, shortName } = named
  const given: QuoteArguments = { speaker: { entity, name }, shortName }
  return [{ title, kind: CodeActionKind.Refactor, command: { title, command: 'saidby.quote', arguments: [given] } }]
}
