/** What the server knows as the coverage, shown beside the language of a draft, and in full on a page of its own. */
import { type Disposable, type DocumentSelector, LanguageStatusSeverity, languages, type OutputChannel, Uri } from 'vscode'
import type { CoverageStatus, FolderStatus } from '../../server/src/lsp/protocol.ts'

export interface StatusView extends Disposable {
  show(status: CoverageStatus): void
  /** Writes everything that was taken, and every problem by file and line, to the channel. */
  write(channel: OutputChannel): void
}

export function createStatusView(selector: DocumentSelector): StatusView {
  const item = languages.createLanguageStatusItem('saidby.coverage', selector)
  item.name = 'Saidby: coverage'
  item.text = 'Saidby'
  item.busy = true
  item.command = { command: 'saidby.showCoverage', title: 'Show' }
  let newest: CoverageStatus = { folders: [] }
  return {
    show(status) {
      newest = status
      const { folders } = status
      const problems = folders.flatMap((folder) => folder.problems).length
      item.text = textOf(folders)
      item.detail = problems > 0 ? counted(problems, 'problem') : folders.every(({ standIn }) => standIn) ? 'comes with Saidby' : 'coverage'
      item.busy = folders.some(({ building }) => building !== null)
      item.severity = problems > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information
    },
    write(channel) {
      for (const folder of newest.folders) {
        channel.appendLine(`${folder.uri === null ? 'Drafts in no folder' : pathOf(folder.uri)}: ${textOf([folder])}${origin(folder)}`)
        for (const title of folder.packs) channel.appendLine(`  pack: ${title}`)
        for (const { uri, line, column, message } of folder.problems)
          channel.appendLine(`  ${pathOf(uri)}${line > 0 ? `:${line}:${column}` : ''}: ${message}`)
      }
    },
    dispose: () => item.dispose()
  }
}

/** “34 articles, 1 pack”; while it is being read, how far that is. */
function textOf(folders: readonly FolderStatus[]): string {
  const building = folders.flatMap(({ building }) => building ?? [])
  if (building.length > 0) {
    const done = building.reduce((sum, one) => sum + one.done, 0)
    const total = building.reduce((sum, one) => sum + one.total, 0)
    return `reading ${done} of ${total} files`
  }
  const articles = folders.reduce((sum, folder) => sum + folder.articles, 0)
  const leftOut = folders.reduce((sum, folder) => sum + folder.leftOut, 0)
  const packs = new Set(folders.flatMap((folder) => folder.packs)).size
  const parts = [...(articles > 0 ? [counted(articles, 'article')] : []), ...(packs > 0 ? [counted(packs, 'pack')] : [])]
  if (leftOut > 0) parts.push(`no room for ${leftOut.toLocaleString('en')} more`)
  return parts.length > 0 ? parts.join(', ') : 'no coverage'
}

const counted = (count: number, what: string): string => `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`

const origin = ({ standIn }: FolderStatus): string => (standIn ? ' (comes with Saidby; the folder has none of its own)' : '')

const pathOf = (uri: string): string => Uri.parse(uri).fsPath
