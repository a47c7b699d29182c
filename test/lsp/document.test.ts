/** Places as a client counts them: each way of counting leads there and back, whatever signs stand in the text. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { createDocument, type Document, type Encoding, encodingFor, lengthIn } from '../../server/src/lsp/document.ts'
import { applyChanges } from '../../server/src/lsp/from-lsp.ts'

const encodings: readonly Encoding[] = ['utf-16', 'utf-8', 'utf-32']
const documentOf = (text: string, encoding: Encoding): Document =>
  createDocument({ uri: 'file:///story.md', languageId: 'markdown', version: 1, text }, encoding)

/** Letters of one to four bytes, halves of pairs, and every line break. */
const piece = fc.constantFrom('a', 'é', '“', '🙂', '\ud83d', '\ude42', '\n', '\r\n', '\r', ' ', '\u2028')
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

/** An offset that is neither inside a line break nor, but for UTF-16, inside a character. */
const isPlace = (text: string, offset: number, encoding: Encoding): boolean => {
  const around = text.slice(Math.max(0, offset - 1), offset + 1)
  return around !== '\r\n' && (encoding === 'utf-16' || !/^[\ud800-\udbff][\udc00-\udfff]$/.test(around))
}

test('offsets lead to positions and back, in every way of counting', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...encodings), (written, encoding) => {
      const document = documentOf(written, encoding)
      for (let offset = 0; offset <= written.length; offset += 1)
        if (isPlace(written, offset, encoding)) expect(document.offsetAt(document.positionAt(offset))).toBe(offset)
    })
  )
})

test('a character counts what its line has before it', () => {
  fc.assert(
    fc.property(text, fc.nat(60), (written, wanted) => {
      const offset = Math.min(wanted, written.length)
      const plain = documentOf(written, 'utf-16').positionAt(offset)
      const line = written.split(/\r\n|\r|\n/)[plain.line] ?? ''
      // Inside a pair, the place is before it.
      const before = line
        .slice(0, plain.character)
        .replace(/[\ud800-\udbff]$/, (half) => (/^[\udc00-\udfff]/.test(line.slice(plain.character)) ? '' : half))
      expect(documentOf(written, 'utf-8').positionAt(offset)).toEqual({ line: plain.line, character: Buffer.byteLength(before) })
      expect(documentOf(written, 'utf-32').positionAt(offset)).toEqual({ line: plain.line, character: [...before].length })
      expect(lengthIn('utf-8', before)).toBe(Buffer.byteLength(before))
    })
  )
})

test('the same edits, each counted in its way, leave the same text', () => {
  const edit = fc.record({ from: fc.nat(60), length: fc.nat(6), text })
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 6 }), (written, edits) => {
      const documents = encodings.map((encoding) => documentOf(written, encoding))
      edits.forEach(({ from, length, text: newText }) => {
        const now = documents[0]?.getText() ?? ''
        const [start, end] = [from, from + length].map((offset) => {
          const at = Math.min(offset, now.length)
          return isPlace(now, at, 'utf-8') ? at : at - 1
        }) as [number, number]
        const replacements = documents.map((document) => {
          const range = { start: document.positionAt(start), end: document.positionAt(end) }
          const change: TextDocumentContentChangeEvent = { range, text: newText }
          // Of several changes that come at once, each has the same version.
          return applyChanges(document, [change], 2)
        })
        expect(replacements[1]).toEqual(replacements[0])
        expect(replacements[2]).toEqual(replacements[0])
      })
      expect(documents.map((document) => document.getText())).toEqual(documents.map(() => documents[0]?.getText()))
    })
  )
})

test('what lies outside is brought in: beyond a line its end, inside a character its beginning, beyond the text its end', () => {
  const document = documentOf('a“🙂\r\nb', 'utf-8')
  const offset = (line: number, character: number) => document.offsetAt({ line, character })
  expect([0, 1, 2, 3, 4, 5, 7, 8, 9, 99].map((character) => offset(0, character))).toEqual([0, 1, 1, 1, 2, 2, 2, 4, 4, 4])
  expect([offset(1, 5), offset(2, 0), offset(-1, 3), offset(0, -1)]).toEqual([7, 7, 0, 0])
  expect(document.positionAt(99)).toEqual({ line: 1, character: 1 })
})

test('counting goes on where it stopped, so that the places of one endless line cost no more than the line', () => {
  const document = documentOf('“🙂”'.repeat(100_000), 'utf-8')
  let last = 0
  for (let offset = 0; offset < 400_000; offset += 4) last = document.positionAt(offset).character
  expect(last).toBe(99_999 * 10)
})

test('the client’s first choice that is known is taken, and UTF-16 where there is none', () => {
  expect([
    encodingFor(['utf-7', 'utf-32', 'utf-8']),
    encodingFor(['utf-8', 'utf-16']),
    encodingFor(['x']),
    encodingFor([]),
    encodingFor()
  ]).toEqual(['utf-32', 'utf-8', 'utf-16', 'utf-16', 'utf-16'])
})
