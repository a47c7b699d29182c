/** Changes of the project file from the editor: the actions that offer them, and the command that makes them. */
import * as l10n from '@vscode/l10n'
import { type CodeAction, CodeActionKind, type Connection, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver'
import { type Analysis, type Finding, levels, loadProjectChanger, type ProjectChange, patternOf, ruleIds } from '../core/api.ts'
import type { Files } from '../store/files.ts'
import { PROJECT_FILES } from '../store/library.ts'
import { createDocument } from './document.ts'
import { Refusal } from './guard.ts'
import type { ChangeProjectArguments, SetLevelArguments } from './protocol.ts'
import type { Session } from './session.ts'

/** The command of the server that changes a project file. */
export const CHANGE_PROJECT = 'saidby.changeProject'

/**
 * What may be said once and for all about a finding: in the project file that holds for the draft, or in a new one at the top of its folder of the
 * workspace; for a client that can, also in its own settings. `ignoring` is what switches something off. A draft that is in no folder and no project is not
 * asked about.
 */
export function projectActions(
  session: Session,
  files: Files,
  place: Place,
  finding: Finding,
  diagnostic: Diagnostic
): { readonly ignoring: readonly WayOut[]; readonly others: readonly CodeAction[] } {
  const { rule } = finding
  const action = (title: string, command: string, given: ChangeProjectArguments | SetLevelArguments): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title, command, arguments: [given] }
  })
  const ignoring: WayOut[] = []
  const others: CodeAction[] = []
  const found = projectFor(session, files, place)
  if (found) {
    const change = (title: string, ...changes: readonly ProjectChange[]) => action(title, CHANGE_PROJECT, { file: found.uri, changes })
    const words = rule === 'unattributed-quotation' ? wordsOf(place.analysis, finding) : null
    if (words !== null)
      others.push(
        change(l10n.t('Add “{0}” to notQuotations in {1}', shortened(words), found.name), {
          kind: 'add',
          key: 'notQuotations',
          value: words
        })
      )
    const off = change(l10n.t('Switch {0} off in {1}', rule, found.name), { kind: 'level', rule, level: 'off' })
    ignoring.push({ action: off, forAll: false })
    if (found.draft !== null)
      ignoring.push({
        action: change(l10n.t('Never check this file: ignore it in {0}', found.name), { kind: 'add', key: 'ignore', value: found.draft }),
        forAll: true
      })
  }
  if (session.commands.has('saidby.setLevel'))
    ignoring.push({
      action: action(l10n.t('Switch {0} off in your settings', rule), 'saidby.setLevel', { rule, level: 'off' }),
      forAll: false
    })
  return { ignoring, others }
}

/** A way to have a finding ignored outside the draft. */
export interface WayOut {
  readonly action: CodeAction
  /** Whether more than the one rule is ignored. */
  readonly forAll: boolean
}

/** A draft, and the folders of the workspace, as URIs. */
export interface Place {
  readonly uri: string
  readonly analysis: Analysis
  readonly folders: readonly string[]
}

/**
 * Makes the changes by an edit that the client applies, and answers with the file. Throws Refusal where the file cannot be read, or is not in a
 * state to be changed.
 */
export async function changeProject(
  connection: Connection,
  session: Session,
  files: Files,
  given: unknown
): Promise<{ readonly file: string }> {
  const { file, changes } = readArguments(given)
  const path = files.pathOf(file)
  if (path === null) throw new Refusal(`${file}: this is no file`)
  const before = await textOf(path, files)
  const { changedProject } = await loadProjectChanger()
  const after = changedProject(before ?? '', changes, file.endsWith('.json'))
  if (after === null) throw new Refusal(l10n.t('{0} cannot be changed as it is. Its problems are told at their lines.', path))
  const edit = editOf(session, file, before, after)
  if (edit && !(await connection.workspace.applyEdit({ label: 'Saidby', edit })).applied)
    throw new Refusal(l10n.t('{0} was not changed.', path))
  return { file }
}

