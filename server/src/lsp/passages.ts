/** From a quotation to the passages it was taken from, and to everything else that quotes or carries them. */
import type { CancellationToken, Definition, DefinitionLink, DefinitionParams, Location, ReferenceParams } from 'vscode-languageserver'
import { passagesAt, quotationsOf } from '../core/api.ts'
import type { Files } from '../store/files.ts'
import { everyDraft } from './drafts.ts'
import { offsetOf } from './from-lsp.ts'
import { locateFor } from './places.ts'
import { known } from './requests.ts'
import type { Session } from './session.ts'
import { toRange } from './to-lsp.ts'

/** The passages of the quotation at the position, the best first. */
export function definition(session: Session, { textDocument, position }: DefinitionParams): Definition | DefinitionLink[] | null {
  const { document, analysis } = known(session, textDocument.uri)
  const offset = offsetOf(document, position)
  const found = session.settings(textDocument.uri).enable ? passagesAt(analysis, offset) : null
  if (!found) return null
  const locations = found.passages.flatMap((passage) => locateFor(session, textDocument.uri)(passage) ?? [])
  if (locations.length === 0) return null
  if (!session.abilities.definitionLinks) return locations
  const originSelectionRange = toRange(document, found.span)
  return locations.map(({ uri, range }) => ({ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }))
}

/** Every quotation of the workspace that has words of the same passages, and the passages themselves. Ends early when it is cancelled. */
export async function references(
  session: Session,
  files: Files,
  folders: readonly string[],
  { textDocument, position }: ReferenceParams,
  token: CancellationToken
): Promise<Location[] | null> {
  const { document, analysis } = known(session, textDocument.uri)
  const offset = offsetOf(document, position)
  const found = session.settings(textDocument.uri).enable ? passagesAt(analysis, offset) : null
  if (!found) return null
  const quoting: Location[] = []
  for await (const draft of everyDraft(session, files, folders)) {
    if (token.isCancellationRequested) break
    const { uri } = draft.document
    for (const span of quotationsOf(draft.analysis, found.passages)) quoting.push({ uri, range: toRange(draft.document, span) })
  }
  return [...quoting, ...found.passages.flatMap((passage) => locateFor(session, textDocument.uri)(passage) ?? [])]
}
