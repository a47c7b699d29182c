/** The same quotation in two wordings: headline, deck or pull quote against the body, or twice in the body. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import { toDraft } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import { displayOf } from './display.ts'
import type { Edit, Fix } from './finding.ts'
import { frontMatterQuotations } from './front-matter-quotations.ts'
import { alike, layOn, type Near } from './near-wordings.ts'
import { quotationAt } from './quoted-again.ts'
import type { Told } from './told.ts'
import { type Quoted, standsIn, type Wording } from './wording.ts'
import { placeOf, type WordingIndex, wordingIndex } from './wording-index.ts'

export function* inconsistentQuotations(analysis: Analysis): Iterable<Told> {
  const index = wordingIndex(analysis.blocks)
  yield* inFrontMatter(analysis, index)
  const told = new Set<Quoted>()
  for (const near of index.near()) {
    const [first, second] = near.shorter.place < near.longer.place ? [near.shorter, near.longer] : [near.longer, near.shorter]
    const displayed = [first, second].filter(({ place }) => displayOf(analysis, index.places[place]!) !== null)
    if (displayed.length === 2) continue
    const [wrong = second] = displayed
    if (told.has(wrong)) continue
    if (displayed.length === 1 ? isQuotedExactly(wrong.wording, index, wrong) : !isOneQuotation(analysis, index, near)) continue
    told.add(wrong)
    yield inText(analysis, index, near, wrong, displayed.length === 1)
  }
}

/** Twice in the body, far apart, in nearly as many words, and not by two people: what follows at once is said for effect. */
function isOneQuotation({ blocks, quotations }: Analysis, index: WordingIndex, { shorter, longer, edits }: Near): boolean {
  const [a, b] = [index.places[shorter.place]!, index.places[longer.place]!]
  if (Math.abs(a - b) < 2 || shorter.wording.words.length < FEWEST_IN_BODY || edits * 5 > shorter.wording.words.length) return false
  const [one, other] = [
    quotationAt(quotations, a, placeOf(shorter, index, blocks)),
    quotationAt(quotations, b, placeOf(longer, index, blocks))
  ]
  return !(one?.speaker?.name && other?.speaker?.name && one.speaker.name !== other.speaker.name)
}

const FEWEST_IN_BODY = 7

/** Whether some other segment holds these words as they are, or they hold it. */
const isQuotedExactly = (wording: Wording<'prose' | 'draft'>, index: WordingIndex, own: Quoted | null): boolean =>
  alike(wording, index, null).some((other) => other !== own && (standsIn(wording, other.wording) || standsIn(other.wording, wording)))

function inText(analysis: Analysis, index: WordingIndex, { shorter, longer, from, to }: Near, wrong: Quoted, isDisplay: boolean): Told {
  const { blocks } = analysis
  const stretch = { from, to }
  const whole = { from: 0, to: shorter.wording.words.length }
  const [other, ownRange, otherRange] = wrong === shorter ? [longer, whole, stretch] : [shorter, stretch, whole]
  const { block } = blocks[index.places[wrong.place]!]!
  const words = proseOf(analysis, index, other, otherRange)
  const own = toDraft(block.prose.map, spanOf(wrong.wording, ownRange), block.start)
  return {
    block,
    span: placeOf(wrong, index, blocks),
    message: isDisplay
      ? l10n.t('The body has this quotation in other words: “{0}”.', shortened(words))
      : l10n.t('This quotation stands above in other words: “{0}”.', shortened(words)),
    related: [
      { kind: 'draft', span: placeOf(other, index, blocks), message: isDisplay ? l10n.t('The body’s words.') : l10n.t('The words above.') }
    ],
    fixes: () => (isDisplay && shorter.wording.parts.length === 1 ? useTheBodys(analysis, own, words) : [])
  }
}

function* inFrontMatter(analysis: Analysis, index: WordingIndex): Iterable<Told> {
  for (const { span, wording } of frontMatterQuotations(analysis.markdown)) {
    if (wording.words.length < 4 || isQuotedExactly(wording, index, null)) continue
    for (const other of alike(wording, index, null)) {
      const laid = wording.words.length <= other.wording.words.length ? layOn(wording, other.wording) : null
      if (!laid || displayOf(analysis, index.places[other.place]!) !== null) continue
      const words = proseOf(analysis, index, other, laid)
      const own = spanOf(wording, { from: 0, to: wording.words.length })
      yield {
        block: null,
        span,
        message: l10n.t('The body has this quotation in other words: “{0}”.', shortened(words)),
        related: [{ kind: 'draft', span: placeOf(other, index, analysis.blocks), message: l10n.t('The body’s words.') }],
        // A colon or a mark could make something else of the line.
        fixes: () => (wording.parts.length === 1 && !/[:#"'“”]/.test(words) ? useTheBodys(analysis, own, words) : [])
      }
      break
    }
  }
}

interface Range {
  readonly from: number
  readonly to: number
}

const spanOf = <C extends 'prose' | 'draft'>({ words }: Wording<C>, { from, to }: Range): Span<C> => ({
  start: words[from]!.start,
  end: words[to - 1]!.end
})

/** The words as a reader reads them. */
function proseOf({ blocks }: Analysis, { places }: WordingIndex, { place, wording }: Quoted, range: Range): string {
  const { start, end } = spanOf(wording, range)
  return blocks[places[place]!]!.block.prose.text.slice(start, end).replaceAll('\n', ' ')
}

/** Puts the other’s words in place of these; never asked for by any shortcut, since it edits inside marks. */
function useTheBodys({ text }: Analysis, own: Span, words: string): Fix[] {
  const here = text.slice(own.start, own.end)
  if (MARKUP.test(here) || MARKUP.test(words)) return []
  const capital = /^\p{Lu}/u.test(here) ? words.charAt(0).toUpperCase() : words.charAt(0)
  const edit: Edit = { ...own, newText: capital + words.slice(1) }
  return [{ title: l10n.t('Use the body’s words: “{0}”', shortened(edit.newText)), edits: [edit], preferred: false }]
}

const MARKUP = /[*_`<>[\]\\\n\uFFFC]/

const shortened = (words: string): string => (words.length <= 80 ? words : `${words.slice(0, 80).replace(/\s+\S*$/, '')} …`)
