/** *Switch … off in your settings*: a rule's level, kept where the writer keeps their own. */
import { ConfigurationTarget, workspace } from 'vscode'
import type { SetLevelArguments } from '../../server/src/lsp/protocol.ts'

/** For every workspace of theirs. */
export async function setLevel({ rule, level }: SetLevelArguments): Promise<void> {
  await workspace.getConfiguration('saidby.rules').update(rule, level, ConfigurationTarget.Global)
}
