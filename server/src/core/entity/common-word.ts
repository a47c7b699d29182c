/** Whether words are no name but an everyday word, which only a capital could make one. */
import { COMMON, FUNCTION_WORD, wordFlags, wordId } from './lexicon.ts'

export const isCommonWord = (text: string): boolean =>
  text === text.toLowerCase() && (wordFlags(wordId(text)) & (FUNCTION_WORD | COMMON)) !== 0
