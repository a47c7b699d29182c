/** The verdict on a quotation in plain words. */
import type { Voice } from '../coverage/said.ts'
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
      return 'The coverage has these very words.'
    case 'trimmed':
      return 'The coverage has these words; what was left out or replaced is shown.'
    case 'altered':
      return `The coverage has other words here: ${changed === 1 ? 'one word differs' : `${changed} words differ`}.`
    case 'spliced':
      return 'Two passages of the coverage stand here as one.'
    case 'unsupported':
      return passages.length > 0 ? 'The coverage does not have these words; this comes nearest.' : 'The coverage does not have these words.'
  }
}

/** What else an editor has to know: whose words the coverage has them for, and whether they are anybody’s. */
export function doubt({ saidBy, passages, verdict }: Verification): string | null {
  const [best] = passages
  if (!best || verdict === 'unsupported') return null
  if (saidBy === 'other' && best.speaker) return `It gives them to ${best.speaker}.`
  return best.voice && (inWords[best.voice] ?? null)
}

const inWords: Readonly<Partial<Record<Voice, string>>> = {
  reported: 'It reports them without marks, not as spoken.',
  article: 'They are the article’s own words, not those of somebody it quotes.'
}

/** Verdicts, the best first, as a tally lists them. */
export const verdicts: readonly Verdict[] = ['verbatim', 'trimmed', 'altered', 'spliced', 'unsupported']
