/** What may be done at a place of a draft: fixes of findings, a note that somebody checked it by hand, what a person said. */
import * as l10n from '@vscode/l10n'
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic, type Position, type Range } from 'vscode-languageserver'
import { type Analysis, coverageRules, type Finding, type Fix, type Ignoring, mayQuote, namedAt, type RuleId } from '../core/api.ts'
import type { Files } from '../store/files.ts'
import { FIX_ALL } from './capabilities.ts'
import type { CheckedKeeper } from './checked.ts'
import type { Document } from './document.ts'
import { findingsOf } from './due.ts'
import { mendingEdits } from './fix-all.ts'
import { spanOf } from './from-lsp.ts'
import type { Guard } from './guard.ts'
import { shownFor } from './places.ts'
import { projectActions, type WayOut } from './project.ts'
import type { IgnoreArguments, IgnoreChoice, QuoteArguments } from './protocol.ts'
import { known } from './requests.ts'
import type { Session } from './session.ts'
import { toCodeAction, toDiagnostic, toWorkspaceEdit } from './to-lsp.ts'

/**
 * The fixes are made now, since most findings are only looked at. Actions that would ask for nothing else than a command go by what the client
 * has. Where only kinds are asked for that there are not, nothing is worked out; what can be mended at once is offered only by its name.
 */
export function codeActions(
  session: Session,
  guard: Guard,
  checked: CheckedKeeper,
  files: Files,
  folders: readonly string[],
  params: CodeActionParams
): CodeAction[] {
  const { only } = params.context
  const wants = (kind: CodeActionKind): boolean => !only || only.some((one) => isWithin(kind, one))
  const actions: CodeAction[] = []
  if (!session.settings(params.textDocument.uri).enable) return actions
  if (wants(CodeActionKind.QuickFix)) actions.push(...quickFixes(session, guard, checked, files, folders, params))
  if (wants(CodeActionKind.Refactor)) actions.push(...whatTheySaid(session, params))
  if (only && wants(FIX_ALL)) actions.push(...allMended(session, guard, params))
  return actions
}

/** `source.fixAll.saidby` is within `source.fixAll` and `source`. */
const isWithin = (kind: CodeActionKind, other: CodeActionKind): boolean => other === '' || kind === other || kind.startsWith(`${other}.`)

function quickFixes(
  session: Session,
  guard: Guard,
  checked: CheckedKeeper,
  files: Files,
  folders: readonly string[],
  { textDocument, range, context }: CodeActionParams
): CodeAction[] {
  const { document, analysis } = known(session, textDocument.uri)
  const wanted = spanOf(document, range)
  const actions: CodeAction[] = []
  const settled: Diagnostic[] = []
  const settling: CodeAction[] = []
  const here = findingsOf(analysis, session.settings(textDocument.uri), guard, 'verified').filter(
    ({ span }) => span.start <= wanted.end && wanted.start <= span.end
  )
  for (const finding of here) {
    const told = toDiagnostic(document, finding, shownFor(session, document.uri))
    const diagnostic = asShown(told, context.diagnostics)
    if (coverageRules.includes(finding.rule)) settled.push(diagnostic)
    const fixes = guard.attempt(
      `the fixes of ${finding.rule}`,
      () => finding.fixes(),
      () => []
    )
    const asAction = (fix: Fix) => toCodeAction(document, fix, diagnostic, session.abilities)
    const ways = guard.attempt(
      `ignoring ${finding.rule}`,
      () => finding.ignoring(),
      () => []
    )
    const { ignoring, others } = projectActions(session, files, { uri: textDocument.uri, analysis, folders }, finding, diagnostic)
    actions.push(...fixes.map(asAction))
    settling.push(...others)
    if (session.commands.has('saidby.ignore')) settling.push(...askingHow(document, finding.rule, diagnostic, ways, asAction, ignoring))
    else {
      actions.push(...mostUseful(analysis, finding, ways).map(({ fix }) => asAction(fix)))
      settling.push(...ignoring.map(({ action }) => action))
    }
  }
  if (analysis.story) actions.push(...checked.actions(textDocument.uri, analysis, wanted.start, settled))
  return [...bestPreferred(actions), ...settling]
}

