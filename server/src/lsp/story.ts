/** The story as the client's views show it: its parts with their quotations, the takeaways that are missing, and who speaks. */
import { missingTakeaways, type Part, parts, type QuotedWords, speakers } from '../core/api.ts'
import type { Document } from './document.ts'
import type { StoryParams, StoryPart, StoryQuotation, StoryResult } from './protocol.ts'
import { known } from './requests.ts'
import type { Session } from './session.ts'
import { toRange } from './to-lsp.ts'

export function story(session: Session, { textDocument }: StoryParams): StoryResult {
  const { document, analysis } = known(session, textDocument.uri)
  if (!session.settings(textDocument.uri).enable) return { parts: [], quotations: [], missing: [], speakers: [] }
  const told = parts(analysis)
  const titles = new Map(analysis.packs.flatMap(({ takeaways }) => takeaways.map(({ id, title }) => [id, title])))
  return {
    parts: told.parts.map((part) => toPart(document, part, titles)),
    quotations: told.outside.map((quotation) => toQuotation(document, quotation)),
    missing: missingTakeaways(analysis).map(({ title, summary }) => ({ title, summary })),
    speakers: speakers(analysis).map(({ kind, name, quotations, words, reported, verdicts, places }) => ({
      ...{ kind, name, quotations, words, reported, verdicts },
      places: places.map((span) => toRange(document, span))
    }))
  }
}

const toPart = (document: Document, part: Part, titles: ReadonlyMap<string, string>): StoryPart => ({
  kind: part.kind,
  title: part.title.trim(),
  range: toRange(document, part.span),
  selection: toRange(document, part.selection),
  marked: part.mark !== 'prose',
  known: part.takeaway === null ? null : (titles.get(part.takeaway) ?? null),
  people: part.people,
  words: part.words,
  quotations: part.quotations.map((quotation) => toQuotation(document, quotation))
})

const toQuotation = (document: Document, { words, span, speakers: names, verdict }: QuotedWords): StoryQuotation => ({
  words,
  range: toRange(document, span),
  speakers: names,
  verdict
})
