/** A text with its places as the client counts them: in units of UTF-16, in bytes of UTF-8 or in characters. */
import type { Position, TextDocumentItem } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Span } from '../core/api.ts'

/** In what the client counts the characters of a line. */
export type Encoding = 'utf-16' | 'utf-8' | 'utf-32'

/** The first of those offered that is known; clients that offer none count as the protocol did before there was a choice. */
export const encodingFor = (offered: readonly string[] = []): Encoding =>
  offered.find((one): one is Encoding => one === 'utf-16' || one === 'utf-8' || one === 'utf-32') ?? 'utf-16'

export interface Document {
  readonly uri: string
  readonly languageId: string
  readonly version: number
  getText(): string
  /** Offsets count UTF-16 units. One outside the text counts as its end, one inside a line break as before it. */
  positionAt(offset: number): Position
  /** Beyond a line's end it is that end, beyond the text's end the text's, and inside a character its beginning. */
  offsetAt(position: Position): number
  /** Puts other words in the place of a stretch, which lies inside the text. */
  replace(span: Span, newText: string, version: number): void
  replaceAll(newText: string, version: number): void
}

export function createDocument({ uri, languageId, version, text }: TextDocumentItem, encoding: Encoding): Document {
  const document = TextDocument.create(uri, languageId, version, text)
  return {
    uri,
    languageId,
    get version() {
      return document.version
    },
    getText: () => document.getText(),
    replace(span, newText, next) {
      const range = { start: document.positionAt(span.start), end: document.positionAt(span.end) }
      TextDocument.update(document, [{ range, text: newText }], next)
    },
    replaceAll(newText, next) {
      TextDocument.update(document, [{ text: newText }], next)
    },
    ...(encoding === 'utf-16'
      ? { positionAt: (offset) => document.positionAt(offset), offsetAt: (position) => document.offsetAt(position) }
      : counted(document, sizes[encoding]))
  }
}

/** How many of the client's units the text takes. */
export function lengthIn(encoding: Encoding, text: string): number {
  if (encoding === 'utf-16') return text.length
  let length = 0
  for (const character of text) length += sizes[encoding](character.codePointAt(0) as number)
  return length
}

/** What a character takes, by its code point. Half of a pair alone goes over the wire as a sign of three bytes. */
const sizes = {
  'utf-8': (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4),
  'utf-32': (): number => 1
} satisfies Partial<Record<Encoding, (point: number) => number>>

/** Places are mostly asked for in the order of the text, so that the count goes on from the last one where it can. */
function counted(document: TextDocument, size: (point: number) => number): Pick<Document, 'positionAt' | 'offsetAt'> {
  let last = { text: '', start: 0, offset: 0, count: 0 }

  /** From a line's beginning to the last character that is complete before both limits. */
  const walk = (start: number, limit: number, mostCounted: number): { readonly offset: number; readonly count: number } => {
    const text = document.getText()
    const goesOn = last.text === text && last.start === start && last.offset <= limit && last.count <= mostCounted
    let { offset, count } = goesOn ? last : { offset: start, count: 0 }
    while (offset < text.length) {
      const point = text.codePointAt(offset) as number
      const end = offset + (point > 0xffff ? 2 : 1)
      if (point === LF || point === CR || end > limit || count + size(point) > mostCounted) break
      offset = end
      count += size(point)
    }
    last = { text, start, offset, count }
    return last
  }

  return {
    positionAt(offset) {
      const { line, character } = document.positionAt(offset)
      const start = document.offsetAt({ line, character: 0 })
      return { line, character: walk(start, start + character, Number.POSITIVE_INFINITY).count }
    },
    offsetAt({ line, character }) {
      const start = document.offsetAt({ line, character: 0 })
      return line < 0 || line >= document.lineCount ? start : walk(start, Number.POSITIVE_INFINITY, character).offset
    }
  }
}

const LF = 10
const CR = 13