/** Where a change goes: the file, its name, and the draft as a pattern from there. */
function projectFor(session: Session, files: Files, { uri, folders }: Place) {
  const { appliesEdits, createsFiles, versionedEdits } = session.abilities
  const path = files.pathOf(uri)
  if (path === null || !appliesEdits) return null
  const { project } = session.library(uri).holdings
  const folder = project?.folder ?? topOf(path, folders, files)
  if (folder === null || (!project && !(createsFiles && versionedEdits))) return null
  const file = project?.file.path ?? files.join(folder, PROJECT_FILES[0] as string)
  const relative = files.relative(folder, path)
  return { uri: files.uriOf(file), name: files.relative(folder, file) ?? file, draft: relative && patternOf(relative) }
}

/** The innermost folder of the workspace that holds the path. */
function topOf(path: string, folders: readonly string[], files: Files): string | null {
  const around = folders.flatMap((folder) => files.pathOf(folder) ?? []).filter((folder) => files.relative(folder, path) !== null)
  return around.sort((a, b) => b.length - a.length)[0] ?? null
}

/** Without marks, and without the stop that the sentence put there. */
function wordsOf({ text }: Analysis, { span }: Finding): string | null {
  const words = text.slice(span.start, span.end).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return words === '' || words.includes('\n') ? null : words
}

/** A title fits into a menu. */
const shortened = (words: string): string => (words.length > 32 ? `${words.slice(0, 31).trimEnd()}…` : words)

function readArguments(given: unknown): { readonly file: string; readonly changes: readonly ProjectChange[] } {
  const { file, changes } = (given ?? {}) as { readonly file?: unknown; readonly changes?: unknown }
  if (
    typeof file !== 'string' ||
    !PROJECT_FILES.some((name) => file.endsWith(`/${name}`)) ||
    !Array.isArray(changes) ||
    !changes.every(isChange)
  )
    throw new Refusal(`${CHANGE_PROJECT} needs a project file and changes.`)
  return { file, changes }
}

function isChange(given: unknown): given is ProjectChange {
  const { kind, rule, level, key, value } = (given ?? {}) as Readonly<Record<string, unknown>>
  const isText = typeof value === 'string'
  if (kind === 'level') return ruleIds.some((id) => id === rule) && levels.some((known) => known === level)
  if (kind === 'add') return isText && ['wellKnown', 'notQuotations', 'ignore'].some((known) => known === key)
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string')
  return kind === 'set' && (isText || isList) && ['coverage', 'language', 'quotes'].some((known) => known === key)
}

/** Bytes. */
const LONGEST = 20_000_000

async function textOf(path: string, files: Files): Promise<string | null> {
  const found = await files.stat(path)
  if (found?.kind !== 'file') return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await files.read(path, 0, Math.min(found.size, LONGEST)))
  } catch {
    throw new Refusal(l10n.t('{0} cannot be read.', path))
  }
}

/** The least that makes the one text the other; null where they are the same. */
function editOf({ abilities }: Session, uri: string, before: string | null, after: string): WorkspaceEdit | null {
  const text = before ?? ''
  if (text === after) return null
  let start = 0
  while (start < text.length && text[start] === after[start]) start += 1
  let end = text.length
  for (let k = after.length; end > start && k > start && text[end - 1] === after[k - 1]; k -= 1) end -= 1
  const document = createDocument({ uri, languageId: 'yaml', version: 0, text }, abilities.encoding)
  const range = { start: document.positionAt(start), end: document.positionAt(end) }
  const edits = [{ range, newText: after.slice(start, after.length - (text.length - end)) }]
  if (!abilities.versionedEdits) return { changes: { [uri]: edits } }
  const change = { textDocument: { uri, version: null }, edits }
  const create = { kind: 'create' as const, uri, options: { ignoreIfExists: true } }
  return { documentChanges: before === null ? [create, change] : [change] }
}
