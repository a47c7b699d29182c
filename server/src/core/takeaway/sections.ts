/** The parts of a story as its own headings and first lines mark them: headline, lede, takeaways. */
import type { Block, Markdown } from '../markdown/block.ts'
import type { Span } from '../text/span.ts'

export interface Section {
  readonly kind: 'headline' | 'lede' | 'takeaway'
  /** As a reader sees it, without markup. */
  readonly title: string
  /** All of it; a takeaway runs to the next heading of its level or above. */
  readonly span: Span
  /** The words that name it. */
  readonly selection: Span
}

/** Headline, lede and takeaways in draft order; whatever the draft does not show is left out, never made up. */
export function sections(markdown: Markdown): readonly Section[] {
  const headline = headlineOf(markdown)
  const lede = ledeOf(markdown.blocks, headline)
  return [headline, lede, ...takeaways(markdown, headline)].filter((section) => section !== null)
}

function headlineOf({ blocks, frontMatter }: Markdown): Section | null {
  const titleLine = frontMatter && /^(?:title|headline):[ \t]*(["']?)(.+?)\1[ \t]*$/m.exec(frontMatter.text)
  const first = blocks[0]
  const heading = first?.kind === 'heading' && first.level === 1 ? first : null
  if (heading) return section('headline', heading)
  if (frontMatter && titleLine?.[2]) {
    const start = frontMatter.start + titleLine.index + titleLine[0].indexOf(titleLine[2])
    const span = { start, end: start + titleLine[2].length }
    return { kind: 'headline', title: titleLine[2], span, selection: span }
  }
  return first && isBareHeadline(first) ? section('headline', first) : null
}

/** A draft pasted from elsewhere has its headline as a plain first line: short, and no sentence. */
function isBareHeadline({ kind, containers, prose }: Block): boolean {
  if (kind === 'heading') return true
  return (
    kind === 'paragraph' && containers.length === 0 && prose.text.length <= 160 && !prose.text.includes('\n') && !endsSentence(prose.text)
  )
}

/** The first paragraph that is a sentence: a dateline, a byline or a caption without a full stop is none. */
function ledeOf(blocks: readonly Block[], headline: Section | null): Section | null {
  const after = headline ? headline.span.end : 0
  for (const block of blocks) {
    if (block.start < after) continue
    if (block.kind === 'heading' && block.level > 1) return null
    const { text } = block.prose
    if (block.kind === 'paragraph' && block.containers.length === 0 && text.length >= 40 && endsSentence(text))
      return section('lede', block)
  }
  return null
}

/** The headings of the shallowest level under the headline, each with what stands under it. */
function takeaways({ blocks, text }: Markdown, headline: Section | null): Section[] {
  const headings = blocks.filter(
    (block) => block.kind === 'heading' && block.containers.length === 0 && block.start !== headline?.selection.start
  )
  const level = Math.min(...headings.map((heading) => heading.level))
  return headings.flatMap((heading, i) => {
    if (heading.level !== level) return []
    const next = headings.slice(i + 1).find((other) => other.level <= level)
    const end = next ? next.start : text.length
    return [
      {
        ...section('takeaway', heading),
        span: { start: heading.start, end: text.slice(heading.start, end).trimEnd().length + heading.start }
      }
    ]
  })
}

function section(kind: Section['kind'], block: Block): Section {
  const span = { start: block.start, end: block.end }
  return { kind, title: block.prose.text.replaceAll('\n', ' ').trim(), span, selection: span }
}

const endsSentence = (text: string): boolean => /[.!?…]["'”’»)\]]*\s*$/.test(text)
