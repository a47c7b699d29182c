/** Which documents are drafts. */
import { languages, type TextDocument, workspace } from 'vscode'

/** Markdown and what is written in it. */
const markdowns = ['markdown', 'mdx', 'rmd', 'quarto']

/** Files wherever the workspace is, editors not yet saved, and cells of notebooks; not a diff's left side, nor what other tools show. */
const schemes = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-notebook-cell'])
for (const { uri } of workspace.workspaceFolders ?? []) schemes.add(uri.scheme)

export const drafts = markdowns.flatMap((language) => [...schemes].map((scheme) => ({ scheme, language })))

export const isDraft = (document: TextDocument): boolean => languages.match(drafts, document) > 0
