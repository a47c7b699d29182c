/** Single marks as the outer marks (British books, headlines), told from apostrophes, possessives and ’80s. */
import type { Pairs } from './pairs.ts'
import { isDigit, type MarkSign } from './signs.ts'

/** Whether the sign can be the single mark that opens a quotation. */
export const opensSingle = (text: string, { end, style, role, atStart }: MarkSign): boolean =>
  style === 'single' && atStart && role !== 'close' && !shortened(text, end)

/** ’We go,’ she said: whether the sign may open although it is turned the wrong way, as apostrophes at a word's start are. */
export const opensTurned = (text: string, { end, style, role, atStart }: MarkSign): boolean =>
  style === 'single' && atStart && role === 'close' && !shortened(text, end)

/**
 * The sign that closes the single mark at `at`: the first that plainly does, before the next that opens. One behind an *s* may
 * be a possessive (in *‘the voters’ choice’* the second closes), one behind *in* a dropped letter, and one behind a number a foot;
 * those close only a few words, and where nothing else does. Marks inside a double pair are passed over.
 */
export function closeOfSingle(text: string, signs: readonly MarkSign[], { close }: Pairs, at: number): MarkSign | null {
  const open = signs[at]!
  let doubtful: MarkSign | null = null
  for (let i = at + 1; i < signs.length; i += 1) {
    const sign = signs[i]!
    if (sign.style !== 'single') {
      if (close[i]! > i) i = close[i]!
      continue
    }
    if (opensSingle(text, sign) || (open.role === 'close' && opensTurned(text, sign))) break
    if (!sign.atEnd || sign.atStart) continue
    const afterStop = followsStop(text, sign)
    if (!sameKind(open, sign) && !afterStop) continue
    if (afterStop || !isDoubtful(text, sign)) return sign
    if (doubtful === null && isSlogan(text, open.end, sign.start)) doubtful = sign
  }
  return doubtful
}

/** Behind a full stop or a comma there is no apostrophe. */
export const followsStop = (text: string, { start }: MarkSign): boolean => /[,.!?…]/.test(text[start - 1] ?? '')

/** A curly mark is closed by a curly one, a straight by a straight one: in one text the other is an apostrophe. */
const sameKind = (open: MarkSign, close: MarkSign): boolean => (open.role === 'either') === (close.role === 'either')

/** Whether the closing sign may as well be an apostrophe: a word goes on behind it that something can belong to. */
function isDoubtful(text: string, { start, end }: MarkSign): boolean {
  if (!/^\s\p{L}/u.test(text.slice(end, end + 2)) || goesOnWithout.test(text.slice(end + 1, end + 12))) return false
  return isDigit(text.charCodeAt(start - 1)) || /(?:s|in|\ban|\bo|\bth|\bt)$/i.test(text.slice(Math.max(0, start - 4), start))
}

/** *‘Save our shops’ campaign*: no sentence ends inside, and it is short. A paragraph of a quotation that runs on is neither. */
const isSlogan = (text: string, start: number, end: number): boolean => end - start < 80 && !/[.?!]\s/.test(text.slice(start, end))

/** Words before which there is no possessor: *‘levy stays’ after the vote*. */
const goesOnWithout =
  /^(?:a|after|against|an|and|as|at|before|but|by|despite|during|for|from|he|her|his|how|if|in|into|is|it|of|on|or|over|said|says|she|so|than|that|the|their|they|to|under|was|were|when|which|while|who|will|with|would)\b/

/** ’80s, ’em, ’til: a sign before these leaves out letters, whichever way it is turned. */
const shortened = (text: string, at: number): boolean =>
  /^(?:\d\ds?(?![\d%])|(?:em|til|tis|twas|twere|twill|cause|bout|n|neath|round|cos|cuz|kay|ere|t)\b)/i.test(text.slice(at, at + 6))
