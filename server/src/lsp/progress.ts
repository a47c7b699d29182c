/** The client's own bars for what takes long. */
import * as l10n from '@vscode/l10n'
import type { CancellationToken, Connection } from 'vscode-languageserver'
import type { Progress } from './coverage.ts'

/** A bar for the files of the coverage that were read; nothing where the client shows none. */
export async function readingBar(connection: Connection, shows: boolean): Promise<Progress> {
  if (!shows) return { report: () => {}, done: () => {} }
  const bar = await connection.window.createWorkDoneProgress()
  bar.begin('Saidby', 0, l10n.t('reading the coverage'), false)
  return {
    report: (done, total) => bar.report(Math.floor((100 * done) / total), l10n.t('{0} of {1} files of the coverage', done, total)),
    done: () => bar.done()
  }
}

/** Work with a bar on which the writer may stop it: then what was done so far is the answer. */
export async function stoppable<T>(
  connection: Connection,
  shows: boolean,
  title: string,
  token: CancellationToken,
  work: (progress: { readonly token: CancellationToken; reached(draft: string): void }) => Promise<T>
): Promise<T> {
  if (!shows) return work({ token, reached: () => {} })
  const bar = await connection.window.createWorkDoneProgress()
  bar.begin(title, undefined, undefined, true)
  try {
    return await work({ token: bar.token, reached: (draft) => bar.report(draft) })
  } finally {
    bar.done()
  }
}
