/** What was checked by hand: the notes of each folder, read when they change, and the action by which one is made. */
import * as l10n from '@vscode/l10n'
import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver'
import { type Analysis, CHECKED_FILE, type Checked, checkedLine, parseChecked, toCheckAt } from '../core/api.ts'
import type { Files } from '../store/files.ts'
import { lengthIn } from './document.ts'
import type { Guard } from './guard.ts'
import type { CheckedByHandArguments } from './protocol.ts'
import type { Session } from './session.ts'

export interface CheckedKeeper {
  /** These folders and no others, as URIs. Resolves when their notes are read. */
  folders(uris: readonly string[]): Promise<void>
  /** Files that came, changed or went. */
  filesChanged(uris: readonly string[]): void
  /** A draft was opened: where it is in no folder, the notes beside it count. */
  opened(uri: string): void
  /** The action for the quotation at the offset, with the diagnostics it settles. */
  actions(uri: string, analysis: Analysis, offset: number, diagnostics: readonly Diagnostic[]): CodeAction[]
}

/** The notes of one folder. */
interface Notes {
  /** The file as it is; null where there is none. */
  readonly text: string | null
  readonly checked: readonly Checked[]
}

/** Bytes: a note for every quotation of some years. */
const MOST_BYTES = 4_000_000

/** `changed` is told when drafts are to be looked at anew. */
export function createCheckedKeeper(session: Session, guard: Guard, files: Files, changed: () => void): CheckedKeeper {
  const known = new Map<string, Notes>()
  let folders: readonly string[] = []

  const read = async (folder: string): Promise<void> => {
    const text = await readText(files, files.join(folder, CHECKED_FILE), guard)
    const { checked, problems } = parseChecked(text ?? '')
    for (const { line, message } of problems)
      guard.say(l10n.t('{0}, line {1}: {2}. The line is left out.', files.join(folder, CHECKED_FILE), line, message))
    known.set(folder, { text, checked })
  }

  const take = (): void => {
    session.check((uri) => {
      const path = files.pathOf(uri)
      const folder = path === null ? null : folderOf(path)
      const notes = folder === null ? undefined : known.get(folder)
      if (path === null || folder === null || !notes || notes.checked.length === 0) return []
      const draft = files.relative(folder, path)
      return notes.checked.filter((note) => note.draft === draft)
    })
    changed()
  }

  const refresh = async (which: readonly string[]): Promise<void> => {
    const before = which.map((folder) => known.get(folder)?.text ?? null)
    await Promise.all(which.map(read))
    if (which.some((folder, i) => (known.get(folder)?.text ?? null) !== before[i])) take()
  }

  /** The innermost folder of the workspace, else the one the draft is in. */
  const folderOf = (path: string): string | null =>
    folders.filter((folder) => files.relative(folder, path) !== null).sort((a, b) => b.length - a.length)[0] ?? files.parent(path)

  return {
    async folders(uris) {
      folders = uris.flatMap((uri) => files.pathOf(uri) ?? [])
      await refresh(folders)
    },
    filesChanged(uris) {
      const wanted = uris
        .flatMap((uri) => files.pathOf(uri) ?? [])
        .flatMap((path) => [...known.keys()].filter((folder) => files.join(folder, CHECKED_FILE) === path))
      if (wanted.length > 0) void refresh([...new Set(wanted)])
    },
    opened(uri) {
      const path = files.pathOf(uri)
      const folder = path === null ? null : folderOf(path)
      if (folder !== null && !known.has(folder)) void refresh([folder])
    },
    actions(uri, analysis, offset, diagnostics) {
      const path = files.pathOf(uri)
      const folder = path === null ? null : folderOf(path)
      const wanted = toCheckAt(analysis, offset)
      if (path === null || folder === null || !wanted) return []
      const draft = files.relative(folder, path) ?? ''
      const file = files.uriOf(files.join(folder, CHECKED_FILE))
      const action = { title: l10n.t('Checked by hand…'), kind: CodeActionKind.QuickFix, diagnostics: [...diagnostics] }
      const kept: CheckedByHandArguments = { file, draft, speaker: wanted.speaker, words: wanted.words }
      if (session.commands.has('saidby.checkedByHand'))
        return [{ ...action, command: { title: action.title, command: 'saidby.checkedByHand', arguments: [kept] } }]
      const edit = appended(session, kept, known.get(folder)?.text ?? null)
      return edit ? [{ ...action, title: l10n.t('Checked by hand'), edit }] : []
    }
  }
}

async function readText(files: Files, path: string, guard: Guard): Promise<string | null> {
  try {
    const found = await files.stat(path)
    if (found?.kind !== 'file') return null
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.read(path, 0, Math.min(found.size, MOST_BYTES)))
  } catch (error) {
    guard.say(l10n.t('{0} cannot be read: {1}', path, error instanceof Error ? error.message : String(error)))
    return null
  }
}

/** For editors that ask no questions: the line put to the file's end, or into a new file where the client can make one. */
function appended(
  { abilities }: Session,
  { file, draft, speaker, words }: CheckedByHandArguments,
  text: string | null
): WorkspaceEdit | null {
  const date = new Date().toISOString().slice(0, 10)
  const newText = checkedLine({ draft, speaker, words, note: '', initials: '', date })
  const lines = (text ?? '').split('\n')
  const last = lines.at(-1) ?? ''
  const end = { line: lines.length - 1, character: lengthIn(abilities.encoding, last) }
  const edits = [{ range: { start: end, end }, newText: last === '' ? newText : `\n${newText}` }]
  if (!abilities.versionedEdits) return text === null ? null : { changes: { [file]: edits } }
  const append = { textDocument: { uri: file, version: null }, edits }
  if (text !== null) return { documentChanges: [append] }
  return abilities.createsFiles ? { documentChanges: [{ kind: 'create', uri: file, options: { ignoreIfExists: true } }, append] } : null
}
