/** Words inside marks that the coverage has only as its reporter's own, or as the reporter's account of what somebody said. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Fix } from './finding.ts'
import { type Judgement, judgements } from './judgement.ts'
import { credit, places } from './published.ts'
import type { Told } from './told.ts'

export function* quotedParaphrases(analysis: Analysis): Iterable<Told> {
  for (const judgement of judgements(analysis)) {
    const { charge, block, segment, verification, passage } = judgement
    if (charge !== 'paraphrase' || !passage) continue
    const reported = verification.passages.some(({ voice }) => voice === 'reported')
    yield {
      block,
      span: segment.span,
      message: reported
        ? l10n.t('The coverage has these words without marks, as a report of what was said ({0}).', credit(passage.article))
        : l10n.t('The coverage has these words without marks, as the reporter’s own ({0}).', credit(passage.article)),
      // Somebody may have said the very words that another reporter only reports.
      ...(reported && { atMost: 'information' as const }),
      related: places(analysis, verification.passages),
      fixes: () => withoutMarks(analysis, judgement)
    }
  }
}

/** Takes the marks off where the words go on as the reporter's: not where somebody says *I*, nor where the sentence turns into two. */
function withoutMarks({ text, coverage }: Analysis, { quotation, segment, passage }: Judgement): readonly Fix[] {
  const { open, close } = segment
  if (!close || open.start === open.end || quotation.segments.length > 1 || !passage) return []
  const words = text.slice(open.end, close.start)
  const published = coverage.text(passage.article, passage.start, passage.end)
  if (/(?<![\p{L}’'])(?:I|we|my|our|me|us|you|your)(?![\p{L}])/iu.test(words) && !/\b(?:we|our|us|you)\b/i.test(published)) return []
  if (/[?!*_`[\]<>\n]/.test(words) || /[.]\s+\p{Lu}/u.test(words)) return []
  const edits = [
    { ...open, newText: '' },
    { ...close, newText: '' }
  ]
  return [{ title: l10n.t('Take the marks off'), edits, preferred: false }]
}
