/** A quotation given to a pronoun that two people fit: both named just before, and neither plainly the one who goes on. */
import * as l10n from '@vscode/l10n'
import type { Analysis, AnalyzedBlock } from '../analysis/analysis.ts'
import type { Chain, Quotation } from '../attribution/attribution.ts'
import type { BlockReading } from '../attribution/reading.ts'
import type { Mention } from '../entity/mention.ts'
import { toDraft, toProse } from '../text/offset-map.ts'
import { firstAt } from '../text/search.ts'
import { holds, type Span } from '../text/span.ts'
import { isGuess } from './distant-attribution.ts'
import type { Fix } from './finding.ts'
import type { Told } from './told.ts'

export function* ambiguousSpeakers(analysis: Analysis): Iterable<Told> {
  let told = -1
  for (const quotation of analysis.quotations) {
    const analyzed = analysis.blocks[quotation.block]
    if (!analyzed || !holdsPronoun(analyzed.reading) || quotation.carriedOver || isGuess(quotation)) continue
    const pronoun = quotation.evidence?.words[0]
    // Of several quotations by one “he said” the first is told of.
    if (!pronoun || pronoun.start === told) continue
    const words = analysis.text.slice(pronoun.start, pronoun.end)
    const gender = /^(?:he|she)$/i.test(words) ? (words.toLowerCase() as 'he' | 'she') : null
    if (!gender) continue
    const named = namedBefore(analysis, quotation, pronoun, gender)
    const [first, second] = named ? people(analysis, named) : []
    if (!first || !second || first.chain.pronoun !== gender || second.chain.pronoun !== gender) continue
    told = pronoun.start
    const both = [first, second]
    const [one = '', other = ''] = both.map((person) => shortName(analysis, quotation, person))
    yield {
      block: analyzed.block,
      span: quotation.span,
      message: l10n.t('“{0}” may be {1} or {2}: both are named just before.', capital(words), one, other),
      related: both.map(({ span, chain }) => ({ kind: 'draft' as const, span, message: l10n.t('{0} is named here.', chain.name ?? '') })),
      fixes: () => both.map((person) => sayTheName(pronoun, words, shortName(analysis, quotation, person)))
    }
  }
}

const known = new WeakMap<BlockReading, boolean>()

/** Whether *he* or *she* stands in the block, without which no speaker is one. */
function holdsPronoun(reading: BlockReading): boolean {
  let found = known.get(reading)
  if (found === undefined) {
    found = reading.mentions.some(({ kind, head }) => kind === 'pronoun' && (head === 'he' || head === 'she'))
    known.set(reading, found)
  }
  return found
}

/** Somebody where they are named. */
interface Named {
  readonly chain: Chain
  readonly span: Span
}

/** A sentence before the pronoun, in prose offsets of its block; what stands in marks is no part of it. */
interface Before {
  readonly analyzed: AnalyzedBlock
  readonly span: Span<'prose'>
}

/**
 * The names that stand before the pronoun, in its sentence and the one before, as far as the words alone tell that they may
 * be meant; null where there are fewer than two, or one is plainly the subject.
 */
function namedBefore({ blocks }: Analysis, quotation: Quotation, pronoun: Span, gender: 'he' | 'she'): Span[] | null {
  const found: Span[] = []
  for (const { analyzed, span } of sentencesBefore(blocks, quotation, pronoun)) {
    const { block, reading } = analyzed
    if (span.end - span.start > LONGEST_SENTENCE) return null
    const mentions = mentionsWithin(reading, span)
    if (hasSubject(mentions, reading.prose.text)) return null
    const names = mentions.filter((mention) => mention.kind === 'name' && (mention.gender === null || mention.gender === gender))
    found.push(...names.map((mention) => toDraft(block.prose.map, mention.span, block.start)))
  }
  return found.length < 2 ? null : found
}

/** Nobody follows who is who through a longer one. */
const LONGEST_SENTENCE = 2_000

