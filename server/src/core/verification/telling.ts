/** Which words of a text tell what it is about: “there is no question about it” has one. */
import * as word from '../entity/lexicon.ts'
import { fold } from '../text/fold.ts'

/** The different words that are not in every sentence, folded and without their endings. */
export function tellingWords(text: string): ReadonlySet<string> {
  const words = (text.match(/[\p{L}\p{N}’']+/gu) ?? []).map(fold)
  return new Set(words.filter((one) => one.length > 3 && !(word.wordFlags(word.wordId(one)) & word.FUNCTION_WORD)).map(stem))
}

/** *changes*, *changed*, *changing* → *chang*. */
const stem = (one: string): string => (one.length > 5 ? one.replace(/(?:ing|ed|es|s|e)$/, '') : one.replace(/s$/, ''))
