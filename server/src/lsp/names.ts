/** Everything an editor asks about names: where else they stand, where they come from, what they are to be called, and how they look. */
import * as l10n from '@vscode/l10n'
import {
  type CancellationToken,
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
import type { Files } from '../store/files.ts'
import { everyDraft } from './drafts.ts'
import { offsetOf, spanOf } from './from-lsp.ts'
import { Refusal } from './guard.ts'
import { entries } from './links.ts'
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

/** Every place of every draft in the workspace where they are meant; null where nobody is. Ends early when it is cancelled. */
export async function nameReferences(
  session: Session,
  files: Files,
  folders: readonly string[],
  { textDocument, position }: ReferenceParams,
  token: CancellationToken
): Promise<Location[] | null> {
  const { document, analysis } = known(session, textDocument.uri)
  const whom = session.settings(textDocument.uri).enable ? whomAt(analysis, offsetOf(document, position)) : null
  if (!whom) return null
  const found: Location[] = []
  for await (const draft of everyDraft(session, files, folders)) {
    if (token.isCancellationRequested) break
    const { uri } = draft.document
    for (const { span } of occurrences(draft.analysis, whom.chain)) found.push({ uri, range: toRange(draft.document, span) })
  }
  return found
}

/** Their entry in the pack that knows them. */
export function nameDefinition(session: Session, { textDocument, position }: DefinitionParams): Definition | null {
  const { document, analysis } = known(session, textDocument.uri)
  const entity = session.settings(textDocument.uri).enable ? whomAt(analysis, offsetOf(document, position))?.entity : null
  if (!entity) return null
  return [...entries(analysis, entity.id, locateFor(session, textDocument.uri))]
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

/** People and takeaways of every draft in the workspace; people, statements and takeaways of their coverage. Ends early when it is cancelled. */
export async function workspaceSymbols(
  session: Session,
  files: Files,
  folders: readonly string[],
  { query }: WorkspaceSymbolParams,
  token: CancellationToken
): Promise<WorkspaceSymbol[]> {
  const found: WorkspaceSymbol[] = []
  const uris = new Set([...session.drafts.keys(), ...folders.map((folder) => `${folder}/draft.md`)])
  found.push(...[...uris].flatMap((uri) => symbolsOfPacks(session, uri, query)))
  for await (const { document, analysis } of everyDraft(session, files, folders)) {
    if (token.isCancellationRequested || found.length >= MOST_SYMBOLS) break
    const { uri } = document
    for (const { name, kind, span } of draftSymbols(analysis, query))
      found.push({ name, kind: symbolKinds[kind], location: { uri, range: toRange(document, span) } })
  }
  const places = new Set<string>()
  return found
    .filter(({ name, location }) => {
      const place = JSON.stringify([name, location])
      return !places.has(place) && places.add(place)
    })
    .slice(0, MOST_SYMBOLS)
}

/** What is known to a draft that has the URI or would stand in that folder. */
function symbolsOfPacks(session: Session, uri: string, query: string): WorkspaceSymbol[] {
  const locate = locateFor(session, uri)
  return session.library(uri).holdings.packs.flatMap((pack) =>
    packSymbols(pack, query).flatMap(({ id, name, kind }): WorkspaceSymbol[] => {
      const location = locate({ article: { id: `${pack.id}#${id}` }, start: 0, end: 0 })
      return location ? [{ name, kind: symbolKinds[kind], location, containerName: pack.title }] : []
    })
  )
}

const MOST_SYMBOLS = 500
