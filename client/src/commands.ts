/** The commands of the extension, each in a file of its own. */
import { commands, type Disposable } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { CheckedByHandArguments, IgnoreArguments, QuoteArguments, SetLevelArguments } from '../../server/src/lsp/protocol.ts'
import { checkedByHand } from './checked.ts'
import { writeDictionaries } from './dictionaries.ts'
import { ignore } from './ignore.ts'
import { setLevel } from './levels.ts'
import { setUp } from './project.ts'
import { quote } from './quote.ts'
import { checkWorkspace, quotationSheet } from './sheets.ts'
import type { StatusView } from './status.ts'

/** Those that the server may offer in actions and lenses. */
export const offered: readonly string[] = [
  'saidby.quote',
  'saidby.quotationSheet',
  'saidby.checkedByHand',
  'saidby.setLevel',
  'saidby.ignore'
]

/** Registers every command; what it returns takes them back. */
export const registerCommands = (client: BaseLanguageClient, status: StatusView): readonly Disposable[] => [
  commands.registerCommand('saidby.restart', () => restart(client)),
  commands.registerCommand('saidby.quote', (given?: QuoteArguments) => quote(client, given)),
  commands.registerCommand('saidby.quotationSheet', (uri?: string) => quotationSheet(client, uri)),
  commands.registerCommand('saidby.checkWorkspace', () => checkWorkspace(client)),
  commands.registerCommand('saidby.writeDictionaries', (wanted?: readonly string[]) => writeDictionaries(client, wanted)),
  commands.registerCommand('saidby.checkedByHand', (given: CheckedByHandArguments) => checkedByHand(given)),
  commands.registerCommand('saidby.ignore', (given: IgnoreArguments) => ignore(client, given)),
  commands.registerCommand('saidby.setLevel', (given: SetLevelArguments) => setLevel(given)),
  commands.registerCommand('saidby.setUp', () => setUp()),
  commands.registerCommand('saidby.showCoverage', () => {
    status.write(client.outputChannel)
    client.outputChannel.show(true)
  }),
  commands.registerCommand('saidby.showOutput', () => client.outputChannel.show(true)),
  commands.registerCommand('saidby.openSettings', () => commands.executeCommand('workbench.action.openSettings', '@ext:saidby.saidby'))
]

/** A server that did not start, or that is gone, has nothing to stop. */
async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop()
  await client.start()
}
