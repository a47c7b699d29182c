/** What a hover says of a quotation: who said it, whether the coverage has it, where, and how it differs. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation, Speaker } from '../attribution/attribution.ts'
import { wordsOf } from '../rules/published.ts'
import { enumerated, numeral } from '../text/in-words.ts'
import { firstAt } from '../text/search.ts'
import type { Span } from '../text/span.ts'
import type { Passage, Verification } from '../verification/verification.ts'
import { isCovered } from './covered.ts'
import { difference } from './difference.ts'
import { plain } from './markup.ts'
import { inContext, whereOf } from './passage-text.ts'
import { doubt, isOpen, verdictSentence } from './verdict.ts'

/** Markdown; each paragraph makes sense read aloud. */
export function quotationText(analysis: Analysis, quotation: Quotation): string {
  const lines = [saidText(analysis, quotation), ...checkedText(analysis, quotation), ...verificationText(analysis, quotation)]
  return [...lines, ...whyText(analysis, quotation)].join('\n\n')
}

function saidText(analysis: Analysis, { speaker, unattributed, kind }: Quotation): string {
  if (!speaker) return unattributed ? l10n.t('Nobody is said to have said this.') : l10n.t('No speaker was found for these words.')
  const who = `**${enumerated(speakerNames(analysis, speaker).map(plain))}**`
  return kind === 'indirect' ? l10n.t('{0} said this, in the draft’s words.', who) : l10n.t('{0} said this.', who)
}

/** Last, since who and whether matter more than why. */
function whyText(analysis: Analysis, quotation: Quotation): string[] {
  const { speaker, evidence, probability } = quotation
  if (!speaker) return []
  const lines: string[] = []
  if (evidence) lines.push(`${plain(evidence.reason)} *(${evidence.sieve}, ${Math.round(probability * 100)} %)*`)
  if (speaker.carriedOver) lines.push(carriedText(analysis, quotation, speaker))
  return lines
}

function carriedText({ blocks }: Analysis, { block }: Quotation, { span }: Speaker): string {
  const above = block - (firstAt(blocks, (analyzed) => analyzed.block.start, span.start + 1) - 1)
  return above < 2
    ? l10n.t('The speaker is carried over from the paragraph before.')
    : l10n.t('The speaker is carried over from {0} paragraphs above.', numeral(above))
}

/** Everybody who says it, as the gazetteer or the draft calls them, else as the draft has it. */
export const speakerNames = ({ text }: Analysis, { name, span, also }: Speaker): readonly string[] => [
  name ?? text.slice(span.start, span.end),
  ...also.flatMap((other) => other.name ?? [])
]

function checkedText(analysis: Analysis, quotation: Quotation): string[] {
  const checked = analysis.checked(quotation)
  if (!checked) return []
  const by = [checked.initials, checked.date].filter(Boolean).map(plain).join(', ')
  const note = plain(checked.note)
  if (by && note) return [l10n.t('Checked by hand ({0}): {1}', by, note)]
  if (by) return [l10n.t('Checked by hand ({0}).', by)]
  return [note ? l10n.t('Checked by hand: {0}', note) : l10n.t('Checked by hand.')]
}

function verificationText(analysis: Analysis, quotation: Quotation): string[] {
  if (quotation.kind === 'indirect') return []
  const { segments, whole } = analysis.verification(quotation)
  if (!whole || analysis.coverage.index.segments.length === 0) return []
  if (whole.verdict === 'unsupported' && whole.passages.length === 0 && !isCovered(analysis)) return []
  const told = segments.flatMap((verification, i) => {
    const segment = quotation.segments[i]
    return verification && segment && !isOpen(verification)
      ? [{ verification, span: { start: segment.open.end, end: segment.close?.start ?? segment.span.end } }]
      : []
  })
  const joined = together(told)
  return joined.flatMap((part) => partText(analysis, part, joined.length > 1))
}

interface Part {
  readonly verification: Verification
  readonly span: Span
}

/** More parts are a speech; the rest is told by a hover on it. */
const MOST_PARTS = 3

/** “We will,” she said, “raise nothing.”: parts that stand in one place, with one verdict, are told as one. */
function together(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const a = last?.verification.passages[0]
    const b = part.verification.passages[0]
    const near = a && b && a.article.id === b.article.id && a.start <= b.start && b.start - a.end < ONE_PLACE
    if (!last || !near || last.verification.verdict !== part.verification.verdict || last.verification.verdict === 'spliced') {
      joined.push(part)
      continue
    }
    const { verification } = last
    joined[joined.length - 1] = {
      verification: {
        ...verification,
        passages: [{ ...a, end: Math.max(a.end, b.end) }, ...verification.passages.slice(1)],
        edits: [...verification.edits, ...part.verification.edits]
      },
      span: { start: last.span.start, end: part.span.end }
    }
  }
  return joined.slice(0, MOST_PARTS)
}

/** UTF-16 units. */
const ONE_PLACE = 160

function partText(analysis: Analysis, { verification, span }: Part, several: boolean): string[] {
  const { verdict, passages, edits } = verification
  const whose = several ? plain(beginning(analysis.text.slice(span.start, span.end))) : null
  const doubted = doubt(verification)
  const sentences = `${verdictSentence(verification)}${doubted ? ` ${plain(doubted)}` : ''}`
  const lines = [whose === null ? sentences : l10n.t('“{0}”: {1}', whose, sentences)]
  const [best] = passages
  if (!best) return lines
  if (verdict === 'altered') lines.push(difference(analysis.text, span.start, span.end, edits))
  for (const passage of verdict === 'spliced' ? passages.slice(0, 2) : [best]) lines.push(passageText(analysis, passage))
  if (verdict === 'spliced' || verdict === 'unsupported') return lines
  const articles = new Set(passages.map(({ article }) => article.id)).size
  if (articles > 1) lines.push(articles === 2 ? l10n.t('Also in one other article.') : l10n.t('Also in {0} other articles.', articles - 1))
  return [...lines, ...renderingsText(analysis, passages)]
}

function passageText({ coverage }: Analysis, passage: Passage): string {
  const { before, words, after } = inContext(passage, coverage)
  const from = [passage.speaker && plain(passage.speaker), whereOf(passage)].filter(Boolean).join(', ')
  const quoted = /[\p{L}\p{N}]/u.test(before + after) ? `**${plain(words)}**` : plain(words)
  return `> ${plain(before)}${quoted}${plain(after)}${from ? `\n>\n> — ${from}` : ''}`
}

/** A hover is no archive. */
const MOST_RENDERINGS = 3

/** Those of articles that have the quotation's own words are no others. */
function renderingsText(analysis: Analysis, passages: readonly Passage[]): string[] {
  const own = new Set(passages.map(({ article }) => article.id))
  const others = passages[0] ? analysis.renderings(passages[0]).filter(({ article }) => !own.has(article.id)) : []
  if (others.length === 0) return []
  const shown = others
    .slice(0, MOST_RENDERINGS)
    .map((other) => `- ${l10n.t('“{0}” ({1})', plain(wordsOf(analysis, other)), whereOf(other))}`)
  const more = others.length > shown.length ? [`- ${l10n.t('… and {0} more', others.length - shown.length)}`] : []
  return [[l10n.t('Also rendered:'), '', ...shown, ...more].join('\n')]
}

const beginning = (words: string): string => {
  const all = words.split(/\s+/)
  return all.length > 5 ? `${all.slice(0, 5).join(' ')} …` : all.join(' ')
}
