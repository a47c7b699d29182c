/** How a story begins: its headline, and the paragraph that says what happened. */
import type { Block, Markdown } from '../markdown/block.ts'
import type { Section } from './section.ts'

/** The headline: the front matter's title, a heading of the first level, or a first line that is no sentence. */
export function headlineOf({ blocks, frontMatter }: Markdown): Section | null {
  const titleLine = frontMatter && /^(?:title|headline):[ \t]*(["']?)(.+?)\1[ \t]*$/m.exec(frontMatter.text)
  const first = blocks[0]
  const heading = first?.kind === 'heading' && first.level === 1 ? first : null
  if (heading) return blockSection('headline', heading)
  if (frontMatter && titleLine?.[2]) {
    const start = frontMatter.start + titleLine.index + titleLine[0].indexOf(titleLine[2])
    const span = { start, end: start + titleLine[2].length }
    return { kind: 'headline', title: titleLine[2], span, selection: span, mark: null, takeaway: null }
  }
  return first && isBareHeadline(first) ? blockSection('headline', first) : null
}

/** A draft pasted from elsewhere has its headline as a plain first line: short, and no sentence. */
function isBareHeadline({ kind, containers, prose }: Block): boolean {
  if (kind === 'heading') return true
  return (
    kind === 'paragraph' && containers.length === 0 && prose.text.length <= 160 && !prose.text.includes('\n') && !endsSentence(prose.text)
  )
}

/** The first paragraph that is a sentence: a dateline, a byline or a caption without a full stop is none. */
export function ledeOf(blocks: readonly Block[], headline: Section | null): Section | null {
  const after = headline ? headline.span.end : 0
  for (const block of blocks) {
    if (block.start < after) continue
    if (block.kind === 'heading' && block.level > 1) return null
    const { text } = block.prose
    if (block.kind === 'paragraph' && block.containers.length === 0 && text.length >= 40 && endsSentence(text))
      return blockSection('lede', block)
  }
  return null
}

function blockSection(kind: 'headline' | 'lede', block: Block): Section {
  const span = { start: block.start, end: block.end }
  return { kind, title: oneLine(block.prose.text), span, selection: span, mark: null, takeaway: null }
}

export const endsSentence = (text: string): boolean => /[.!?…]["'”’»)\]]*\s*$/.test(text)

export const oneLine = (text: string): string => text.replaceAll('\n', ' ').trim()
