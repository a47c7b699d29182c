/** Words inside marks that the coverage has otherwise: on the changed words alone. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Wording } from '../coverage/statement.ts'
import { type Change, changes } from './changes.ts'
import type { Edit, Fix, Related } from './finding.ts'
import { isContraction } from './heard.ts'
import { type Judgement, judgements } from './judgement.ts'
import { credit, places, wordsOf } from './published.ts'
import type { Told } from './told.ts'

export function* alteredQuotations(analysis: Analysis): Iterable<Told> {
  for (const judgement of judgements(analysis)) {
    const { charge, block, verification, passage } = judgement
    if (charge !== 'altered' || !passage) continue
    const changed = changes(analysis, judgement.segment, verification, passage)
    const [first, ...others] = changed
    if (!first) continue
    const exact = isExact(passage.article.wording)
    const here: Related[] = others.map(({ span, published, words }) => ({
      kind: 'draft',
      span,
      message: published ? l10n.t('The coverage has “{0}” here.', published) : l10n.t('The coverage does not have “{0}”.', words)
    }))
    yield {
      block,
      span: first.span,
      message: exact
        ? told(first, others.length > 0, credit(passage.article))
        : l10n.t('Another wording is published here: “{0}” ({1}).', wordsOf(analysis, passage), credit(passage.article)),
      ...((!exact || changed.every(isContraction)) && { atMost: 'information' as const }),
      related: [...here, ...places(analysis, verification.passages)],
      fixes: () => fixes(analysis, judgement, changed, exact)
    }
  }
}

/** What was translated, or taken down roughly, reaches print in many wordings. */
const isExact = (wording: Wording | undefined): boolean => wording !== 'translated' && wording !== 'rough'

function told({ published, words }: Change, more: boolean, where: string): string {
  if (published === '')
    return more
      ? l10n.t('The coverage does not have “{0}”, and differs further on ({1}).', words, where)
      : l10n.t('The coverage does not have “{0}” ({1}).', words, where)
  if (words === '')
    return more
      ? l10n.t('The coverage has “{0}” before this, and differs further on ({1}).', published, where)
      : l10n.t('The coverage has “{0}” before this ({1}).', published, where)
  return more
    ? l10n.t('The coverage has “{0}”, and differs further on ({1}).', published, where)
    : l10n.t('The coverage has “{0}” ({1}).', published, where)
}

/** The coverage's words put back, or shown where some were left out. Edits inside marks are never preferred: the writer asks for them. */
function fixes({ text }: Analysis, { segment }: Judgement, changed: readonly Change[], exact: boolean): readonly Fix[] {
  if (changed.some(({ span, published }) => MARKUP.test(text.slice(span.start, span.end)) || MARKUP.test(published))) return []
  const offered: Fix[] = [
    {
      title: exact ? l10n.t('Restore the coverage’s words') : l10n.t('Take over this wording'),
      edits: changed.map((change) => restored(text, segment.open.end, change)),
      preferred: false
    }
  ]
  if (changed.every(({ words }) => words === ''))
    offered.push({
      title: l10n.t('Show the omission with an ellipsis'),
      edits: changed.map(({ place }) => ({ start: place.start, end: place.start, newText: '… ' })),
      preferred: false
    })
  return offered
}

/** What could become markup, or close the quotation. */
const MARKUP = /[*_`<>[\]\\\n"“”«»„\uFFFC]/

function restored(text: string, open: number, { place: { start, end }, published, goesOn }: Change): Edit {
  const opens = !/[\p{L}\p{N}]/u.test(text.slice(open, start))
  const capital = opens && /^\p{Lu}/u.test(text.slice(start))
  const first = (words: string): string => (capital ? words.charAt(0).toUpperCase() + words.slice(1) : words)
  if (start === end) return putBack(text, start, published, goesOn)
  if (published !== '') return { start, end, newText: first(published) }
  // “We will never raise it”: with the word its space goes.
  const space = /^\s+/.exec(text.slice(end))?.[0].length ?? 0
  if (space === 0) return { start: start - (/\s+$/.exec(text.slice(0, start))?.[0].length ?? 0), end, newText: '' }
  return { start, end: end + space + 1, newText: first(text.charAt(end + space)) }
}

/** Behind the word before, in front of whatever sign stands there; where a sign stands in the coverage, in front of the next word. */
function putBack(text: string, at: number, published: string, goesOn: boolean): Edit {
  const before = goesOn ? (/[^\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, at - 8), at))?.[0].length ?? 0) : 0
  const isEnd = !/[\p{L}\p{N}]/u.test(text.charAt(at))
  return { start: at - before, end: at - before, newText: before > 0 || isEnd ? ` ${published}` : `${published} ` }
}
