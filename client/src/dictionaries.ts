/** *Write dictionaries of names…*: asks which spelling checkers shall know the drafts’ names, and puts to their files what those lack. */
import { FileSystemError, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { DictionariesParams, DictionariesResult } from '../../server/src/lsp/protocol.ts'
import { messageOf } from './words.ts'

type Wanted = DictionariesParams['dictionaries'][number]

/** A dictionary that may be written: the first of its files that is there, else the first of all. */
interface Dictionary {
  readonly name: string
  readonly files: readonly string[]
  readonly format: (file: string) => Wanted['format']
  /** Another file that stands for it and cannot be added to. */
  readonly instead?: readonly string[]
}

/** `wanted` answers the question by the checkers’ names, `cSpell`, `Harper`, `LTeX`, `Word list`, so that another command can. */
export async function writeDictionaries(client: BaseLanguageClient, wanted?: readonly string[]): Promise<void> {
  const folder = await askFolder()
  if (!folder) return
  const choices = await Promise.all(dictionaries().map((dictionary) => choiceOf(folder, dictionary)))
  const chosen = wanted
    ? choices.filter(({ name }) => wanted.includes(name))
    : await window.showQuickPick<Choice>(choices, {
        title: l10n.t('Write dictionaries of names'),
        placeHolder: l10n.t('Which spelling checkers shall know the names that are right by the coverage?'),
        canPickMany: true
      })
  if (!chosen || chosen.length === 0) return
  try {
    await write(client, chosen)
  } catch (error) {
    window.showErrorMessage(l10n.t('Saidby could not write the dictionaries: {0}', messageOf(error)))
  }
}

/** Where each checker looks by itself. cSpell takes the first of its files and no other. */
const dictionaries = (): readonly Dictionary[] => [
  {
    name: 'cSpell',
    files: cspellFiles('json', 'jsonc', 'yaml', 'yml'),
    format: (file) => (/\.ya?ml$/.test(file) ? 'cspell-yaml' : 'cspell'),
    instead: cspellFiles('js', 'cjs', 'mjs', 'ts', 'mts', 'toml')
  },
  {
    name: 'Harper',
    files: [workspace.getConfiguration('harper').get<string>('workspaceDictPath') || '.harper-dictionary.txt'],
    format: () => 'harper'
  },
  { name: 'LTeX', files: ['.vscode/ltex.dictionary.en-US.txt', '.vscode/ltex.dictionary.en-GB.txt'], format: () => 'ltex' },
  { name: 'Word list', files: ['names.txt'], format: () => 'plain' }
]

function cspellFiles(...endings: readonly string[]): readonly string[] {
  const inFolder = ['', '.vscode/', '.config/'].flatMap((place) =>
    ['cspell', '.cspell', 'cSpell', '.cSpell', 'cspell.config', '.cspell.config'].map((name) => place + name)
  )
  return inFolder.flatMap((path) => endings.map((ending) => `${path}.${ending}`))
}

/** The folder of the draft that is being edited; of several others, the one that is picked. */
async function askFolder(): Promise<Uri | undefined> {
  const edited = window.activeTextEditor && workspace.getWorkspaceFolder(window.activeTextEditor.document.uri)
  const folders = workspace.workspaceFolders ?? []
  if (folders.length === 0) window.showInformationMessage(l10n.t('Open a folder: dictionaries are kept beside the drafts.'))
  return (edited ?? (folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0]))?.uri
}

interface Choice extends QuickPickItem {
  readonly name: string
  readonly file: Uri
  readonly path: string
  readonly format: Wanted['format']
  readonly before: string | null
  /** A file that cannot be added to and that another would stand in the way of. */
  readonly blocked: string | null
}

async function choiceOf(folder: Uri, { name, files, format, instead = [] }: Dictionary): Promise<Choice> {
  const texts = await Promise.all(files.map((path) => textOf(place(folder, path))))
  const there = texts.findIndex((text) => text !== null)
  const path = files[Math.max(0, there)]!
  const others = there < 0 ? await Promise.all(instead.map((other) => textOf(place(folder, other)))) : []
  const blocked = instead[others.findIndex((text) => text !== null)] ?? null
  const description = blocked ? l10n.t('{0} cannot be added to', blocked) : there < 0 ? l10n.t('{0}, new', path) : path
  const label = name === 'Word list' ? l10n.t('Word list') : name
  return { name, label, description, file: place(folder, path), path, format: format(path), before: texts[there] ?? null, blocked }
}

/** The way to a dictionary may be told from the root. */
const place = (folder: Uri, path: string): Uri => (/^(?:\/|[a-z]:[\\/])/i.test(path) ? Uri.file(path) : Uri.joinPath(folder, path))

async function textOf(file: Uri): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await workspace.fs.readFile(file))
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null
    throw error
  }
}

async function write(client: BaseLanguageClient, chosen: readonly Choice[]): Promise<void> {
  const open = chosen.filter(({ blocked }) => blocked === null)
  const params: DictionariesParams = { dictionaries: open.map(({ format, before }) => ({ format, text: before })) }
  const { words, dictionaries: written } = await client.sendRequest<DictionariesResult>('saidby/dictionaries', params)
  const told: string[] = chosen.flatMap(({ blocked }) => (blocked ? l10n.t('{0} is no file that words can be put to.', blocked) : []))
  for (const [i, { file, path }] of open.entries()) {
    const { text, added, problem } = written[i]!
    if (problem !== null) told.push(l10n.t('{0} stays as it is: {1}.', path, problem))
    else if (text !== null && added > 0) {
      await workspace.fs.createDirectory(Uri.joinPath(file, '..'))
      await workspace.fs.writeFile(file, new TextEncoder().encode(text))
      told.push(added === 1 ? l10n.t('{0}: one word added.', path) : l10n.t('{0}: {1} words added.', path, added))
    } else if (words > 0) told.push(l10n.t('{0} has all of them already.', path))
  }
  if (words === 0) told.push(l10n.t('No name of these drafts is known from their coverage.'))
  window.showInformationMessage(told.join(' '))
}
