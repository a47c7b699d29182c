/** The story as a view shows it: its parts, who is quoted and who stands in each, and which takeaways of a pack it does not cover. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation } from '../attribution/attribution.ts'
import { likenessTo, surely } from '../takeaway/likeness.ts'
import type { Section } from '../takeaway/section.ts'
import { termsOf } from '../takeaway/terms.ts'
import { firstAt } from '../text/search.ts'
import type { Span } from '../text/span.ts'
import type { Verdict } from '../verification/verification.ts'
import { isCovered } from './covered.ts'
import { speakerNames } from './quotation-text.ts'
import { toldVerdict } from './verdict.ts'

export interface Part extends Section {
  /** Those in marks, in draft order. */
  readonly quotations: readonly QuotedWords[]
  /** People who are named there, those who are quoted first. */
  readonly people: readonly string[]
  readonly words: number
}

export interface QuotedWords {
  readonly span: Span
  /** As a reader sees them, with their marks, cut where they are long. */
  readonly words: string
  /** Empty where nobody is found to have said them. */
  readonly speakers: readonly string[]
  /** Those of them who are known by name. */
  readonly named: readonly string[]
  /** Null where the coverage does not know the story, or can say nothing of so few words. */
  readonly verdict: Verdict | null
}

export interface MissingTakeaway {
  readonly id: string
  readonly title: string
  readonly summary: string
}

export interface Parts {
  readonly parts: readonly Part[]
  /** The quotations that stand in none of them. */
  readonly outside: readonly QuotedWords[]
}

/** The draft’s parts in order; looks up what was not looked up yet. */
export function parts(analysis: Analysis): Parts {
  const quoted = quotations(analysis)
  const named = namesOf(analysis)
  const placed = new Set<QuotedWords>()
  const told = analysis.sections.map((section): Part => {
    const own = section.kind === 'headline' ? [] : between(quoted, section.span)
    for (const quotation of own) placed.add(quotation)
    const present = named.filter(({ places }) => places[firstAt(places, (place) => place, section.span.start)]! < section.span.end)
    const people = new Set([...own.flatMap((quotation) => quotation.named), ...present.map(({ name }) => name)])
    return { ...section, quotations: own, people: [...people], words: wordsIn(analysis, section.span) }
  })
  return { parts: told, outside: quoted.filter((quotation) => !placed.has(quotation)) }
}

const between = (quoted: readonly QuotedWords[], { start, end }: Span): readonly QuotedWords[] =>
  quoted.slice(
    firstAt(quoted, ({ span }) => span.start, start),
    firstAt(quoted, ({ span }) => span.start, end)
  )

/** Everything in marks that somebody is reported to have said. */
function quotations(analysis: Analysis): readonly QuotedWords[] {
  const spoken = analysis.quotations.filter(({ kind }) => kind === 'direct' || kind === 'mixed')
  const verdicts = analysis.coverage.index.segments.length > 0 ? spoken.map((quotation) => analysis.verification(quotation).whole) : []
  const covered = isCovered(analysis)
  return spoken.map((quotation, i) => ({
    span: quotation.span,
    words: shownWords(analysis.text, quotation),
    speakers: quotation.speaker ? speakerNames(analysis, quotation.speaker) : [],
    named: quotation.speaker ? [quotation.speaker, ...quotation.speaker.also].flatMap(({ name }) => name ?? []) : [],
    verdict: covered ? toldVerdict(verdicts[i] ?? null) : null
  }))
}

/** The packs’ takeaways that no part of the draft is like; none where no pack knows the story. */
export function missingTakeaways({ packs, sections, blocks }: Analysis): readonly MissingTakeaway[] {
  const likeness = likenessTo(packs)
  if (!likeness) return []
  const told = new Set(sections.map(({ takeaway }) => takeaway))
  const first = sections.find(({ kind }) => kind === 'takeaway')
  // An opening names in passing what the takeaways then tell, and counts only where there are none.
  const body = first ? blocks.filter(({ block }) => block.start >= first.span.start) : blocks
  const passing = new Set<number>()
  for (const { block } of body) {
    const like = surely(likeness.evidence(termsOf(block.prose.text)))
    if (like === null) continue
    // One paragraph may be an aside; a second one tells it.
    if (passing.has(like)) told.add(likeness.takeaways[like]!.id)
    passing.add(like)
  }
  return packs.flatMap(({ takeaways }) =>
    takeaways.filter(({ id }) => !told.has(id)).map(({ id, title, summary }) => ({ id, title, summary }))
  )
}

function shownWords(text: string, { span }: Quotation): string {
  const words = text
    .slice(span.start, Math.min(span.end, span.start + MOST_SHOWN))
    .replace(/\s*\n[\s>]*/g, ' ')
    .replace(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}/g, '')
  return words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words
}

/** More than is shown of any words. */
const MOST_SHOWN = 400

/** People by name, each with the offsets at which they are mentioned, by whatever word. */
function namesOf({ chains }: Analysis): readonly { readonly name: string; readonly places: readonly number[] }[] {
  return chains.flatMap(({ name, kind, pronoun, mentions }) => {
    const isPerson = kind === 'person' || (kind === null && (pronoun === 'he' || pronoun === 'she'))
    return name !== null && isPerson ? [{ name, places: mentions.map(({ span }) => span.start).sort((a, b) => a - b) }] : []
  })
}

function wordsIn({ blocks }: Analysis, { start, end }: Span): number {
  let words = 0
  for (let i = firstAt(blocks, ({ block }) => block.start, start); i < blocks.length && blocks[i]!.block.start < end; i += 1)
    words += blocks[i]!.block.prose.text.split(/\s+/).filter(Boolean).length
  return words
}
