/** Which drafts are held against which coverage. */
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { nodeFiles } from '../../server/src/hosts/files.ts'
import { createGuard } from '../../server/src/lsp/guard.ts'
import { createSession, type Session } from '../../server/src/lsp/session.ts'
import { type Folder, libraryOf, temporaryFolder } from '../support/folder.ts'

const folders: Folder[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})

const LEVY = '“We will not raise the levy on the market hall this year,” Dana Ortiz said on Monday.\n'

const verdict = (session: Session, uri: string): string | undefined => {
  const analysis = session.analysis(uri)
  const [quotation] = analysis?.quotations ?? []
  return quotation && analysis?.verification(quotation).whole?.verdict
}

test('a draft is held against its folder’s articles, an article against nothing; moving the coverage moves them', async () => {
  const folder = temporaryFolder({ 'coverage/levy.md': LEVY })
  folders.push(folder)
  const log: string[] = []
  const session = createSession(createGuard({ error: (message) => log.push(message), warn: (message) => log.push(message) }), nodeFiles)
  const { library } = libraryOf(folder)
  const [draft, article, other] = [folder.at('draft.md'), folder.at('coverage/levy.md'), '/elsewhere/draft.md'].map(
    (path) => pathToFileURL(path).href
  ) as [string, string, string]
  for (const uri of [draft, article, other]) session.open({ uri, languageId: 'markdown', version: 1, text: LEVY })
  expect([draft, article, other].map((uri) => verdict(session, uri))).toEqual([undefined, undefined, undefined])
  session.setUp([], [{ path: folder.path, own: true, library }])
  await library.refresh(null)
  session.take()
  expect([draft, article, other].map((uri) => verdict(session, uri))).toEqual(['verbatim', undefined, undefined])
  expect(session.library(article)).toBe(library)
  folder.write({ 'saidby.yaml': 'coverage: archive\n', 'archive/levy.md': LEVY })
  await library.refresh([folder.at('saidby.yaml')])
  session.take()
  expect([draft, article, other].map((uri) => verdict(session, uri))).toEqual(['verbatim', 'verbatim', undefined])
  session.close(article)
  expect(session.analysis(article)).toBeUndefined()
  expect(log).toEqual([])
})
