/** Everything an editor asks about names: where else they stand, where they come from, what they are to be called, and how they look. */
import * as l10n from '@vscode/l10n'
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  type Definition,
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type InlayHint,
  type InlayHintParams,
  type Location,
  type PrepareRenameParams,
  type ReferenceParams,
  type RenameParams,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams
} from 'vscode-languageserver'
import {
  type Coloured,
  colours,
  draftSymbols,
  nameCompletions,
  occurrences,
  packSymbols,
  pronounHints,
  renamable,
  renamed,
  type Verdict,
  whomAt
} from '../core/api.ts'
import { offsetOf, spanOf } from './from-lsp.ts'
import { Refusal } from './guard.ts'
import { locateFor } from './places.ts'
import { known } from './requests.ts'
import type { Session } from './session.ts'
import { toRange } from './to-lsp.ts'

/** Every place of the draft where they are meant: names as text, nouns and pronouns as reading. */
export function highlights(session: Session, { textDocument, position }: DocumentHighlightParams): DocumentHighlight[] | null {
  const { document, analysis } = known(session, textDocument.uri)
  const whom = session.settings(textDocument.uri).enable ? whomAt(analysis, offsetOf(document, position)) : null
  if (!whom) return null
  return occurrences(analysis, whom.chain).map(({ span, kind }) => ({
    range: toRange(document, span),
    kind: kind === 'name' ? DocumentHighlightKind.Text : DocumentHighlightKind.Read
  }))
}

/** Every place of every open draft where they are meant; null where nobody is. */
export function nameReferences(session: Session, { textDocument, position }: ReferenceParams): Location[] | null {
  const { document, analysis } = known(session, textDocument.uri)
  const whom = session.settings(textDocument.uri).enable ? whomAt(analysis, offsetOf(document, position)) : null
  if (!whom) return null
  return [...session.drafts].flatMap(([uri, draft]) => {
    const other = session.analysis(uri)
    return other ? occurrences(other, whom.chain).map(({ span }) => ({ uri, range: toRange(draft.document, span) })) : []
  })
}

/** Their entry in the pack that knows them. */
export function nameDefinition(session: Session, { textDocument, position }: DefinitionParams): Definition | null {
  const { document, analysis } = known(session, textDocument.uri)
  const entity = session.settings(textDocument.uri).enable ? whomAt(analysis, offsetOf(document, position))?.entity : null
  if (!entity) return null
  const locate = locateFor(session, textDocument.uri)
  const packs = analysis.packs.filter(({ entities }) => entities.some(({ id }) => id === entity.id))
  return packs.flatMap(({ id }) => locate({ article: { id: `${id}#${entity.id}` }, start: 0, end: 0 }) ?? [])
}

export function prepareRename(session: Session, { textDocument, position }: PrepareRenameParams) {
  const { document, analysis } = known(session, textDocument.uri)
  const found = session.settings(textDocument.uri).enable ? renamable(analysis, offsetOf(document, position)) : null
  return found && { range: toRange(document, found.span), placeholder: found.name }
}

