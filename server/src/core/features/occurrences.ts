/** Every place of a draft where somebody is named or pointed at: what highlights, references and renaming share. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Somebody } from '../attribution/attribution.ts'
import type { Mention } from '../entity/mention.ts'
import { firstAt } from '../text/search.ts'
import { holds, type Span } from '../text/span.ts'
import { isSame } from './whom.ts'

export interface Occurrence {
  /** Of a name, without its title where the words stand as they are read; else the whole mention. */
  readonly span: Span
  readonly kind: Mention['kind']
  /** The words of the name as a reader reads them. */
  readonly words: string
  /** Whether it stands inside quotation marks, whose words are somebody's. */
  readonly inMarks: boolean
}

/** In draft order; every alias, and the nouns and pronouns that stand for them. */
export function occurrences(analysis: Analysis, somebody: Somebody): readonly Occurrence[] {
  const marked = analysis.quotations.flatMap(({ segments }) => segments.map(({ span }) => span)).sort((a, b) => a.start - b.start)
  return analysis.chains
    .filter((chain) => isSame(chain, somebody))
    .flatMap(({ mentions }) => mentions.map((mention) => occurrence(analysis, mention, marked)))
    .sort((a, b) => a.span.start - b.span.start)
}

function occurrence({ text }: Analysis, { span, kind, head }: Mention, marked: readonly Span[]): Occurrence {
  const own = kind === 'name' && text.slice(span.start, span.end).endsWith(head) ? { start: span.end - head.length, end: span.end } : span
  const around = marked[firstAt(marked, ({ end }) => end, span.end)]
  return { span: own, kind, words: head, inMarks: around !== undefined && holds(around, span) }
}
