/** Markdown as drafts use it: CommonMark, GitHub's tables and strikethrough, footnotes. */
import { GFM, type MarkdownConfig, parser } from '@lezer/markdown'

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

export const grammar = parser.configure([GFM, footnotes])
