/** What a stretch of prose is about: its content words, cut to their stems. */
import { CALENDAR, CUE, FUNCTION_WORD, wordFlags, wordId } from '../entity/lexicon.ts'
import { fold } from '../text/fold.ts'

/** The stems in order, repeated as often as they stand there; no function words, verbs of saying, days or months. */
export function termsOf(text: string): readonly string[] {
  const terms: string[] = []
  let at = 0
  while (at < text.length) {
    if (!isLetter(text, at)) {
      at += 1
      continue
    }
    const start = at
    while (at < text.length && (isLetter(text, at) || text[at] === "'" || text[at] === '’')) at += 1
    const term = rememberedTerm(text.slice(start, at))
    if (term !== null) terms.push(term)
  }
  return terms
}

/** A letter or a digit. Looked at one by one, plain letters cost a third of what they cost in a pattern over the whole text. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return (code > 47 && code < 58) || ((code | 32) > 96 && (code | 32) < 123)
  return LETTER.test(text[at]!)
}

const LETTER = /[\p{L}\p{N}]/u

function rememberedTerm(word: string): string | null {
  let term = known.get(word)
  if (term === undefined) {
    term = termOf(word)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(word, term)
  }
  return term
}

/** The same words come again and again, in one draft and in the next. */
const known = new Map<string, string | null>()
const MOST_KNOWN = 50_000

function termOf(word: string): string | null {
  const folded = fold(word)
  return folded.length < 3 || wordFlags(wordId(folded)) & NO_TOPIC || SAYS_LITTLE.has(folded) ? null : stem(folded)
}

const NO_TOPIC = FUNCTION_WORD | CUE | CALENDAR

/** Words that stand in every story. */
const SAYS_LITTLE = new Set(
  `people year years week weeks month months day days night time times make makes made way ways thing things new come comes came take takes
  took taken get gets got give gives gave given went gone put let own well very much more less like just even still back only first last next
  long good great part place number kind`.split(/\s+/)
)

/** *exports*, *exporter*, *exported* → `export`: crude, since all that counts is that like words of one draft meet. */
export function stem(word: string): string {
  const bare = word.replace(/'s$/, '').replaceAll("'", '')
  const cut = bare.length > 4 ? bare.replace(/ies$/, 'y').replace(/(?:ings?|edly|ed|ers?|es|s|ly|ions?|e)$/, '') : bare
  return cut.slice(0, LONGEST_STEM)
}

const LONGEST_STEM = 7
