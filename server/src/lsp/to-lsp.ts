/** Our answers as the client's: spans to ranges, findings to diagnostics, fixes to code actions, outlines to symbols. */
import * as l10n from '@vscode/l10n'
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type DocumentSymbol,
  type Location,
  type Hover as LspHover,
  MarkupKind,
  type Range,
  type SnippetTextEdit,
  type SymbolInformation,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit
} from 'vscode-languageserver'
import type { Finding, Fix, Hover, OutlineItem, PassagePlace, Related, Severity, Span } from '../core/api.ts'
import type { Abilities } from './abilities.ts'
import type { Document } from './document.ts'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint
}

const symbolKinds: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  headline: SymbolKind.File,
  lede: SymbolKind.Constant,
  takeaway: SymbolKind.Namespace,
  quotation: SymbolKind.String
}

export const toRange = (document: Document, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end)
})

/** Where an editor opens a passage of the coverage; null where it cannot. */
export type Locate = (passage: PassagePlace) => Location | null

/** What of a finding the client can show besides. */
export interface Shown {
  /** The other places that a finding speaks of, those in the coverage where `locate` knows them. */
  readonly related: boolean
  readonly locate: Locate
  /** Where the pages of the rules are, a URI with a slash at its end; null where the client cannot open them. */
  readonly pages: string | null
}

export const toDiagnostic = (document: Document, { span, severity, rule, message, related }: Finding, shown: Shown): Diagnostic => ({
  range: toRange(document, span),
  severity: severities[severity],
  code: rule,
  ...(shown.pages === null ? {} : { codeDescription: { href: `${shown.pages}${rule}.md` } }),
  source: 'saidby',
  message,
  ...(related && shown.related ? { relatedInformation: related.flatMap((other) => toRelated(document, other, shown.locate)) } : {})
})

function toRelated(document: Document, other: Related, locate: Locate): DiagnosticRelatedInformation[] {
  const location = other.kind === 'draft' ? { uri: document.uri, range: toRange(document, other.span) } : locate(other.passage)
  return location ? [{ location, message: other.message }] : []
}

export const toCodeAction = (document: Document, fix: Fix, diagnostic: Diagnostic, abilities: Abilities): CodeAction => ({
  title: fix.title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnostic],
  isPreferred: fix.preferred,
  edit: toWorkspaceEdit(document, fix, abilities)
})

/** Where the client takes document changes, it refuses by their version what was made for an older text. */
export function toWorkspaceEdit(
  document: Document,
  { edits, blank }: Pick<Fix, 'edits' | 'blank'>,
  { versionedEdits, snippetEdits }: Abilities
): WorkspaceEdit {
  const plain = edits.map((edit) => ({ range: toRange(document, edit), newText: inLanguage(document, edit.newText) }))
  if (!versionedEdits) return { changes: { [document.uri]: plain } }
  const asSnippet = ({ range, newText }: TextEdit): TextEdit | SnippetTextEdit =>
    snippetEdits && blank !== undefined && newText.includes(blank) && !isIndented(document, newText, range)
      ? { range, snippet: { kind: 'snippet', value: snippetOf(newText, blank) } }
      : { range, newText }
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: plain.map(asSnippet) }] }
}

/** MDX has comments of its own, and takes HTML’s for a mistake. */
const inLanguage = ({ languageId }: Document, text: string): string =>
  languageId === 'mdx' ? text.replace(/<!-- (saidby: .*?) -->/g, '{/* $1 */}') : text

/** An editor indents the further lines of a snippet as it does its first, and they bring their own indent already. */
const isIndented = (document: Document, newText: string, { start }: Range): boolean =>
  newText.includes('\n') && /\s/.test(document.getText().charAt(document.offsetAt({ line: start.line, character: 0 })))

/** The text as a snippet: the blank is where the cursor stops, and every other sign stands for itself. */
export function snippetOf(text: string, blank: string): string {
  const literal = (words: string): string => words.replace(/[\\$}]/g, '\\$&')
  return text
    .split(blank)
    .map(literal)
    .join(`\${1:${literal(blank)}}`)
}

export const toHover = (document: Document, { span, markdown }: Hover, asMarkdown: boolean): LspHover => ({
  contents: asMarkdown ? { kind: MarkupKind.Markdown, value: markdown } : { kind: MarkupKind.PlainText, value: plainText(markdown) },
  range: toRange(document, span)
})

export const toDocumentSymbol = (document: Document, item: OutlineItem): DocumentSymbol => ({
  name: symbolName(item),
  detail: item.detail,
  kind: symbolKinds[item.kind],
  range: toRange(document, item.span),
  selectionRange: toRange(document, item.selection),
  children: item.children.map((child) => toDocumentSymbol(document, child))
})

/** For clients without a tree: in draft order, each saying what it stands under. */
export function toSymbolInformation(document: Document, item: OutlineItem, containerName?: string): SymbolInformation[] {
  const name = symbolName(item)
  const symbol: SymbolInformation = {
    name: item.detail ? `${name} (${item.detail})` : name,
    kind: symbolKinds[item.kind],
    location: { uri: document.uri, range: toRange(document, item.span) },
    ...(containerName === undefined ? {} : { containerName })
  }
  return [symbol, ...item.children.flatMap((child) => toSymbolInformation(document, child, name))]
}

/** VS Code drops the whole outline when one name is empty, as a heading just begun is. */
const symbolName = ({ title, kind }: OutlineItem): string => title.trim() || untitled(kind)

function untitled(kind: OutlineItem['kind']): string {
  switch (kind) {
    case 'headline':
      return l10n.t('headline')
    case 'lede':
      return l10n.t('lede')
    case 'takeaway':
      return l10n.t('takeaway')
    case 'quotation':
      return l10n.t('quotation')
  }
}

/** Markdown of ours without its marks; a changed word stands as *[never → not]*, a link with its address. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/~~(.+?)~~ \*\*(.+?)\*\*/g, '[$1 → $2]')
    .replace(/~~(.+?)~~/g, `[$1 → ${l10n.t('nothing')}]`)
    .replace(/\[([^\]]*)\]\((https?:[^)]*)\)/g, '$1 ($2)')
    .replace(/^> ?/gm, '  ')
    .replace(/\\([^\w\s])|\*\*|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])/g, '$1')
}
