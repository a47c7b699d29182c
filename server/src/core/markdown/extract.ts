/** From the inline syntax of one block to its prose: markup dropped, escapes and entities decoded, every unit mapped. */
import type { SyntaxNode } from '@lezer/common'
import { decodeEntity } from './entities.ts'
import { OBJECT, type Prose } from './prose.ts'
import { ProseBuilder } from './prose-builder.ts'

/** Stands in the prose as one object: it has a place in the sentence, and no words. */
const objects = new Set(['InlineCode', 'Image', 'Autolink', 'URL', 'Shortcode', 'Expression'])

const dropped = new Set([
  'EmphasisMark',
  'StrikethroughMark',
  'LinkMark',
  'HeaderMark',
  'QuoteMark',
  'ListMark',
  'TaskMarker',
  'CodeMark',
  'TableDelimiter',
  'FootnoteMark',
  'LinkTitle',
  'HTMLTag',
  'ProcessingInstruction',
  'Attributes'
])

/** ``We go,'' she said. ``Now.'': between two quotations in TeX's marks, Markdown sees code. */
const TEX = /^``[^\s`][^`]*''[^`]*``$/

const styles: Readonly<Record<string, Prose['styled'][number]['style']>> = { Emphasis: 'emphasis', StrongEmphasis: 'strong', Link: 'link' }

/** Markup nested deeper than anybody writes stands in the prose as it is written. */
const DEEPEST = 100

export interface Extract {
  readonly prose: Prose
  /** Comments inside the block, from its start. */
  readonly comments: readonly { readonly start: number; readonly end: number; readonly text: string }[]
}

/** The prose of the block that the node is; `text` is what the tree was parsed from. `defined` tells which link labels the draft defines. */
export function extract(node: SyntaxNode, text: string, defined: (label: string) => boolean): Extract {
  const builder = new ProseBuilder(text, node.from)
  const comments: { start: number; end: number; text: string }[] = []

  let depth = 0

  const inside = (parent: SyntaxNode, from: number, to: number, literal: boolean): void => {
    if (depth > DEEPEST) {
      builder.text(from, to)
      return
    }
    depth += 1
    let at = from
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.to <= from) continue
      if (child.from >= to) break
      builder.text(at, child.from)
      one(child, literal)
      at = child.to
    }
    builder.text(at, to)
    depth -= 1
  }

  const one = (child: SyntaxNode, literal: boolean): void => {
    const { name, from, to } = child
    if (name === 'Escape') builder.whole(text.slice(from + 1, to), from, to)
    else if (name === 'Entity') builder.whole(decodeEntity(text.slice(from, to)), from, to)
    else if (name === 'HardBreak') builder.lineBreak(from, to)
    else if (name === 'Comment') comments.push({ start: from - node.from, end: to - node.from, text: commentText(text.slice(from, to)) })
    else if (name === 'Link') link(child)
    else if (literal && (name === 'LinkMark' || name === 'LinkLabel')) builder.text(from, to)
    else if (name === 'InlineCode' && TEX.test(text.slice(from, to))) builder.text(from, to)
    else if (objects.has(name)) builder.whole(OBJECT, from, to)
    else if (!dropped.has(name)) styled(child, from, to)
  }

  const styled = (child: SyntaxNode, from: number, to: number): void => {
    const start = builder.length
    inside(child, from, to, false)
    const style = styles[child.name]
    if (style) builder.style(style, start)
  }

  const link = (child: SyntaxNode): void => {
    const { from, to } = child
    const words = text.slice(from, to)
    if (/^\[\^[^\]\s]+\]$/.test(words)) return
    const reference = referenceOf(child, text)
    // Lezer takes every “[sic]” for a link; without a definition it is what the writer wrote.
    if (reference !== null && !defined(reference)) {
      inside(child, from, to, true)
      return
    }
    const marks = child.getChildren('LinkMark')
    const start = builder.length
    inside(child, marks[0]?.to ?? from, marks[1]?.from ?? to, false)
    builder.style('link', start)
  }

  inside(node, node.from, node.to, false)
  return { prose: builder.finish(), comments }
}

/** The label a link refers by, normalised; null for a link with a target of its own. */
function referenceOf(link: SyntaxNode, text: string): string | null {
  if (link.getChild('URL') || text[link.getChildren('LinkMark')[1]?.to ?? link.to] === '(') return null
  const label = link.getChild('LinkLabel')
  const words =
    label && label.to - label.from > 2
      ? text.slice(label.from + 1, label.to - 1)
      : text.slice(link.from + 1, link.getChildren('LinkMark')[1]?.from ?? link.to - 1)
  return normalLabel(words)
}

/** Every label that the text may refer to, normalised. */
export const labelsIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(/\[((?:\\.|[^[\]\\])+)\]/g), ([, label]) => normalLabel(label as string)))
]

/** Labels match without case and with white space collapsed. */
export const normalLabel = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase()

export const commentText = (comment: string): string =>
  comment
    .replace(/^(?:<!--|\{\/\*)/, '')
    .replace(/(?:-->|\*\/\})$/, '')
    .trim()
