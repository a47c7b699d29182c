/** A story's paragraphs as its takeaways are found by them: what each is about, how it begins, who speaks in it. */
import type { Quotation } from '../attribution/attribution.ts'
import type { Block } from '../markdown/block.ts'
import type { Prose } from '../markdown/prose.ts'
import { fold } from '../text/fold.ts'
import { toProse } from '../text/offset-map.ts'
import { firstAt } from '../text/search.ts'
import type { Span } from '../text/span.ts'
import { beginsAlone, nounAtStart } from './beginnings.ts'
import { stem, termsOf } from './terms.ts'

export interface Paragraph {
  readonly block: number
  readonly facts: ParagraphFacts
  /** The family names of those who are reported to speak, as terms. */
  readonly speakers: readonly string[]
  /** Whether somebody’s words are reported. */
  readonly reports: boolean
  /** Whether it goes on with the words of the speaker before. */
  readonly goesOn: boolean
}

/** What a paragraph tells by itself. */
export interface ParagraphFacts {
  /** In the block’s prose. */
  readonly span: Span<'prose'>
  readonly text: string
  readonly firstSentence: Span<'prose'>
  readonly lastSentence: string
  readonly terms: readonly string[]
  readonly words: number
  /** Whether it stands in a list, a block quotation or a note. */
  readonly inside: boolean
  /** How it looks as a takeaway’s beginning. */
  readonly begins: number
  /** The term of the noun that it begins with: *the bucket*. */
  readonly noun: string | null
}

/** The paragraphs of these blocks, in order; headings and cells are none. */
export function paragraphsOf(blocks: readonly Block[], from: number, quotations: readonly Quotation[]): readonly Paragraph[] {
  const said = quotations.filter(({ kind }) => kind === 'direct' || kind === 'mixed' || kind === 'indirect')
  return blocks.slice(from).flatMap((block, i) => {
    if (block.kind !== 'paragraph') return []
    const index = from + i
    const first = firstAt(said, (quotation) => quotation.block, index)
    const own = said.slice(
      first,
      firstAt(said, (quotation) => quotation.block, index + 1)
    )
    const starts = own.map(({ span }) => toProse(block.prose.map, span.start, block.start))
    return factsOf(block).map((facts, _, all): Paragraph => {
      const at = (offset: number): number => firstAt(starts, (start) => start, offset)
      const here = all.length === 1 ? own : own.slice(at(facts.span.start), at(facts.span.end))
      return {
        block: index,
        facts,
        speakers: [
          ...new Set(here.flatMap(({ speaker }) => (speaker?.name ? [stem(fold(speaker.name.split(' ').at(-1) as string))] : [])))
        ],
        reports: here.length > 0,
        goesOn: here.some(({ carriedOver }) => carriedOver)
      }
    })
  })
}

/** A memo is a cache: what was found in the same prose before. */
const memo = new WeakMap<Prose, readonly ParagraphFacts[]>()

function factsOf({ prose, containers }: Block): readonly ParagraphFacts[] {
  const known = memo.get(prose)
  if (known) return known
  const facts = prose.paragraphs.flatMap((span) => {
    const text = prose.text.slice(span.start, span.end)
    if (text.trim() === '') return []
    const firstSentence = prose.sentences[firstAt(prose.sentences, ({ end }) => end, span.start + 1)] ?? span
    const words = text.split(/\s+/).length
    const inside = containers.length > 0
    const begins = beginsAlone(text, words, inside)
    const last = prose.sentences[firstAt(prose.sentences, ({ start }) => start, span.end) - 1] ?? span
    const lastSentence = prose.text.slice(Math.max(span.start, last.start), Math.min(span.end, last.end)).trim()
    const terms = termsOf(text).slice(0, MOST_TERMS)
    return [{ span, text, firstSentence, lastSentence, terms, words, inside, begins, noun: nounAtStart(text) }]
  })
  memo.set(prose, facts)
  return facts
}

/** What a paragraph is about, it has said by then. */
const MOST_TERMS = 200