/** What stands in the sentence in front of quotation and pronoun, and the sentence before; across a paragraph’s start only one. */
function sentencesBefore(blocks: readonly AnalyzedBlock[], { block: at, span }: Quotation, pronoun: Span): Before[] {
  const analyzed = blocks[at]!
  const { block } = analyzed
  const { sentences } = block.prose
  const until = toProse(block.prose.map, Math.min(span.start, pronoun.start), block.start)
  const index = firstAt(sentences, ({ end }) => end, until + 1)
  if (index >= sentences.length) return []
  const before: Before[] = [{ analyzed, span: { start: Math.min(sentences[index]!.start, until), end: until } }]
  if (pronoun.start > span.end)
    before.push({
      analyzed,
      span: { start: toProse(block.prose.map, span.end, block.start), end: toProse(block.prose.map, pronoun.start, block.start) }
    })
  const inFront = index > 0 ? analyzed : blocks[at - 1]
  const sentence = index > 0 ? sentences[index - 1] : inFront?.block.prose.sentences.at(-1)
  if (inFront?.block.kind === 'paragraph' && sentence) before.push({ analyzed: inFront, span: sentence })
  return before
}

/** The mentions of the stretch that stand outside marks. */
function mentionsWithin({ mentions, segments }: BlockReading, { start, end }: Span<'prose'>): Mention<'prose'>[] {
  const found: Mention<'prose'>[] = []
  for (let i = firstAt(mentions, (mention) => mention.span.start, start); i < mentions.length; i += 1) {
    const mention = mentions[i]!
    if (mention.span.start >= end) break
    const marked = segments[firstAt(segments, ({ span }) => span.end, mention.span.end)]
    if (mention.span.end <= end && !(marked && holds(marked.span, mention.span))) found.push(mention)
  }
  return found
}

/**
 * Whether one person may be the subject of a verb here, so that a pronoun goes on with them: a mention that stands neither
 * behind a preposition, nor for whose something is, nor with another as *Okafor and Reed* do.
 */
function hasSubject(mentions: readonly Mention<'prose'>[], text: string): boolean {
  let oblique = false
  return mentions.some(({ span, kind, gender, number }) => {
    const before = text.slice(Math.max(0, span.start - 12), span.start)
    const behind = text.slice(span.end, span.end + 8)
    const joined = /\b(?:and|or)\s+$/.test(before)
    oblique = BEHIND_PREPOSITION.test(before) || (oblique && joined)
    if (oblique || joined || number === 'many' || gender === 'it') return false
    return kind === 'pronoun' || !/^[’']s?(?!\p{L})|^\s+(?:and|or)\s/u.test(behind)
  })
}

const BEHIND_PREPOSITION =
  /\b(?:with|to|for|of|by|from|after|before|between|against|about|in|at|on|over|under|into|near|during|since|until|than|around|behind|beside)\s+$/i

/** The two people the names stand for; none where it is one, or more than two. */
function people({ chains }: Analysis, names: readonly Span[]): readonly Named[] {
  const found: Named[] = []
  for (const span of names) {
    const chain = chains.find(({ mentions }) => mentions.some((mention) => mention.span.start === span.start))
    if (!chain || (chain.kind !== null && chain.kind !== 'person')) continue
    if (!found.some((known) => known.chain === chain)) found.push({ chain, span })
  }
  found.sort((a, b) => a.span.start - b.span.start)
  return found.length === 2 ? found : []
}

/** As a fix would name them. */
function shortName(analysis: Analysis, quotation: Quotation, { chain, span }: Named): string {
  const candidate = analysis
    .candidates(quotation)
    .find(({ entity, name }) => (chain.entity ? entity === chain.entity : name === chain.name))
  return candidate?.shortName ?? analysis.text.slice(span.start, span.end)
}

const sayTheName = (pronoun: Span, words: string, name: string): Fix => ({
  title: l10n.t('Say “{0}” for “{1}”', name, words),
  edits: [{ start: pronoun.start, end: pronoun.end, newText: name }],
  preferred: false
})

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
