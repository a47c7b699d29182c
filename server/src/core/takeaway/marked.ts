/** Takeaways that a draft marks: by headings, numbers, bold lead-ins, short lines, *first, second, third*, or the items of a list. */
import type { Block, Markdown } from '../markdown/block.ts'
import { toDraft } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import { leadIns } from './lead-ins.ts'
import type { Mark, Section } from './section.ts'

/** Where a takeaway begins. */
export interface Start {
  readonly mark: Mark
  /** Index of its first block. */
  readonly block: number
  readonly title: string
  /** The words that name it, in the block's prose. */
  readonly words: Span<'prose'>
}

/**
 * The takeaways in draft order, none where nothing marks them. Of several ways of marking, the one that keeps what the headline
 * promises; else headings, then what is set most plainly.
 */
export function markedTakeaways(markdown: Markdown, headline: Section | null, promised: number | null): readonly Section[] {
  const starts = startsOf(markdown, headline, promised)
  return starts.map((start, i) => sectionOf(markdown, start, starts[i + 1]))
}

function startsOf(markdown: Markdown, headline: Section | null, promised: number | null): readonly Start[] {
  const headed = headings(markdown.blocks, headline)
  const kept = (ways: readonly Start[][]) => ways.find(({ length }) => length === promised)
  const several = (ways: readonly Start[][]) => ways.find(({ length }) => length >= 2)
  const plain = kept(headed) ?? (promised === null ? several(headed) : undefined)
  if (plain) return plain
  const ways = [...headed, ...leadIns(markdown, headline, promised)]
  return kept(ways) ?? several(ways) ?? ways.find(({ length }) => length === 1) ?? []
}

/** The headings of each level, the shallowest first; of numbered ones among others, the numbered. */
function headings(blocks: readonly Block[], headline: Section | null): Start[][] {
  const all = blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.containers.length === 0 && block.start !== headline?.selection.start ? [{ block, index }] : []
  )
  const levels = [...new Set(all.map(({ block }) => block.level))].sort()
  return levels.map((level) => {
    const own = all.filter(({ block }) => block.level === level)
    const numbered = own.filter(({ block }) => NUMBERED.test(block.prose.text))
    return (numbered.length >= 2 ? numbered : own).map(({ block: { prose }, index }) => ({
      mark: 'heading',
      block: index,
      title: prose.text.replaceAll('\n', ' ').trim(),
      words: { start: 0, end: prose.text.length }
    }))
  })
}

/** “1. No rise”, “No. 2: The hall”, “Takeaway 3 — Trade”. */
const NUMBERED = /^(?:#|no\.? ?|number |takeaway |lesson |point )?\d{1,2}(?:[.):]|\s*[–—-])/i

function sectionOf({ blocks, text }: Markdown, start: Start, next: Start | undefined): Section {
  const first = blocks[start.block]!
  const end = next ? blocks[next.block]!.start : endOfLast(blocks, start, text)
  const words = toDraft(first.prose.map, start.words, first.start)
  return {
    kind: 'takeaway',
    title: start.title,
    span: { start: first.start, end: first.start + withoutMarker(text.slice(first.start, end)).length },
    selection: start.mark === 'heading' ? { start: first.start, end: first.end } : words,
    mark: start.mark,
    takeaway: null
  }
}

/** The last takeaway ends at a heading that is none of its own; one in a list, with its item, where all stood in one list. */
function endOfLast(blocks: readonly Block[], { mark, block: index }: Start, text: string): number {
  const first = blocks[index]!
  const item = first.containers.findLast(({ kind }) => kind === 'list-item')
  const after = blocks.slice(index + 1).find((block) => {
    if (block.kind === 'heading' && block.containers.length === 0) return mark !== 'heading' || block.level <= first.level
    return mark === 'item' && item !== undefined && !block.containers.some(({ ordinal }) => ordinal === item.ordinal)
  })
  return after ? after.start : text.length
}

/** What stands between a takeaway and the next without the blank lines and the next item’s own marker. */
function withoutMarker(text: string): string {
  const line = text.lastIndexOf('\n') + 1
  const isMarker = line > 0 && /^(?:[-*+]|\d{1,9}[.)])?$/.test(text.slice(line).replace(/[ \t>]/g, ''))
  return (isMarker ? text.slice(0, line) : text).trimEnd()
}
