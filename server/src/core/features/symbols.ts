/** People, statements and takeaways by a few letters of theirs, over drafts and packs. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Pack } from '../coverage/pack.ts'
import { markedWords } from '../coverage/statement.ts'
import { fold } from '../text/fold.ts'
import type { Span } from '../text/span.ts'
import { cut } from './markup.ts'

export interface DraftSymbol {
  readonly name: string
  readonly kind: 'person' | 'other' | 'takeaway'
  readonly span: Span
}

export interface PackSymbol {
  readonly name: string
  readonly kind: 'person' | 'other' | 'statement' | 'takeaway'
  /** Of the entry in the pack. */
  readonly id: string
}

/** Whom the draft names, at their first mention, and its takeaways. */
export function draftSymbols(analysis: Analysis, query: string): readonly DraftSymbol[] {
  const people = analysis.chains.flatMap(({ name, mentions, kind, pronoun }): DraftSymbol[] => {
    const first = mentions.find((mention) => mention.kind === 'name')
    if (!first || name === null || !fits(name, query)) return []
    return [{ name, kind: kind === 'person' || pronoun === 'he' || pronoun === 'she' ? 'person' : 'other', span: first.span }]
  })
  const takeaways = analysis.sections.flatMap(({ kind, title, selection }): DraftSymbol[] =>
    kind === 'takeaway' && fits(title, query) ? [{ name: title, kind, span: selection }] : []
  )
  return [...people, ...takeaways]
}

/** What the pack knows. */
export const packSymbols = ({ entities, statements, takeaways }: Pack, query: string): readonly PackSymbol[] => [
  ...entities
    .filter(({ name, aliases }) => [name, ...aliases].some((one) => fits(one, query)))
    .map(({ id, name, kind }): PackSymbol => ({ id, name, kind: kind === 'person' ? 'person' : 'other' })),
  ...statements
    .filter(({ words }) => fits(words, query))
    .map((statement): PackSymbol => ({ id: statement.id, name: cut(markedWords(statement), 90), kind: 'statement' })),
  ...takeaways.filter(({ title }) => fits(title, query)).map(({ id, title }): PackSymbol => ({ id, name: title, kind: 'takeaway' }))
]

/** Each word of the query begins a word of the text; none asks for everything. */
function fits(text: string, query: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u)
  return fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .every((wanted) => wanted === '' || words.some((word) => word.startsWith(wanted)))
}
