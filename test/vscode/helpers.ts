/** What the suites inside VS Code share: opening drafts, and waiting for what comes late. */
import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import type { Exports } from '../../client/src/extension.ts'
import type { IgnoreArguments } from '../../server/src/lsp/protocol.ts'

/** Milliseconds: a browser that has just begun loads everything first. */
const LONGEST = 30_000

export interface Editing {
  readonly document: vscode.TextDocument
  edit(change: (builder: vscode.TextEditorEdit) => void): Thenable<boolean>
}

export async function open(name: string): Promise<Editing> {
  const document = await vscode.workspace.openTextDocument(inFolder(name))
  const editor = await vscode.window.showTextDocument(document)
  return { document, edit: (change) => editor.edit(change) }
}

/** What the extension hands to others, once it is active. */
export async function exported(): Promise<Exports> {
  const extension = vscode.extensions.getExtension<Exports>('saidby.saidby')
  if (!extension) throw new Error('Saidby is not installed')
  return extension.activate()
}

export function inFolder(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri
  if (!folder) throw new Error('no folder is open')
  return vscode.Uri.joinPath(folder, path)
}

/** A file in the folder, whether it is there or not. */
export const write = (path: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(inFolder(path), new TextEncoder().encode(text))

/** The editor in front, with what is not saved in it. */
export const close = (): Thenable<void> => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')

export const ours = (document: vscode.TextDocument): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'saidby')

/** The rule that a finding is of. */
export const ruleOf = ({ code }: vscode.Diagnostic): string => `${typeof code === 'object' ? code.value : code}`

export const place = (document: vscode.TextDocument, words: string): vscode.Position =>
  document.positionAt(document.getText().indexOf(words) + 1)

export async function untilHover(document: vscode.TextDocument, position: vscode.Position, words: string): Promise<void> {
  await untilSome(async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position)
    return (hovers ?? []).flatMap(({ contents }) => contents).filter((content) => textOf(content).includes(words))
  })
}

const textOf = (content: vscode.MarkedString | vscode.MarkdownString): string => (typeof content === 'string' ? content : content.value)

export async function untilSome<T>(find: () => Promise<readonly T[]>): Promise<readonly T[]> {
  for (let waited = 0; waited < LONGEST; waited += 100) {
    const found = await find()
    if (found.length > 0) return found
    await pause(100)
  }
  throw new Error('nothing was found within 30 seconds')
}

export async function until(what: string, holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < LONGEST; waited += 50) {
    if (holds()) return
    await pause(50)
  }
  throw new Error(`waited 30 seconds for ${what}`)
}

/** Takes what each list or input box of the command offers first, until the command has done its work. */
export const answering = (command: Thenable<unknown>): Promise<void> => pressingThrough(ACCEPT, command)

/** Takes what a list offers first, once it has something to offer. */
export const accepting = (what: string, done: () => boolean): Promise<void> => pressing(ACCEPT, what, done)

/** Has a finding ignored as that way says, *Ignore loaded-cue in this paragraph*: the quick fix asks for the ways, and this one is taken. */
export async function choosing(document: vscode.TextDocument, way: string): Promise<void> {
  const rule = way.split(' ')[1]
  const [fix] = await untilSome(async () => {
    const finding = ours(document).find((one) => ruleOf(one) === rule)
    if (!finding) return []
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range
    )
    return actions.filter(({ title }) => title === `Ignore ${rule}…`)
  })
  assert.ok(fix?.command)
  const [given] = (fix.command.arguments ?? []) as [IgnoreArguments]
  const choice = given.choices.find(({ title }) => title === way)
  assert.ok(choice, way)
  // A list of one, since nobody can ask VS Code where in a list it stands.
  await answering(vscode.commands.executeCommand(fix.command.command, { ...given, choices: [choice] }))
}

/** Leaves the list that the command opens. */
export const closing = (command: Thenable<unknown>): Promise<void> => pressingThrough('workbench.action.closeQuickOpen', command)

const ACCEPT = 'workbench.action.acceptSelectedQuickOpenItem'

async function pressingThrough(key: string, command: Thenable<unknown>): Promise<void> {
  let done = false
  const ended = Promise.resolve(command).finally(() => {
    done = true
  })
  await Promise.all([ended, pressing(key, 'the end of the command', () => done)])
}

/** Whether a list is open yet, nobody can ask VS Code; where none is, the key does nothing. */
async function pressing(key: string, what: string, done: () => boolean): Promise<void> {
  for (let waited = 0; waited < LONGEST; waited += 100) {
    if (done()) return
    await vscode.commands.executeCommand(key)
    await pause(100)
  }
  throw new Error(`waited 30 seconds for ${what}`)
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
