/** The coverage's words for a draft that is being written: while typing in quotation marks, and for whoever searches. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  MarkupKind
} from 'vscode-languageserver'
import { completions, placeOf, quoteAt, statements } from '../core/api.ts'
import { offsetOf } from './from-lsp.ts'
import { Refusal } from './guard.ts'
import type { SearchParams, SearchResult } from './protocol.ts'
import { known } from './requests.ts'
import type { Session } from './session.ts'
import { plainText, toRange } from './to-lsp.ts'

/** Statements that fit behind the opening mark; asked for again at every letter, since the next ones rank them anew. */
export function completion(session: Session, { textDocument, position }: CompletionParams): CompletionList | null {
  const { document, analysis } = known(session, textDocument.uri)
  const offset = offsetOf(document, position)
  const found = session.settings(textDocument.uri).enable ? completions(analysis, offset) : null
  if (!found) return null
  const range = toRange(document, found.span)
  const filterText = document.getText().slice(found.span.start, found.span.end)
  const items = found.items.map(
    ({ label, detail, documentation, newText }, i): CompletionItem => ({
      label,
      detail,
      kind: CompletionItemKind.Text,
      documentation: session.abilities.markdownCompletion
        ? { kind: MarkupKind.Markdown, value: documentation }
        : { kind: MarkupKind.PlainText, value: plainText(documentation) },
      textEdit: { range, newText },
      insertTextFormat: InsertTextFormat.PlainText,
      // What was typed, so that no client drops what holds the words further on.
      filterText,
      sortText: String(i).padStart(3, '0')
    })
  )
  return { isIncomplete: true, items }
}

/** Statements with the query's words, each ready to be put in at the position. Throws Refusal for a query that is none. */
export function search(session: Session, { textDocument, position, query, speaker }: SearchParams): SearchResult[] {
  if (typeof query !== 'string') throw new Refusal('a search should have a query, a text')
  if (speaker !== undefined && typeof speaker?.name !== 'string') throw new Refusal('a speaker should have a name')
  const { document, analysis } = known(session, textDocument.uri)
  const offset = offsetOf(document, position)
  const who = speaker ? { entity: speaker.entity ?? null, name: speaker.name } : null
  const { packs } = session.library(textDocument.uri).holdings
  return statements(analysis.coverage, who, query, MOST_RESULTS).map((statement) => ({
    words: statement.words,
    speaker: statement.passage.speaker ?? '',
    place: placeOf(statement.passage.article),
    newText: quoteAt(analysis, offset, statement, packs)
  }))
}

const MOST_RESULTS = 50
