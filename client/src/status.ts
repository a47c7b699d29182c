/** What the server knows as the coverage, shown beside the language of a draft, and in full on a page of its own. */
import { commands, type Disposable, type DocumentSelector, LanguageStatusSeverity, l10n, languages, type OutputChannel, Uri } from 'vscode'
import type { CoverageStatus, FolderStatus } from '../../server/src/lsp/protocol.ts'
import { articleCount, figure, packCount, problemCount } from './words.ts'

export interface StatusView extends Disposable {
  show(status: CoverageStatus): void
  /** Writes everything that was taken, and every problem by file and line, to the channel. */
  write(channel: OutputChannel): void
}

export function createStatusView(selector: DocumentSelector): StatusView {
  const item = languages.createLanguageStatusItem('saidby.coverage', selector)
  item.name = l10n.t('Saidby: coverage')
  item.text = 'Saidby'
  item.busy = true
  item.command = { command: 'saidby.showCoverage', title: l10n.t('Show') }
  let newest: CoverageStatus = { folders: [] }
  return {
    show(status) {
      newest = status
      const { folders } = status
      const problems = folders.flatMap((folder) => folder.problems).length
      item.text = textOf(folders)
      item.detail =
        problems > 0 ? problemCount(problems) : folders.every(({ standIn }) => standIn) ? l10n.t('comes with Saidby') : l10n.t('coverage')
      void commands.executeCommand(
        'setContext',
        'saidby.noCoverage',
        folders.every(({ standIn }) => standIn)
      )
      item.busy = folders.some(({ building }) => building !== null)
      item.severity = problems > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information
    },
    write(channel) {
      for (const folder of newest.folders) {
        channel.appendLine(lineOf(folder))
        for (const title of folder.packs) channel.appendLine(`  ${l10n.t('pack: {0}', title)}`)
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
    return l10n.t('reading {0} of {1} files', figure(done), figure(total))
  }
  const articles = folders.reduce((sum, folder) => sum + folder.articles, 0)
  const leftOut = folders.reduce((sum, folder) => sum + folder.leftOut, 0)
  const packs = new Set(folders.flatMap((folder) => folder.packs)).size
  const parts = [...(articles > 0 ? [articleCount(articles)] : []), ...(packs > 0 ? [packCount(packs)] : [])]
  if (leftOut > 0) parts.push(l10n.t('no room for {0} more', figure(leftOut)))
  return parts.length > 0 ? parts.join(', ') : l10n.t('no coverage')
}

function lineOf(folder: FolderStatus): string {
  const where = folder.uri === null ? l10n.t('Drafts in no folder') : pathOf(folder.uri)
  return folder.standIn
    ? l10n.t('{0}: {1} (comes with Saidby; the folder has none of its own)', where, textOf([folder]))
    : l10n.t('{0}: {1}', where, textOf([folder]))
}

const pathOf = (uri: string): string => Uri.parse(uri).fsPath
