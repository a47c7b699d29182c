/** What is quoted in a draft’s front matter: in its headline, its deck, its summary. */
import type { Markdown } from '../markdown/block.ts'
import { markedSegments } from '../quotation/marks.ts'
import type { Span } from '../text/span.ts'
import { type Wording, wordingOf } from './wording.ts'

export interface FrontMatterQuotation {
  /** With its marks. */
  readonly span: Span
  readonly wording: Wording<'draft'>
}

/** The marked segments of the lines that readers see, in draft offsets. The marks that only belong to the YAML are none. */
export function frontMatterQuotations({ frontMatter, text }: Markdown): readonly FrontMatterQuotation[] {
  if (!frontMatter) return []
  return [...frontMatter.text.matchAll(SEEN)].flatMap(({ 0: line, 1: key = '', 2: mark = '', 3: value = '', index }) => {
    const start = frontMatter.start + index + line.indexOf(mark + value, key.length) + mark.length
    return markedSegments(value, [{ start: 0, end: value.length }]).map(({ span, open, close }) => ({
      span: { start: start + span.start, end: start + span.end },
      wording: wordingOf<'draft'>(text, { start: start + open.end, end: start + (close?.start ?? span.end) })
    }))
  })
}

const SEEN = /^(headline|title|deck|dek|standfirst|subtitle|subhead|summary|description):[ \t]*(["']?)(.+?)\2[ \t]*$/gim
