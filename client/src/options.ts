/** What the client asks of any server of ours, wherever it runs. */
import type { LanguageClientOptions } from 'vscode-languageclient'
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts'
import { offered } from './commands.ts'
import { drafts } from './drafts.ts'
import { RULE_PAGES } from './pages.ts'
import { keepingProject } from './project.ts'

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
