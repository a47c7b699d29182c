/** The client's words as ours: positions to offsets, changes to edits. Distrusts what it reads, since a draft once out of step stays so. */
import type { DidOpenTextDocumentParams, Position, Range, TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver'
import type { Span } from '../core/api.ts'
import type { Document } from './document.ts'
import { Refusal } from './guard.ts'

/** A stretch of a text that was replaced by so many units; offsets into the text before it. */
export interface Replacement extends Span {
  readonly inserted: number
}

/** Throws Refusal for parameters that are not about a document; what else they should have is looked at where it is used. */
export function aboutDocument<P>(params: P): P {
  const { textDocument } = (params ?? {}) as { readonly textDocument?: { readonly uri?: unknown } | null }
  if (typeof textDocument?.uri !== 'string') throw new Refusal('the parameters should name a document by its URI')
  return params
}

/** The document as the client opens it. Throws Refusal where something of it is missing. */
export function openedIn(params: DidOpenTextDocumentParams): TextDocumentItem {
  const item = aboutDocument(params).textDocument
  const { version, text } = item
  if (typeof text !== 'string' || !Number.isInteger(version)) throw new Refusal(`${item.uri}: a document should have a text and a version`)
  return { ...item, languageId: String(item.languageId) }
}

/** The offset of a position; beyond a line's end it is that end, beyond the draft's end the draft's. Throws Refusal when it is none. */
export function offsetOf(document: Document, position: Position): number {
  if (!isPosition(position)) throw new Refusal(`${document.uri}: a position should have a line and a character`)
  return document.offsetAt(position)
}

export function spanOf(document: Document, range: Range): Span {
  const start = offsetOf(document, range?.start)
  const end = offsetOf(document, range?.end)
  return start <= end ? { start, end } : { start: end, end: start }
}

/**
 * Makes the changes to the document, one after the other as the protocol has it, and tells what each replaced.
 * Throws Refusal before the first change is made when one of them is malformed.
 */
export function applyChanges(
  document: Document,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number
): readonly Replacement[] {
  if (!Array.isArray(changes) || !changes.every(isChange))
    throw new Refusal(`${document.uri}: a change should have a text and a range of positions`)
  if (!Number.isInteger(version)) throw new Refusal(`${document.uri}: a change should have a version`)
  return changes.map((change) => applyChange(document, change, version))
}

function applyChange(document: Document, change: TextDocumentContentChangeEvent, version: number): Replacement {
  if (!('range' in change) || !change.range) {
    const before = document.getText()
    document.replaceAll(change.text, version)
    return difference(before, change.text)
  }
  // Ranges beyond the draft are brought back into it.
  const span = spanOf(document, change.range)
  document.replace(span, change.text, version)
  return { ...span, inserted: change.text.length }
}

/** What lies between the longest common beginning and end. */
function difference(before: string, after: string): Replacement {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  let same = 0
  while (same < shorter - start && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same += 1
  return { start, end: before.length - same, inserted: after.length - same - start }
}

function isChange(change: unknown): change is TextDocumentContentChangeEvent {
  if (typeof change !== 'object' || change === null || !('text' in change) || typeof change.text !== 'string') return false
  if (!('range' in change) || change.range === undefined || change.range === null) return true
  const { start, end } = change.range as Partial<Range>
  return isPosition(start) && isPosition(end)
}

function isPosition(position: unknown): position is Position {
  if (typeof position !== 'object' || position === null || !('line' in position) || !('character' in position)) return false
  return Number.isInteger(position.line) && Number.isInteger(position.character)
}
