/** Where the words of names begin and end: letters, digits and marks, with apostrophes between letters. One pass, no allocation. */

/** The start of the first word at or after the offset, or the text's length. */
export function wordStart(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const width = wordUnit(text, at)
    if (width > 0) return at
    at += 1
  }
  return at
}

/** The end of the word that begins here: *Ortiz’s* is one word, of *’80s* and *Ortizes’* the apostrophe is none of it. */
export function wordEnd(text: string, start: number): number {
  let at = start
  while (at < text.length) {
    const width = wordUnit(text, at)
    if (width > 0) at += width
    else if (at > start && isApostrophe(text.charCodeAt(at)) && letterUnit(text, at + 1)) at += 1
    else if (at > start && text.charCodeAt(at) === HYPHEN && isBrokenWord(text, at)) at += 2
    else break
  }
  return at
}

const HYPHEN = 0x2d

/** Whether the hyphen there breaks a word over a soft break, *Zelens-⏎ky*, as it does not in *Jean-⏎Pierre* nor in *first-⏎and second-class*. */
export const isBrokenWord = (text: string, hyphen: number): boolean =>
  text.charCodeAt(hyphen + 1) === 10 &&
  /^\p{Ll}+/u.test(text.slice(hyphen + 2, hyphen + 6)) &&
  !/^(?:and|or|to)\b/.test(text.slice(hyphen + 2, hyphen + 6))

/** The word or name as it is where no line ends: *Zelens-⏎ky* → `Zelensky`, *Jean-⏎Pierre* → `Jean-Pierre`, *Dana⏎Ortiz* → `Dana Ortiz`. */
export const unbroken = (words: string): string =>
  words.includes('\n')
    ? words
        .replace(/-\n(?=\p{Ll})/gu, '')
        .replace(/-\n/g, '-')
        .replace(/\n/g, ' ')
    : words

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019

const NO = 1
const DIGIT = 2
const LETTER = 3

/** What each UTF-16 unit is, filled as they are met: 0 is not yet known. */
const kinds = new Uint8Array(0x10000)

/** How many units of a word's character stand here: 0 for none, 2 for a surrogate pair. */
function wordUnit(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const kind = kinds[code] as number
  if (kind === NO) return 0
  if (kind !== 0) return 1
  if ((code & 0xf800) === 0xd800) return /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at, at + 2)) ? 2 : 0
  const char = text[at] as string
  kinds[code] = /[\p{L}\p{M}]/u.test(char) ? LETTER : /\p{N}/u.test(char) ? DIGIT : NO
  return kinds[code] === NO ? 0 : 1
}

const letterUnit = (text: string, at: number): boolean => at < text.length && wordUnit(text, at) > 0 && kinds[text.charCodeAt(at)] !== DIGIT
