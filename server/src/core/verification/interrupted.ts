/** A quotation that the article interrupts to say who speaks: “We will not,” said Dana Ortiz, the mayor, “raise the levy.” */
import * as word from '../entity/lexicon.ts'
import type { NameSpellings } from './comparable.ts'
import { type Laid, lay, readText } from './lay.ts'
import type { Quoted } from './quoted.ts'

/** The quotation laid on the same stretch without the words that only say who speaks, where that leaves fewer words changed; else as it was. */
export function withoutInterruptions(quote: Quoted, laid: Laid, names: NameSpellings): Laid {
  // Words that stand nowhere in the stretch are missing with and without what else stands there.
  if (laid.changed <= laid.missing) return laid
  // Blanked rather than cut out, so that offsets stay.
  const text = laid.text.replace(INTERRUPTION, (between) => (says(between) ? between.replace(/[^\n]/g, ' ') : between))
  if (text === laid.text) return laid
  const other = lay(readText(quote, { article: laid.article, offset: laid.offset, text }, names))
  return other && other.changed < laid.changed ? other : laid
}

/** From a closing mark behind a stop, or before one, to the next opening mark of the paragraph. */
const INTERRUPTION =
  /(?:(?<=[,.?!…—–-])(?:["”’»]|'')|(?:["”’»]|'')(?=[,.]\s))(?!\w)(?:[^“”"«»\n]|\n(?!\s*\n)){3,300}?(?<=[,.:]\s)(?:["“‘«]|``|'')(?=[\p{L}\p{N}[…])/gu

/** One clause with a verb that reports, in it or around it. */
function says(between: string): boolean {
  if (/[.?!]\s+\p{Lu}/u.test(between.slice(1).replace(/\b\p{Lu}[\p{L}]{0,4}\.\s/gu, ''))) return false
  return (between.match(/[\p{L}]+/gu) ?? []).some((one) => (word.wordFlags(word.wordId(one.toLowerCase())) & word.CUE) !== 0)
}
