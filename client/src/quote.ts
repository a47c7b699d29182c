/** *Quote from the coverage…*: statements are searched as somebody types, and the one that is chosen is put in at the cursor. */
import { l10n, type QuickPickItem, type TextEditor, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { QuoteArguments, SearchParams, SearchResult } from '../../server/src/lsp/protocol.ts'
import { isDraft } from './drafts.ts'
import { messageOf } from './words.ts'

/** Milliseconds after the last letter, so that not every letter is searched for. */
const PAUSE = 120

interface Statement extends QuickPickItem {
  readonly newText: string
}

/** With a speaker, what they said; else whatever has the words. */
export async function quote(client: BaseLanguageClient, given: QuoteArguments | undefined): Promise<void> {
  const editor = window.activeTextEditor
  if (!editor || !isDraft(editor.document)) {
    window.showInformationMessage(l10n.t('Open a Markdown draft to quote into it.'))
    return
  }
  const pick = window.createQuickPick<Statement>()
  pick.title = given ? l10n.t('What {0} said', given.shortName) : l10n.t('Quote from the coverage')
  pick.placeholder = given ? l10n.t('Words of the statement') : l10n.t('Words of a statement, or two in a row to begin with')
  pick.matchOnDetail = true
  let timer: ReturnType<typeof setTimeout> | undefined
  let newest = 0
  const search = async (query: string): Promise<void> => {
    newest += 1
    const own = newest
    pick.busy = true
    const found = await searched(client, editor, query, given)
    // A slow answer must not replace that to a later question.
    if (own !== newest) return
    pick.items = found
    pick.busy = false
  }
  pick.onDidChangeValue((query) => {
    clearTimeout(timer)
    timer = setTimeout(() => void search(query), PAUSE)
  })
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems
    // The list may be on its way.
    if (!chosen) return
    pick.hide()
    void editor.edit((change) => change.replace(editor.selection, chosen.newText))
  })
  pick.onDidHide(() => {
    clearTimeout(timer)
    pick.dispose()
  })
  pick.show()
  await search('')
}

async function searched(
  client: BaseLanguageClient,
  editor: TextEditor,
  query: string,
  given: QuoteArguments | undefined
): Promise<readonly Statement[]> {
  const { line, character } = editor.selection.start
  const params: SearchParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(editor.document.uri) },
    position: { line, character },
    query,
    ...(given && { speaker: given.speaker })
  }
  try {
    const found = await client.sendRequest<readonly SearchResult[]>('saidby/search', params)
    // The server has ranked them, and knows words that the list would not match.
    return found.map(({ words, speaker, place, newText }) => ({
      label: words,
      description: speaker,
      detail: place,
      newText,
      alwaysShow: true
    }))
  } catch (error) {
    window.showErrorMessage(l10n.t('Saidby could not search the coverage: {0}', messageOf(error)))
    return []
  }
}
