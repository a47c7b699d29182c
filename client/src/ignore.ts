/** *Ignore loaded-cue…*: asks where, and whether for this rule or for all, and writes it there. */
import { commands, l10n, type QuickPickItem, QuickPickItemKind, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { IgnoreArguments, IgnoreChoice } from '../../server/src/lsp/protocol.ts'

interface Way extends QuickPickItem {
  readonly choice?: IgnoreChoice
}

/** Does nothing when the question is left with Escape, nor when the draft has changed since. */
export async function ignore(client: BaseLanguageClient, { uri, version, rule, choices }: IgnoreArguments): Promise<void> {
  const ways = (forAll: boolean): Way[] => choices.filter((one) => one.forAll === forAll).map((choice) => ({ label: choice.title, choice }))
  const heading = (label: string): Way => ({ label, kind: QuickPickItemKind.Separator })
  const items = [heading(rule), ...ways(false), heading(l10n.t('All rules')), ...ways(true)]
  const chosen = (await window.showQuickPick(items, { title: l10n.t('Ignore {0}', rule), placeHolder: l10n.t('Where?') }))?.choice
  if (!chosen) return
  if ('command' in chosen) {
    await commands.executeCommand(chosen.command.command, ...(chosen.command.arguments ?? []))
    return
  }
  const place = client.protocol2CodeConverter.asUri(uri).toString()
  if (workspace.textDocuments.find((document) => document.uri.toString() === place)?.version !== version) return
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(chosen.edit)
  if (edit) await workspace.applyEdit(edit)
}
