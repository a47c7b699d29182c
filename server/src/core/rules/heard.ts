/** Words written otherwise that sound alike, or nearly: how an outlet spells and what a reporter heard, rather than what was said. */

/** Some words of a quotation, and the coverage's in their place. */
export interface Written {
  readonly words: string
  readonly published: string
}

/** *homegrown* for *home grown*, *A.A.* for *AA*, *ISIS’* for *ISIS’s*. */
export const isSpelling = ({ words, published }: Written): boolean => letters(words) === letters(published)

/** *it’s* for *it is*: one hears the one or the other, and nothing else was said. */
export const isContraction = ({ words, published }: Written): boolean =>
  words !== '' && published !== '' && ([' is', ' has'] as const).some((s) => letters(inFull(words, s)) === letters(inFull(published, s)))

const letters = (words: string): string =>
  words
    .toLowerCase()
    .replace(/s[’']s(?!\p{L})/gu, 's')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** *’s* may be *is* or *has*, and then *’d* is *would* or *had*. */
const inFull = (words: string, s: ' is' | ' has'): string =>
  words
    .replace(/\bcan[’']t\b/gi, 'cannot')
    .replace(/\bwon[’']t\b/gi, 'will not')
    .replace(/n[’']t\b/gi, ' not')
    .replace(/[’']re\b/gi, ' are')
    .replace(/[’']ve\b/gi, ' have')
    .replace(/[’']ll\b/gi, ' will')
    .replace(/[’']m\b/gi, ' am')
    .replace(/[’']d\b/gi, s === ' is' ? ' would' : ' had')
    .replace(/[’']s\b/gi, s)
