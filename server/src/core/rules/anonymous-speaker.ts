/** Somebody who is quoted or reported as *a source* and nothing more: neither who they are nor how they know. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { BlockReading, Cue } from '../attribution/reading.ts'
import type { Block } from '../markdown/block.ts'
import { toDraft } from '../text/offset-map.ts'
import { firstAt } from '../text/search.ts'
import { holds, type Span } from '../text/span.ts'
import { blockQuotationOf } from './display.ts'
import type { Told } from './told.ts'

export function* anonymousSpeakers({ blocks, quotations, text }: Analysis): Iterable<Told> {
  let described = -DESCRIBED_FOR
  for (const [index, { block, reading }] of blocks.entries()) {
    for (const source of sourcesIn(reading)) {
      if (source.described) described = index
      // “One source said”, after “three sources close to the talks”: one of those.
      if (source.described || index - described < DESCRIBED_FOR || !isOwnText(block)) continue
      const span = toDraft(block.prose.map, source.span, block.start)
      const speaks =
        source.reports || quotations.some(({ block: there, evidence }) => there === index && evidence?.words[0]?.start === span.start)
      if (!speaks) continue
      const words = text.slice(span.start, span.end)
      yield {
        block,
        span,
        message: l10n.t('“{0}” tells the reader neither who speaks nor how they know.', capital(words)),
        fixes: () => [
          {
            title: l10n.t('Say how they know: “{0}”', `${words}${KNOWLEDGE}`),
            edits: [{ start: span.end, end: span.end, newText: KNOWLEDGE }],
            preferred: false
          }
        ]
      }
    }
  }
}

/** What the writer is to fill in, behind *an official*. */
const KNOWLEDGE = ' with [what knowledge]'

/** A description holds for so many paragraphs. */
const DESCRIBED_FOR = 3

/** What others wrote and headlines follow rules of their own. */
const isOwnText = (block: Block): boolean => block.kind === 'paragraph' && blockQuotationOf(block) === null

/** Somebody who is called a source. */
interface Source {
  readonly span: Span<'prose'>
  /** Whether something is said of them: *a source close to the talks*, *a police source*. */
  readonly described: boolean
  /** Whether a verb that reports stands beside. */
  readonly reports: boolean
}

const known = new WeakMap<BlockReading, readonly Source[]>()

/** The sources the block speaks of, outside marks. */
function sourcesIn(reading: BlockReading): readonly Source[] {
  let found = known.get(reading)
  if (!found) {
    const { mentions, prose, segments, cues } = reading
    found = mentions
      .filter(({ kind, head, span }) => kind === 'nominal' && SOURCE.test(head) && !isInside(segments, span))
      .map(({ span }) => ({
        span,
        described: isDescribed(prose.text, span),
        reports: reports(prose.text, span, cues)
      }))
    known.set(reading, found)
  }
  return found
}

function isInside(segments: BlockReading['segments'], span: Span<'prose'>): boolean {
  const around = segments[firstAt(segments, (segment) => segment.span.end, span.end)]
  return around !== undefined && holds(around.span, span)
}

const isDescribed = (text: string, { start, end }: Span<'prose'>): boolean =>
  !BARE.test(text.slice(start, end)) ||
  ADJECTIVE.test(text.slice(Math.max(0, start - 24), start)) ||
  DESCRIPTION.test(text.slice(end, end + 24))

const SOURCE = /^(?:sources?|insiders?)$/

/** Words that count or excuse and do not describe; *the source* was spoken of before. */
const BARE =
  /^(?:(?:an?|one|two|three|four|five|six|some|several|many|multiple|various|other|another|anonymous|unnamed|unidentified|undisclosed|confidential)\s+)*(?:sources?|insiders?)$/i

/** *Ortizville* in *Ortizville sources*. */
const ADJECTIVE =
  /(?<![\p{L}-])(?!(?:But|And|Yet|Still|So|Now|While|As|Because|Since|When|If|Though|Although|Said|Says|Say)\s)\p{Lu}[\p{L}-]*\s$/u

/** *close to the talks*, *in the ministry*, *who was there*. */
const DESCRIPTION =
  /^(?:[’']s?(?!\p{L})|,?\s+(?:close|familiar|in|at|with|from|inside|within|near|involved|briefed|of|for|to|who|whose|that|there|here|knowledgeable|linked|connected|tied|privy|aware|working|based|present|known|described|identified|on (?!condition|background|\p{Lu}))\b)/u

/** *A source said*, *said a source*, *according to sources*. */
function reports(text: string, { start, end }: Span<'prose'>, cues: readonly Cue<'prose'>[]): boolean {
  const at = firstAt(cues, ({ span }) => span.start, end)
  const behind = cues[at]
  if (behind && SAYS.test(behind.lemma) && ADVERBS.test(text.slice(end, behind.span.start))) return true
  const before = cues[at - 1]
  return (
    before !== undefined && (SAYS.test(before.lemma) || before.lemma === 'according to') && /^\s+$/.test(text.slice(before.span.end, start))
  )
}

const SAYS =
  /^(?:say|tell|add|report|confirm|claim|suggest|warn|note|explain|insist|reveal|disclose|describe|indicate|believe|hint|allege|recall|predict|expect|acknowledge|deny|admit)$/

const ADVERBS = /^\s+(?:(?:\w+ly|also|has|have|had|now|later|then)\s+)*$/

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
