/** The quotation sheet of a draft: what a desk goes through before a story is printed. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import { quotedWords } from '../analysis/checked-quotations.ts'
import type { Quotation } from '../attribution/attribution.ts'
import { wordsOf } from '../rules/published.ts'
import type { Span } from '../text/span.ts'
import type { Checked } from '../verification/checked.ts'
import type { Verdict, Verification } from '../verification/verification.ts'
import { differenceInWords } from './difference.ts'
import { asRead } from './markup.ts'
import { speakerNames } from './quotation-text.ts'
import { isOpen } from './verdict.ts'

/** `none`: a few words of which nothing can be said, or no coverage at all. */
export type SheetVerdict = Verdict | 'none'

export interface SheetRow {
  readonly span: Span
  /** The words without their marks. */
  readonly words: string
  /** Empty where nobody is found to have said them. */
  readonly speaker: string
  readonly verdict: SheetVerdict
  /** What an editor has to look at: the changed words, another speaker; empty where there is nothing. */
  readonly remark: string
  /** The coverage’s words, where they are not the quotation’s. */
  readonly published: string
  readonly article: string
  readonly publisher: string
  readonly url: string
  readonly date: string
  readonly checked: Checked | null
}

/** Every quotation in marks that somebody is reported to have said, in draft order. Looks up what was not looked up yet. */
export const quotationSheet = (analysis: Analysis): readonly SheetRow[] =>
  analysis.quotations.filter(({ kind }) => kind === 'direct' || kind === 'mixed').map((quotation) => row(analysis, quotation))

function row(analysis: Analysis, quotation: Quotation): SheetRow {
  const found = analysis.coverage.index.segments.length > 0 ? analysis.verification(quotation).whole : null
  const whole = found && !isOpen(found) ? found : null
  const passage = whole?.passages[0]
  const article = passage?.article
  return {
    span: quotation.span,
    // “We stay,” she said: the comma is the sentence’s.
    words: asRead(quotedWords(quotation, analysis.text)).replace(/,$/, ''),
    speaker: quotation.speaker ? speakerNames(analysis, quotation.speaker).join(' and ') : '',
    verdict: whole?.verdict ?? 'none',
    remark: whole ? remark(whole, quotation.speaker !== null) : '',
    published: passage && whole.verdict !== 'verbatim' && whole.verdict !== 'trimmed' ? wordsOf(analysis, passage, 320) : '',
    article: article?.id ?? '',
    publisher: article?.publisher ?? article?.title ?? '',
    url: article?.url ?? '',
    date: article?.date ?? '',
    checked: analysis.checked(quotation)
  }
}

function remark({ verdict, saidBy, passages, edits }: Verification, given: boolean): string {
  if (verdict === 'unsupported') return passages.length > 0 ? l10n.t('nearest passage given') : ''
  const [best] = passages
  const notes: string[] = []
  if (verdict === 'altered') notes.push(differenceInWords(edits))
  if (verdict === 'spliced') notes.push(l10n.t('two passages joined'))
  if ((saidBy === 'other' || !given) && best?.speaker) notes.push(l10n.t('the coverage gives it to {0}', best.speaker))
  else if (best?.voice === 'reported') notes.push(l10n.t('reported there without marks'))
  else if (best?.voice === 'article') notes.push(l10n.t('the article’s own words there'))
  return notes.join('; ')
}
