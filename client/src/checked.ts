/** *Checked by hand…*: asks how it was checked and by whom, and puts a line to the file that the project keeps of it. */
import { type ExtensionContext, FileSystemError, l10n, Uri, window, workspace } from 'vscode'
import type { CheckedByHandArguments } from '../../server/src/lsp/protocol.ts'
import { messageOf } from './words.ts'

/** Initials that were given before, since they are one person’s. */
let memory: ExtensionContext['globalState'] | undefined

export const rememberInitials = ({ globalState }: ExtensionContext): void => {
  memory = globalState
}

/** Does nothing when either question is left with Escape. */
export async function checkedByHand({ file, ...kept }: CheckedByHandArguments): Promise<void> {
  const note = await window.showInputBox({
    title: l10n.t('Checked by hand'),
    prompt: l10n.t('How was it checked?'),
    placeHolder: l10n.t('On tape, at 12:40')
  })
  if (note === undefined) return
  const initials = await window.showInputBox({
    title: l10n.t('Checked by hand'),
    prompt: l10n.t('Whose initials?'),
    value: memory?.get<string>('initials') ?? ''
  })
  if (initials === undefined) return
  await memory?.update('initials', initials)
  const line = JSON.stringify({ ...kept, note: note.trim(), initials: initials.trim(), date: today() })
  try {
    await append(Uri.parse(file), line)
  } catch (error) {
    window.showErrorMessage(l10n.t('Saidby could not keep this: {0}', messageOf(error)))
  }
}

/** Where the writer is, as ISO. */
function today(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Straight to the disk, so that nothing is left to be saved. */
async function append(file: Uri, line: string): Promise<void> {
  const before = await textOf(file)
  const text = before === '' || before.endsWith('\n') ? before : `${before}\n`
  await workspace.fs.createDirectory(Uri.joinPath(file, '..'))
  await workspace.fs.writeFile(file, new TextEncoder().encode(`${text}${line}\n`))
}

/** A file that is not there is empty; any other trouble must not cost what is in it. */
async function textOf(file: Uri): Promise<string> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(file))
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return ''
    throw error
  }
}
