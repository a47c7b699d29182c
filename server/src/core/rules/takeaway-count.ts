/** A headline that promises five takeaways over a draft that has four. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import { markedTakeaways } from '../takeaway/marked.ts'
import { inWords, promiseIn } from '../takeaway/promise.ts'
import type { Section } from '../takeaway/section.ts'
import { numeral } from '../text/in-words.ts'
import type { Fix } from './finding.ts'
import type { Told } from './told.ts'

/** Only where the draft marks its takeaways: those found in the prose are as many as the headline says. */
export function* takeawayCounts({ headline, text, markdown }: Analysis): Iterable<Told> {
  const promise = headline && promiseIn(text.slice(headline.selection.start, headline.selection.end))
  if (!headline || !promise) return
  const { count } = promise
  const marked = markedTakeaways(markdown, headline, count)
  const own = marked.filter(({ title }) => !BESIDE.test(title))
  // Two headings in a story of five points are no takeaways; they stand above several.
  if (own.length < 2 || 2 * own.length < count || own.length === count || marked.length === count) return
  const span = { start: headline.selection.start + promise.start, end: headline.selection.start + promise.end }
  yield {
    block: markdown.blocks.find(({ start }) => start === headline.selection.start) ?? null,
    span,
    message: l10n.t('The headline promises {0}, and the draft has {1}.', numeral(count), numeral(own.length)),
    related: own.map((section) => ({ span: section.selection, message: shown(section), kind: 'draft' as const })),
    fixes: () => rightNumber(text.slice(span.start, span.end), own.length, span)
  }
}

/** What stands beside a story’s takeaways under a heading of its own. */
const BESIDE =
  /^(?:about|background|related|corrections?|sources?|notes?|further reading|read more|methodology|how we|what(?:[’']s| is| comes| happens) next|the bottom line|in brief|introduction|conclusion|credits?)\b/i

const shown = ({ title }: Section): string => title || l10n.t('a takeaway without a name')

function rightNumber(written: string, count: number, span: { readonly start: number; readonly end: number }): readonly Fix[] {
  const word = inWords(count)
  const number = /^\d/.test(written) ? String(count) : /^\p{Lu}/u.test(written) ? `${word[0]!.toUpperCase()}${word.slice(1)}` : word
  return [{ title: l10n.t('Say “{0}”', number), edits: [{ ...span, newText: number }], preferred: false }]
}
