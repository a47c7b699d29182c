/** The parts of a story: its headline, its lede and its takeaways, marked by the draft or found from its prose. */
import type { Quotation } from '../attribution/attribution.ts'
import type { Pack } from '../coverage/pack.ts'
import type { Block, Markdown } from '../markdown/block.ts'
import { toDraft } from '../text/offset-map.ts'
import { firstAt } from '../text/search.ts'
import { headlineOf, ledeOf } from './headline.ts'
import { titled } from './lead-ins.ts'
import { type Likeness, likenessTo, surely } from './likeness.ts'
import { markedTakeaways } from './marked.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import { announcesPoints, promisedCount } from './promise.ts'
import { MOST, takeawaysInProse } from './prose.ts'
import type { Section } from './section.ts'
import { termsOf } from './terms.ts'

/** What of a draft its parts are told by. */
export interface Told {
  readonly markdown: Markdown
  readonly quotations: readonly Quotation[]
  /** The packs that know the story. */
  readonly packs: readonly Pack[]
  /** Whether it is a story at all; what is none has no takeaways but those that it marks. */
  readonly story: boolean
}

/** Headline, lede and takeaways in draft order; whatever the draft does not show is left out, never made up. */
export function sections(told: Told): readonly Section[] {
  const { markdown, story, packs } = told
  const headline = headlineOf(markdown)
  const lede = ledeOf(markdown.blocks, headline)
  const promised = headline && promisedCount(headline.title)
  const likeness = likenessTo(packs)
  const marked = markedTakeaways(markdown, headline, promised).map((section) => known(section, markdown.blocks, likeness))
  const takeaways =
    marked.length > 0 || !story
      ? marked
      : found(told, lede ?? headline, { promised, announced: headline !== null && announcesPoints(headline.title) }, likeness)
  return [headline, lede, ...takeaways].filter((section) => section !== null)
}

function found(
  { markdown: { blocks }, quotations }: Told,
  first: Section | null,
  { promised, announced }: { readonly promised: number | null; readonly announced: boolean },
  likeness: Likeness | null
): readonly Section[] {
  const body = blocks.findIndex(
    (block) => first === null || (first.kind === 'lede' ? block.start >= first.span.start : block.start >= first.span.end)
  )
  const paragraphs = body < 0 || blocks.length - body > MOST ? [] : paragraphsOf(blocks, body, quotations)
  const starts = takeawaysInProse(paragraphs, { promised, announced }, likeness)
  return starts.map((start, i) => {
    const own = paragraphs.slice(start, starts[i + 1] ?? paragraphs.length)
    const like = likeness && surely(likeness.evidence(own.flatMap(({ facts, speakers }) => [...facts.terms, ...speakers])))
    return unmarked(blocks, own, like === null ? null : likeness!.takeaways[like]!)
  })
}

function unmarked(blocks: readonly Block[], own: readonly Paragraph[], like: Likeness['takeaways'][number] | null): Section {
  const first = own[0]!
  const last = own.at(-1)!
  const place = ({ block }: Paragraph, span: Paragraph['facts']['span']) => toDraft(blocks[block]!.prose.map, span, blocks[block]!.start)
  const words = first.facts.firstSentence
  return {
    kind: 'takeaway',
    title: like?.title ?? titled(blocks[first.block]!.prose.text.slice(words.start, words.end)),
    span: { start: place(first, first.facts.span).start, end: place(last, last.facts.span).end },
    selection: place(first, words),
    mark: 'prose',
    takeaway: like?.id ?? null
  }
}

/** The takeaway with the pack’s that it is surely like. */
function known(section: Section, blocks: readonly Block[], likeness: Likeness | null): Section {
  if (!likeness) return section
  const { start, end } = section.span
  const inside = blocks.slice(
    firstAt(blocks, (block) => block.start, start),
    firstAt(blocks, (block) => block.start, end)
  )
  const own = inside.flatMap(({ prose }) => termsOf(prose.text))
  const like = surely(likeness.evidence(own))
  return like === null ? section : { ...section, takeaway: likeness.takeaways[like]!.id }
}
