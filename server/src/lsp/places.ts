/** Where an editor opens a passage of the coverage: in its own file, or in a page that the server makes of a pack that comes with Saidby. */
import { type Location, type Position, TextDocumentContentRequest } from 'vscode-languageserver'
import { type Pack, type PackDocument, type PassagePlace, packDocument } from '../core/api.ts'
import type { Place } from '../store/library.ts'
import { createDocument, type Document, type Encoding, lengthIn } from './document.ts'
import { Refusal } from './guard.ts'
import type { Session } from './session.ts'
import { type Locate, type Shown, toRange } from './to-lsp.ts'

/** The scheme of the pages of packs. */
export const PACK_SCHEME = 'saidby-pack'

export const contentMethod = TextDocumentContentRequest.type.method

/** Where the passages are that the draft's quotations lead to; null for those that this client cannot open. */
export const locateFor =
  (session: Session, draft: string): Locate =>
  (passage) => {
    const { article, start, end } = passage
    const library = session.library(draft)
    const found = library.locate(article, start, end)
    const { encoding, virtualDocuments } = session.abilities
    if (found) return { uri: found.uri, range: { start: toPosition(found.start, encoding), end: toPosition(found.end, encoding) } }
    return virtualDocuments ? inPack(library.holdings.packs, passage, encoding) : null
  }

const toPosition = ({ line, before }: Place, encoding: Encoding): Position => ({ line, character: lengthIn(encoding, before) })

/** What of the draft’s findings this client can show. */
export const shownFor = (session: Session, draft: string): Shown => ({
  related: session.abilities.relatedPlaces,
  locate: locateFor(session, draft),
  pages: session.abilities.describesCodes ? session.pages : null
})

/** The page of a pack. Throws Refusal for an address that is none. */
export function packPage(session: Session, uri: string): string {
  const id = /^saidby-pack:\/*(.+)\.md$/.exec(uri)?.[1]
  const pack = id === undefined ? undefined : session.library('').holdings.packs.find((known) => known.id === decodeURIComponent(id))
  if (!pack) throw new Refusal(`${uri}: there is no such pack`)
  return pageOf(pack, 'utf-16').document.getText()
}

function inPack(packs: readonly Pack[], { article }: PassagePlace, encoding: Encoding): Location | null {
  const [, packId, statement] = /^([^#]+)#(.+)$/.exec(article.id) ?? []
  const pack = packs.find(({ id }) => id === packId)
  if (!pack || statement === undefined) return null
  const { document, places } = pageOf(pack, encoding)
  const place = places.get(statement)
  return place ? { uri: document.uri, range: toRange(document, place) } : null
}

interface Page extends Pick<PackDocument, 'places'> {
  readonly document: Document
}

/** Made once for each pack. */
const pages: Readonly<Record<Encoding, WeakMap<Pack, Page>>> = { 'utf-16': new WeakMap(), 'utf-8': new WeakMap(), 'utf-32': new WeakMap() }

function pageOf(pack: Pack, encoding: Encoding): Page {
  let page = pages[encoding].get(pack)
  if (!page) {
    const { text, places } = packDocument(pack)
    const uri = `${PACK_SCHEME}:/${encodeURIComponent(pack.id)}.md`
    page = { document: createDocument({ uri, languageId: 'markdown', version: 1, text }, encoding), places }
    pages[encoding].set(pack, page)
  }
  return page
}
