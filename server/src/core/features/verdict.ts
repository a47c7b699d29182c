/** The verdict on a quotation in plain words. */
import * as l10n from '@vscode/l10n'
import type { Verdict, Verification } from '../verification/verification.ts'

/** Fewer words that are not found may only be given to somebody whom the coverage calls otherwise. */
const FEWEST = 6

/** Whether nothing can be said of the words: a few that were not found. */
export const isOpen = ({ verdict, words }: Verification): boolean => verdict === 'unsupported' && words < FEWEST

/** The verdict, where anything can be said. */
export const toldVerdict = (verification: Verification | null): Verdict | null =>
  verification && !isOpen(verification) ? verification.verdict : null

/** A sentence that makes sense read aloud. */
export function verdictSentence({ verdict, edits, passages }: Verification): string {
  const changed = edits.filter(({ shown }) => !shown).length
  switch (verdict) {
    case 'verbatim':
      return l10n.t('The coverage has these very words.')
    case 'trimmed':
      return l10n.t('The coverage has these words; what was left out or replaced is shown.')
    case 'altered':
      return changed === 1
        ? l10n.t('The coverage has other words here: one word differs.')
        : l10n.t('The coverage has other words here: {0} words differ.', changed)
    case 'spliced':
      return l10n.t('Two passages of the coverage stand here as one.')
    case 'unsupported':
      return passages.length > 0
        ? l10n.t('The coverage does not have these words; this comes nearest.')
        : l10n.t('The coverage does not have these words.')
  }
}

/** What else an editor has to know: whose words the coverage has them for, and whether they are anybody’s. */
export function doubt({ saidBy, passages, verdict }: Verification): string | null {
  const [best] = passages
  if (!best || verdict === 'unsupported') return null
  if (saidBy === 'other' && best.speaker) return l10n.t('It gives them to {0}.', best.speaker)
  if (best.voice === 'reported') return l10n.t('It reports them without marks, not as spoken.')
  return best.voice === 'article' ? l10n.t('They are the article’s own words, not those of somebody it quotes.') : null
}

/** The verdict in a word or two, for a list. */
export function verdictName(verdict: Verdict): string {
  switch (verdict) {
    case 'verbatim':
      return l10n.t('verbatim')
    case 'trimmed':
      return l10n.t('trimmed')
    case 'altered':
      return l10n.t('altered')
    case 'spliced':
      return l10n.t('spliced')
    case 'unsupported':
      return l10n.t('not in the coverage')
  }
}

/** Verdicts, the best first, as a tally lists them. */
export const verdicts: readonly Verdict[] = ['verbatim', 'trimmed', 'altered', 'spliced', 'unsupported']
