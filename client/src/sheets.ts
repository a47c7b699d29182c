/** *Quotation sheet* and *Check every quotation in the workspace*: tables that the server makes, opened as drafts to be read, saved or sent. */
import { l10n, Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { SheetParams, SheetResult } from '../../server/src/lsp/protocol.ts'
import { isDraft } from './drafts.ts'
import { messageOf } from './words.ts'

/** The sheet of the draft, or of the one that is being edited. */
export async function quotationSheet(client: BaseLanguageClient, draft: string | undefined): Promise<void> {
  const document = draft === undefined ? window.activeTextEditor?.document : await workspace.openTextDocument(Uri.parse(draft))
  if (!document || !isDraft(document)) {
    window.showInformationMessage(l10n.t('Open a Markdown draft to see its quotations.'))
    return
  }
  const params: SheetParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) } }
  await show(() => client.sendRequest<SheetResult>('saidby/quotationSheet', params))
}

/** Progress and the way to stop it are the server’s. */
export const checkWorkspace = (client: BaseLanguageClient): Promise<void> =>
  show(() => client.sendRequest<SheetResult>('saidby/checkWorkspace', {}))

async function show(ask: () => Promise<SheetResult>): Promise<void> {
  try {
    const { markdown } = await ask()
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: markdown }), { preview: true })
  } catch (error) {
    window.showErrorMessage(l10n.t('Saidby could not list the quotations: {0}', messageOf(error)))
  }
}
