/** Whether a name by itself is a person's: *Dana Ortiz*, *TRUMP*, and neither *City Council* nor *MODERATOR*. */
import * as word from './lexicon.ts'

/** Total: any text. A name that may be a body's is none. */
export function isPersonName(name: string): boolean {
  const words = name.match(/[\p{L}'’-]+/gu) ?? []
  const own = words.filter((one) => (flagsOf(one) & (word.TITLE | word.GENTILIC | word.PARTICLE | word.SUFFIX)) === 0)
  const capitals = own.length > 0 && own.every((one) => /^\p{Lu}/u.test(one) && one.length > 1)
  return capitals && own.length <= 4 && own.every((one) => (flagsOf(one) & NO_NAME) === 0 && !NOBODY.test(one))
}

const flagsOf = (one: string): number => word.wordFlags(word.wordId(one.toLowerCase()))

const NO_NAME = word.HEAD_NOUN | word.FUNCTION_WORD | word.CALENDAR | word.INDEFINITE | word.PLURAL

/** Those who speak in transcripts without being anybody. */
const NOBODY =
  /^(?:question|answer|moderator|audience|unidentified|unknown|male|female|all|crowd|voice|operator|inaudible|candidates?|panel)$/i
