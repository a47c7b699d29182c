/** Saidby's three questions for chat and agents in VS Code; the server answers them, and nothing else is asked. */
import { type Disposable, LanguageModelTextPart, LanguageModelToolResult, lm, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { AssistParams } from '../../server/src/lsp/protocol.ts'

interface Input {
  readonly text?: string
  readonly words?: string
  readonly speaker?: string
}

const tools: readonly AssistParams['tool'][] = ['verify_quotations', 'who_said', 'list_unattributed']

/** Registers the tools where this VS Code has tools at all; what it returns takes them back. */
export function registerTools(client: BaseLanguageClient): readonly Disposable[] {
  if (typeof lm?.registerTool !== 'function') return []
  return tools.map((tool) =>
    lm.registerTool<Input>(`saidby_${tool}`, {
      invoke: async ({ input: { text, words, speaker } }, token) => {
        const folder = folderAsked()
        const params: AssistParams = { tool, text: text ?? words ?? '', ...(speaker && { speaker }), ...(folder && { folder }) }
        const answer = await client.sendRequest('saidby/assist', params, token)
        return new LanguageModelToolResult([new LanguageModelTextPart(JSON.stringify(answer, null, 2))])
      }
    })
  )
}

/** That of the draft on which somebody works, else the first. */
function folderAsked(): string | undefined {
  const open = window.activeTextEditor?.document.uri
  return ((open && workspace.getWorkspaceFolder(open)) ?? workspace.workspaceFolders?.[0])?.uri.toString()
}