/** *Ignore loaded-cue…*: one action instead of many, for a client that asks which is meant. */
function askingHow(
  { uri, version }: Document,
  rule: RuleId,
  diagnostic: Diagnostic,
  ways: readonly Ignoring[],
  asAction: (fix: Fix) => CodeAction,
  others: readonly WayOut[]
): CodeAction[] {
  const choices: IgnoreChoice[] = [
    ...ways.map(({ rules, fix }) => ({ title: fix.title, forAll: rules === 'all', edit: asAction(fix).edit ?? {} })),
    ...others.flatMap(({ action: { title, command }, forAll }) => (command ? { title, forAll, command } : []))
  ]
  if (choices.length === 0) return []
  const title = l10n.t('Ignore {0}…', rule)
  const given: IgnoreArguments = { uri, version, rule, choices }
  return [
    { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command: { title, command: 'saidby.ignore', arguments: [given] } }
  ]
}

/** For a menu that has all of them in it: the rule’s own, for the line only where the paragraph has several. */
function mostUseful({ markdown }: Analysis, { span }: Finding, ways: readonly Ignoring[]): readonly Ignoring[] {
  const block = markdown.blocks.find(({ start, end }) => start <= span.start && span.start < end)
  const own = ways.filter(({ rules }) => rules !== 'all')
  const line = block?.text.includes('\n')
    ? (own.find(({ scope }) => scope === 'next-line') ?? own.find(({ scope }) => scope === 'line'))
    : undefined
  return own.filter((way) => way.scope === 'paragraph' || way.scope === 'file' || way === line)
}

/** Of fixes for one place, that of the loudest finding is preferred, of equally loud ones the first. */
function bestPreferred(actions: readonly CodeAction[]): CodeAction[] {
  const best: CodeAction[] = []
  const finding = ({ diagnostics }: CodeAction) => diagnostics?.[0]
  for (const rival of actions.filter(({ isPreferred }) => isPreferred).sort((a, b) => loudness(finding(a)) - loudness(finding(b)))) {
    const range = finding(rival)?.range
    if (!best.some((other) => overlap(range, finding(other)?.range))) best.push(rival)
  }
  return actions.map((action) => (action.isPreferred && !best.includes(action) ? { ...action, isPreferred: false } : action))
}

/** Errors are 1. */
const loudness = (diagnostic: Diagnostic | undefined): number => diagnostic?.severity ?? 1

const overlap = (a: Range | undefined, b: Range | undefined): boolean =>
  a !== undefined && b !== undefined && !isBefore(a.end, b.start) && !isBefore(b.end, a.start)
const isBefore = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.character < b.character)

/** What is safe to mend in the whole draft; nothing where it is in order. */
function allMended(session: Session, guard: Guard, { textDocument }: CodeActionParams): CodeAction[] {
  const { document } = session.draft(textDocument.uri)
  const edits = mendingEdits(session, guard, textDocument.uri)
  if (edits.length === 0) return []
  return [{ title: l10n.t('Mend what is safe to mend'), kind: FIX_ALL, edit: toWorkspaceEdit(document, { edits }, session.abilities) }]
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
function whatTheySaid(session: Session, { textDocument, range }: CodeActionParams): CodeAction[] {
  if (!session.commands.has('saidby.quote')) return []
  const { document, analysis } = known(session, textDocument.uri)
  const named = namedAt(analysis, spanOf(document, range).start)
  if (!named || !mayQuote(analysis.coverage, named)) return []
  const title = l10n.t('What {0} said…', named.shortName)
  const { entity, name, shortName } = named
  const given: QuoteArguments = { speaker: { entity, name }, shortName }
  return [{ title, kind: CodeActionKind.Refactor, command: { title, command: 'saidby.quote', arguments: [given] } }]
}
