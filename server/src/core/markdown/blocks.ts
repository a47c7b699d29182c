/** The walk over the block structure: where blocks stand, which labels are defined, where comments are. */
import type { Tree, TreeCursor } from '@lezer/common'
import type { Block, Container, Markdown } from './block.ts'
import { commentText, normalLabel } from './extract.ts'

export type BlockStart = Pick<Block, 'kind' | 'start' | 'end' | 'level' | 'containers'>

const containerKinds: Readonly<Record<string, Container['kind']>> = {
  Blockquote: 'block-quote',
  ListItem: 'list-item',
  FootnoteDefinition: 'footnote'
}

const transparent = new Set(['Document', 'BulletList', 'OrderedList', 'Table', 'TableHeader', 'TableRow'])

/** Blocks in draft order, the labels of link definitions, and comments that stand as blocks; `origin` is added to every offset. */
export function walk(
  tree: Tree,
  body: string,
  origin: number
): { starts: BlockStart[]; labels: Set<string>; comments: Markdown['comments'][number][] } {
  const starts: BlockStart[] = []
  const labels = new Set<string>()
  const comments: Markdown['comments'][number][] = []
  let ordinal = 0
  const none: readonly Container[] = []

  const each = (cursor: TreeCursor, containers: readonly Container[]): void => {
    if (!cursor.firstChild()) return
    do one(cursor, containers)
    while (cursor.nextSibling())
    cursor.parent()
  }

  const add = ({ from, to }: TreeCursor, kind: Block['kind'], level: number, containers: readonly Container[]): void => {
    if (to > from) starts.push({ kind, start: from + origin, end: to + origin, level, containers })
  }

  const one = (cursor: TreeCursor, containers: readonly Container[]): void => {
    const { name, from, to } = cursor
    const container = containerKinds[name]
    if (name === 'Paragraph' || name === 'Task') add(cursor, 'paragraph', 0, containers)
    else if (name === 'TableCell') add(cursor, 'table-cell', 0, containers)
    else if (name.startsWith('ATXHeading') || name.startsWith('SetextHeading')) add(cursor, 'heading', Number(name.at(-1)), containers)
    else if (name === 'CommentBlock') {
      // What ends a line of Windows is part of the block.
      const words = body.slice(from, to).trimEnd()
      comments.push({ start: from + origin, end: from + origin + words.length, text: commentText(words) })
    } else if (name === 'LinkReference') labels.add(normalLabel(/^\[((?:\\.|[^\]\\])*)\]/.exec(body.slice(from, to))?.[1] ?? ''))
    else if (container) {
      ordinal += 1
      each(cursor, [...containers, { kind: container, ordinal }])
    } else if (transparent.has(name)) each(cursor, containers)
  }

  one(tree.cursor(), none)
  return { starts, labels, comments }
}
