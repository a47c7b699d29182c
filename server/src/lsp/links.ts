/** The links that an editor shows in a draft: whom a pack knows leads to their entry, where they are first named. */
import type { DocumentLink, DocumentLinkParams, Location } from 'vscode-languageserver'
import { type Analysis, firstMentions } from '../core/api.ts'
import { locateFor } from './places.ts'
import { known } from './requests.ts'
import type { Session } from './session.ts'
import { type Locate, toRange } from './to-lsp.ts'

export function documentLinks(session: Session, { textDocument }: DocumentLinkParams): DocumentLink[] {
  const { document, analysis } = known(session, textDocument.uri)
  if (!session.settings(textDocument.uri).enable) return []
  const locate = locateFor(session, textDocument.uri)
  return firstMentions(analysis).flatMap(({ span, entity }) => {
    const [entry] = entries(analysis, entity.id, locate)
    return entry ? [{ range: toRange(document, span), target: addressOf(entry), tooltip: entity.name }] : []
  })
}

/** Where the packs that know the story have the entity. */
export const entries = ({ packs }: Analysis, entity: string, locate: Locate): readonly Location[] =>
  packs
    .filter(({ entities }) => entities.some(({ id }) => id === entity))
    .flatMap(({ id }) => locate({ article: { id: `${id}#${entity}` }, start: 0, end: 0 }) ?? [])

/** A link has no range: editors take the line from the fragment, counted from 1. */
const addressOf = ({ uri, range }: Location): string => `${uri}#L${range.start.line + 1}`