/** Throws Refusal for a name that is none, and where there is nothing to rename. */
export function rename(session: Session, { textDocument, position, newName }: RenameParams): WorkspaceEdit {
  const { document, analysis } = known(session, textDocument.uri)
  const offset = offsetOf(document, position)
  const whom = whomAt(analysis, offset)
  if (!whom || !renamable(analysis, offset))
    throw new Refusal(l10n.t('There is no name here that could be changed; what stands in quotation marks stays.'))
  if (typeof newName !== 'string' || !/\p{L}/u.test(newName) || /[\n\r*_`[\]<>]/.test(newName))
    throw new Refusal(l10n.t('“{0}” is no name.', String(newName)))
  const changes: [string, number, TextEdit[]][] = [...session.drafts].flatMap(([uri, draft]) => {
    const other = session.analysis(uri)
    const edits = other ? renamed(other, whom, newName) : []
    if (edits.length === 0) return []
    return [[uri, draft.document.version, edits.map((edit) => ({ range: toRange(draft.document, edit), newText: edit.newText }))]]
  })
  return session.abilities.versionedEdits
    ? { documentChanges: changes.map(([uri, version, edits]) => ({ textDocument: { uri, version }, edits })) }
    : { changes: Object.fromEntries(changes.map(([uri, , edits]) => [uri, edits])) }
}

/** Names that begin as what was typed; null where no name is being typed. */
export function nameCompletion(session: Session, { textDocument, position }: CompletionParams): CompletionItem[] | null {
  const { document, analysis } = known(session, textDocument.uri)
  const found = session.settings(textDocument.uri).enable ? nameCompletions(analysis, offsetOf(document, position)) : null
  if (!found) return null
  const range = toRange(document, found.span)
  return found.items.map(({ label, detail, newText, kind }, i) => ({
    label,
    detail,
    kind: kind === 'person' ? CompletionItemKind.Constant : CompletionItemKind.Reference,
    textEdit: { range, newText },
    filterText: document.getText().startsWith('@', found.span.start) ? `@${label}` : label,
    sortText: String(i).padStart(3, '0')
  }))
}

/** Whom the pronouns beside quotations stand for, where the writer wants to see it. */
export function inlayHints(session: Session, { textDocument, range }: InlayHintParams): InlayHint[] {
  const { document, analysis } = known(session, textDocument.uri)
  const { enable, speakerHints } = session.settings(textDocument.uri)
  if (!enable || !speakerHints) return []
  return pronounHints(analysis, spanOf(document, range)).map(({ offset, name }) => ({
    position: document.positionAt(offset),
    label: `(${name})`,
    paddingLeft: true
  }))
}

const kinds: readonly Coloured['kind'][] = ['speaker', 'name', 'cue', 'quotation']
const verdicts: readonly Verdict[] = ['verbatim', 'trimmed', 'altered', 'spliced', 'unsupported']

/** The names of what is coloured, in the order of their numbers; `package.json` gives them their looks in VS Code. */
export const tokenLegend = {
  tokenTypes: ['saidbySpeaker', 'saidbyName', 'saidbyCue', 'saidbyQuotation'],
  tokenModifiers: [...verdicts]
}

export function semanticTokens(session: Session, { textDocument }: SemanticTokensParams): SemanticTokens {
  const { document, analysis } = known(session, textDocument.uri)
  const builder = new SemanticTokensBuilder()
  if (session.settings(textDocument.uri).enable && analysis.story)
    for (const { span, kind, verdict } of colours(analysis)) {
      const { start, end } = toRange(document, span)
      builder.push(
        start.line,
        start.character,
        end.character - start.character,
        kinds.indexOf(kind),
        verdict ? 1 << verdicts.indexOf(verdict) : 0
      )
    }
  return builder.build()
}

const symbolKinds = { person: SymbolKind.Object, other: SymbolKind.Constant, takeaway: SymbolKind.Namespace, statement: SymbolKind.String }

/** People and takeaways of the open drafts; people, statements and takeaways of their coverage. */
export function workspaceSymbols(session: Session, { query }: WorkspaceSymbolParams): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = []
  const packs = new Set<string>()
  for (const [uri, { document }] of session.drafts) {
    const analysis = session.analysis(uri)
    if (!analysis) continue
    for (const { name, kind, span } of draftSymbols(analysis, query))
      found.push({ name, kind: symbolKinds[kind], location: { uri, range: toRange(document, span) } })
    for (const pack of session.library(uri).holdings.packs) {
      if (packs.has(pack.id)) continue
      packs.add(pack.id)
      for (const { id, name, kind } of packSymbols(pack, query)) {
        if (found.length >= MOST_SYMBOLS) return found
        const location = locateFor(session, uri)({ article: { id: `${pack.id}#${id}` }, start: 0, end: 0 })
        if (location) found.push({ name, kind: symbolKinds[kind], location, containerName: pack.title })
      }
    }
  }
  return found
}

const MOST_SYMBOLS = 500
