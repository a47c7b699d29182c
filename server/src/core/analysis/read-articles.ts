/** Who says what in the articles of the coverage, read as a draft is: an article when a passage of it is first asked about, and remembered. */
import { attribute } from '../attribution/attribute.ts'
import type { Chain, Quotation, Speaker } from '../attribution/attribution.ts'
import type { Article } from '../coverage/article.ts'
import type { Coverage } from '../coverage/coverage.ts'
import { type Said, saidIn, unsaid } from '../coverage/said.ts'
import type { Gazetteer } from '../entity/gazetteer.ts'
import { isPersonName } from '../entity/person-name.ts'
import { parseMarkdown } from '../markdown/parse.ts'
import { analyzeBlocks, createDraftMemo } from './analyze-block.ts'

/** The coverage, in which `said` is told by the articles' own attributions; people the gazetteer knows are told by their ids as well. */
export function readingCoverage(coverage: Coverage, gazetteer: Gazetteer): Coverage {
  const pieces = new Map<string, Piece>()
  let kept = 0
  const piece = (article: Article, number: number): Piece => {
    const key = `${number} ${article.id}`
    const known = pieces.get(key)
    const found = known ?? readPiece(coverage, article, number, gazetteer)
    // The last used stands last; the first is forgotten first.
    pieces.delete(key)
    pieces.set(key, found)
    if (!known) kept += found.sayings.length + 1
    for (const [other, { sayings }] of pieces) {
      if (kept <= MOST_KEPT || pieces.size === 1) break
      pieces.delete(other)
      kept -= sayings.length + 1
    }
    return found
  }
  const isPerson = (speaker: string): boolean => {
    const entity = gazetteer.byId(speaker) ?? gazetteer.match(speaker)[0]?.entities[0]
    return entity ? entity.kind === 'person' : isPersonName(speaker)
  }
  return {
    ...coverage,
    said: (article, start, end) => {
      if (article.speakers || article.turns) return saidIn(article, start, end, isPerson)
      return saidAt(piece(article, Math.floor(start / PIECE)), start, end)
    },
    sayings: (article, start, end) =>
      piece(article, Math.floor(start / PIECE))
        .sayings.filter((saying) => saying.start < end && start < saying.end)
        .map(({ said }) => said)
  }
}

/** Sayings that are remembered, of some 200 bytes each, and each article as one of them. */
const MOST_KEPT = 100_000

/** A book is read a piece at a time: UTF-16 units, with so many around. */
const PIECE = 60_000
const AROUND = 2_000

/** What one stretch of an article says. */
interface Piece {
  /** In order; they overlap where a quotation stands in what is reported. */
  readonly sayings: readonly Saying[]
  /** Whether there are marks, so that what stands outside them is the article's own. */
  readonly marked: boolean
}

interface Saying {
  readonly said: Said
  readonly start: number
  readonly end: number
}

function readPiece(coverage: Coverage, article: Article, number: number, gazetteer: Gazetteer): Piece {
  const from = Math.max(0, number * PIECE - AROUND)
  const text = coverage.text(article, from, (number + 1) * PIECE + AROUND)
  const blocks = analyzeBlocks(parseMarkdown(text).blocks, gazetteer, createDraftMemo())
  const { quotations, chains } = attribute(blocks, gazetteer)
  const whole = { text, from, chains, gazetteer }
  return {
    sayings: quotations.flatMap((quotation) => sayingsOf(quotation, whole)).sort((a, b) => a.start - b.start),
    marked: blocks.some(({ reading }) => reading.segments.length > 0)
  }
}

interface Whole {
  readonly text: string
  /** Where `text` begins in the article. */
  readonly from: number
  readonly chains: readonly Chain[]
  readonly gazetteer: Gazetteer
}

/** A quotation's segments, each as somebody's own words; an indirect one as words that report. Of titles and terms no voice is known. */
function sayingsOf({ kind, span, segments, speaker, probability }: Quotation, whole: Whole): Saying[] {
  const who = speaker && probability >= LIKELY ? whoIs(speaker, probability, whole) : unsaid
  const spoken = kind === 'direct' || kind === 'mixed'
  const voice = kind === 'indirect' ? 'reported' : spoken ? 'spoken' : null
  const places = kind === 'indirect' ? [span] : segments.map((segment) => segment.span)
  return places.map(({ start, end }) => {
    const within = { start: whole.from + start, end: whole.from + end }
    return { ...within, said: { ...who, voice, within } }
  })
}

/** Less is no word on who says it. */
const LIKELY = 0.6

/** What is told to be somebody else's is told of surely. */
const SURE = 0.85

function whoIs(speaker: Speaker, probability: number, { text, chains, gazetteer }: Whole): Said {
  const all = [speaker, ...speaker.also]
  const names = all.flatMap(({ name }) => name ?? [])
  const { entity, name, span } = speaker
  const kind = entity ? gazetteer.byId(entity)?.kind : chains.find((chain) => chain.name === name)?.kind
  return {
    ...unsaid,
    speakers: [...all.flatMap((one) => one.entity ?? []), ...names],
    speaker: names.length === all.length ? names.join(' and ') : text.slice(span.start, span.end),
    person: all.length === 1 && probability >= SURE && name !== null && (kind === 'person' || (!kind && isPersonName(name)))
  }
}

/**
 * What of the stretch stands in marks tells more than what reports it; where neither has half of it, the article speaks, but between the first
 * and the last words of a stretch that both stand in marks, as where a quotation leaves something out.
 */
function saidAt({ sayings, marked }: Piece, start: number, end: number): Said {
  const here = sayings.filter((saying) => saying.start < end && start < saying.end)
  const shared = (saying: Saying): number => Math.min(end, saying.end) - Math.max(start, saying.start)
  const spokenAt = (offset: number) =>
    here.find(({ said, start: from, end: to }) => said.voice === 'spoken' && from <= offset && offset < to)
  const [first, last] = [spokenAt(start), spokenAt(end - 1)]
  if (first && last) return (shared(first) >= shared(last) ? first : last).said
  for (const reported of [false, true]) {
    const alike = here.filter(({ said }) => (said.voice === 'reported') === reported)
    const most = alike.reduce((sum, saying) => sum + shared(saying), 0)
    if (most === 0 || 2 * most < end - start) continue
    return alike.reduce((best, saying) => (shared(saying) > shared(best) ? saying : best)).said
  }
  return marked ? { ...unsaid, voice: 'article' } : unsaid
}
