/** What other checkers are to pass over in a draft: somebody else’s words, and names that are right. */
import { nameWords, quotedRanges } from '../core/api.ts'
import type { QuotedParams, QuotedResult } from './protocol.ts'
import { known } from './requests.ts'
import type { Session } from './session.ts'
import { toRange } from './to-lsp.ts'

export function quoted(session: Session, { textDocument }: QuotedParams): QuotedResult {
  const { document, analysis } = known(session, textDocument.uri)
  const { version } = document
  if (!session.settings(textDocument.uri).enable) return { version, ranges: [], names: [] }
  const ranges = quotedRanges(analysis).map(({ span, speaker }) => ({ range: toRange(document, span), speaker }))
  return { version, ranges, names: nameWords(analysis) }
}
