/** Marked segments as tests draw them: `^` under a segment, `~` under one that is never closed. */
import { parseMarkdown } from '../../server/src/core/markdown/parse.ts'
import { markedSegments } from '../../server/src/core/quotation/marks.ts'
import type { Segment } from '../../server/src/core/quotation/quotation.ts'
import { toDraft } from '../../server/src/core/text/offset-map.ts'

/** The draft's marked segments, in draft offsets. */
export function segmentsOf(text: string): readonly { readonly start: number; readonly end: number; readonly closed: boolean }[] {
  return parseMarkdown(text).blocks.flatMap(({ prose, start }) =>
    markedSegments(prose.text, prose.paragraphs).map(({ span, close }: Segment<'prose'>) => ({
      ...toDraft(prose.map, span, start),
      closed: close !== null
    }))
  )
}

/** The text of a drawing, without the lines that draw. */
export const undrawn = (drawing: string): string =>
  drawing
    .split('\n')
    .filter((line) => !DRAWING.test(line))
    .join('\n')

const DRAWING = /^ *[\^~][\^~ ]*$/

/** The text with its marked segments drawn under the lines they stand in. */
export function drawn(text: string): string {
  const segments = segmentsOf(text)
  let at = 0
  const lines: string[] = []
  for (const line of text.split('\n')) {
    let drawing = ''
    for (const { start, end, closed } of segments) {
      const from = Math.max(start - at, 0)
      const to = Math.min(end - at, line.length)
      if (from < to) drawing = drawing.padEnd(from) + (closed ? '^' : '~').repeat(to - from)
    }
    lines.push(line, ...(drawing === '' ? [] : [drawing]))
    at += line.length + 1
  }
  return lines.join('\n')
}
