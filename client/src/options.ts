/** What the client asks of any server of ours, wherever it runs. */
import { languages, type TextDocument, workspace } from 'vscode'
import type { LanguageClientOptions } from 'vscode-languageclient'
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts'
import { offered } from './commands.ts'
import { RULE_PAGES } from './pages.ts'
import { keepingProject } from './project.ts'

/** Markdown and what is written in it. */
const markdowns = ['markdown', 'mdx', 'rmd', 'quarto']

/** Files wherever the workspace is, editors not yet saved, and cells of notebooks; not a diff's left side, nor what other tools show. */
const schemes = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-notebook-cell'])
for (const { uri } of workspace.workspaceFolders ?? []) schemes.add(uri.scheme)

export const drafts = markdowns.flatMap((language) => [...schemes].map((scheme) => ({ scheme, language })))

export const isDraft = (document: TextDocument): boolean => languages.match(drafts, document) > 0

/** `storage` is the folder in which the server may keep what can be made again, where it has a disk. */
export const clientOptions = (storage: string | null): LanguageClientOptions => ({
  documentSelector: drafts,
  initializationOptions: {
    commands: offered,
    files: true,
    pages: RULE_PAGES,
    ...(storage !== null && { storage })
  } satisfies InitializationOptions,
  synchronize: { configurationSection: 'saidby' },
  middleware: keepingProject
})
