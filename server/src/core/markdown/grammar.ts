/** Markdown as drafts use it: CommonMark, GitHub's tables and strikethrough, footnotes, and what its dialects add. */
import { GFM, type MarkdownConfig, parser } from '@lezer/markdown'
import { dialects } from './dialects.ts'

/** `[^1]: A note.` opens a container that goes on over lines indented by four. */
const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite(_, line, value) {
        if (line.next < 0) return true
        if (line.indent < line.baseIndent + value) return false
        line.moveBaseColumn(line.baseIndent + value)
        return true
      }
    },
    { name: 'FootnoteMark' }
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'LinkReference',
      parse(context, line) {
        const mark = /^\[\^[^\]\s]+\]:[ \t]*/.exec(line.text.slice(line.pos))
        if (!mark || line.indent - line.baseIndent >= 4) return false
        context.startComposite('FootnoteDefinition', line.pos, 4)
        context.addElement(context.elt('FootnoteMark', context.lineStart + line.pos, context.lineStart + line.pos + mark[0].length))
        line.moveBase(line.pos + mark[0].length)
        return null
      }
    }
  ]
}

/**
 * Runs of plain words are passed over at once: without it, a dozen parsers are asked at every letter. Only where the block
 * may hold a bare address does each word have to be looked at.
 */
const plainWords: MarkdownConfig = {
  parseInline: [
    {
      name: 'PlainWords',
      before: 'Escape',
      parse(context, next, pos) {
        if (!isPlain(next) || mayHoldAddress(context.text)) return -1
        const { text, offset } = context
        let at = pos - offset + 1
        while (at < text.length && isPlain(text.charCodeAt(at))) at += 1
        // A space before a line's end may be a hard break.
        while (at > pos - offset + 1 && text.charCodeAt(at - 1) === 32) at -= 1
        return at + offset
      }
    }
  ]
}

/** Letters, digits, single spaces and the signs that no parser asks for. */
const isPlain = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) ||
  unit === 32 ||
  unit === 44 ||
  unit === 46 ||
  (unit >= 65 && unit <= 90) ||
  (unit >= 48 && unit <= 57) ||
  unit >= 0x2013

let looked = ''
let address = false

/** The text of one block is asked about again and again. */
function mayHoldAddress(text: string): boolean {
  if (looked !== text) {
    looked = text
    address = /www\.|:\/\/|@|mailto:|xmpp:/i.test(text)
  }
  return address
}

export const grammar = parser.configure([GFM, footnotes, dialects, plainWords])
