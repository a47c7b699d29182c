/** The project file: kept when the server changed it, and set up by a few questions. */
import { commands, l10n, Uri, type WorkspaceFolder, window, workspace } from 'vscode'
import type { ExecuteCommandMiddleware } from 'vscode-languageclient'
import type { ChangeProjectArguments, ProjectChange } from '../../server/src/lsp/protocol.ts'

/** The command of the server, which VS Code has by its name. */
const CHANGE_PROJECT = 'saidby.changeProject'

/** The server reads the file from the disk and changes it in the editor, so it is saved before and after. */
export const keepingProject: ExecuteCommandMiddleware = {
  async executeCommand(command, given, next) {
    if (command !== CHANGE_PROJECT) return next(command, given)
    const { file } = given[0] as ChangeProjectArguments
    const open = () => workspace.textDocuments.find(({ uri }) => uri.toString() === Uri.parse(file).toString())
    if (open()?.isDirty) await open()?.save()
    const answer = await next(command, given)
    await open()?.save()
    return answer
  }
}

/** *Set up this workspace*: asks, writes what was answered and shows it. Does nothing when a question is left with Escape. */
export async function setUp(): Promise<void> {
  const folder = await askFolder()
  if (!folder) return
  const quotes = await askQuotes()
  const coverage = quotes && (await askCoverage(folder))
  const names = coverage && (await askNames())
  if (!names) return
  const file = await projectFileOf(folder)
  const given: ChangeProjectArguments = { file: file.toString(), changes: [...quotes, ...coverage, ...names] }
  await commands.executeCommand(CHANGE_PROJECT, given)
  await window.showTextDocument(file)
}

type Answer = readonly ProjectChange[] | undefined

async function askFolder(): Promise<WorkspaceFolder | undefined> {
  const { workspaceFolders = [] } = workspace
  if (workspaceFolders.length === 0) {
    window.showInformationMessage(l10n.t('Open the folder of your drafts first: its project file is to hold for all of them.'))
    return undefined
  }
  return workspaceFolders.length === 1 ? workspaceFolders[0] : window.showWorkspaceFolderPick()
}

async function askQuotes(): Promise<Answer> {
  const chosen = await window.showQuickPick(
    [
      { label: l10n.t('As each draft has them'), quotes: '' },
      { label: '“…” ‘…’', description: l10n.t('most papers in English'), quotes: '“”‘’' },
      { label: '‘…’ “…”', description: l10n.t('British books'), quotes: '‘’“”' },
      { label: '"…" \'…\'', description: l10n.t('straight'), quotes: '""\'\'' },
      { label: '„…“ ‚…‘', description: l10n.t('German'), quotes: '„“‚‘' },
      { label: '«…» ‹…›', description: l10n.t('French, Swiss, Russian'), quotes: '«»‹›' }
    ],
    { title: l10n.t('Set up Saidby (1 of 3)'), placeHolder: l10n.t('Which quotation marks does the house have?'), ignoreFocusOut: true }
  )
  return chosen && (chosen.quotes === '' ? [] : [{ kind: 'set', key: 'quotes', value: chosen.quotes }])
}

async function askCoverage(folder: WorkspaceFolder): Promise<Answer> {
  const chosen = await window.showQuickPick(
    [
      { label: 'coverage', description: l10n.t('a folder beside the drafts'), where: 'here' },
      { label: l10n.t('Another folder…'), where: 'elsewhere' },
      { label: l10n.t('None'), description: l10n.t('quotations are held against nothing'), where: 'nowhere' }
    ],
    {
      title: l10n.t('Set up Saidby (2 of 3)'),
      placeHolder: l10n.t('Where is the published coverage of your stories?'),
      ignoreFocusOut: true
    }
  )
  if (!chosen) return undefined
  if (chosen.where !== 'elsewhere') return [{ kind: 'set', key: 'coverage', value: chosen.where === 'here' ? ['coverage'] : [] }]
  const [picked] = (await window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, defaultUri: folder.uri })) ?? []
  return picked && [{ kind: 'set', key: 'coverage', value: [wayTo(folder.uri, picked)] }]
}

async function askNames(): Promise<Answer> {
  const names = await window.showInputBox({
    title: l10n.t('Set up Saidby (3 of 3)'),
    prompt: l10n.t('Whom does every reader know? Names with commas between them, or nothing.'),
    placeHolder: 'Dana Ortiz, Samuel Okafor',
    ignoreFocusOut: true
  })
  return names
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((value) => ({ kind: 'add', key: 'wellKnown', value }))
}

/** The one that is there, else one to be made. */
async function projectFileOf({ uri }: WorkspaceFolder): Promise<Uri> {
  for (const name of ['saidby.yaml', 'saidby.yml', 'saidby.json']) {
    const file = Uri.joinPath(uri, name)
    const found = await workspace.fs.stat(file).then(
      () => true,
      () => false
    )
    if (found) return file
  }
  return Uri.joinPath(uri, 'saidby.yaml')
}

/** From the folder, with `/`: `archive`, `../wire/2026`. */
function wayTo(folder: Uri, place: Uri): string {
  const from = folder.path.split('/').filter((part) => part !== '')
  const to = place.path.split('/').filter((part) => part !== '')
  const shared = from.findIndex((part, i) => part !== to[i])
  const same = shared < 0 ? from.length : shared
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/') || '.'
}
