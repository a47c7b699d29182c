/** How a sieve that found a verb and its subject says so. */
import * as l10n from '@vscode/l10n'
import { QUOTED, type Tokens } from '../../entity/tokens.ts'
import type { PlacedCue } from '../cues.ts'
import type { ParagraphReading } from '../paragraph.ts'
import type { Subject } from '../subject.ts'
import { type Decision, wordsOf } from './sieve.ts'

/** Whether a marked segment stands between the two tokens. */
export function quotedBetween(tokens: Tokens, first: number, last: number): boolean {
  for (let i = first + 1; i < last; i += 1) if (tokens.shape[i] === QUOTED) return true
  return false
}

/** The decision, with its reason for a reader. */
export function decision(
  sieve: string,
  paragraph: ParagraphReading,
  { mention, way }: Subject,
  cue: PlacedCue,
  probability: number
): Decision {
  const who = wordsOf(paragraph, mention)
  const verb = wordsOf(paragraph, cue)
  const reason =
    cue.kind === 'according-to'
      ? l10n.t('The words are given “{0}”.', `${verb} ${who}`)
      : way === 'far'
        ? l10n.t('“{0}” is the subject of “{1}” in this sentence.', who, verb)
        : l10n.t('“{0}” stands beside “{1}”.', who, verb)
  return { sieve, mention, cue, reason, probability }
}
