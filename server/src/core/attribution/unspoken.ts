/** Words in marks that nobody is reported to have said: titles, terms, marks of distance; and how surely somebody did say them. */
import * as word from '../entity/lexicon.ts'
import { QUOTED } from '../entity/tokens.ts'
import type { Block } from '../markdown/block.ts'
import type { ParagraphReading, Quoted } from './paragraph.ts'
import type { QuotedWords } from './quoted-words.ts'

export type Unspoken = 'title' | 'term' | 'scare'

/** What words with no speaker are. */
export function unspokenKind({ tokens }: ParagraphReading, { token, words }: Quoted): Unspoken {
  if (isTitle(words)) return 'title'
  const before = tokens.text.slice(tokens.start[token - 1] ?? 0, tokens.end[token - 1] ?? 0).toLowerCase()
  return /^(?:called|known|as|dubbed|term|word|words|phrase|named|labeled|labelled|so-called|titled|entitled)$/.test(before)
    ? 'term'
    : 'scare'
}

/** Most words of a title are capitalised; its small ones are not. “Dana Ortiz was born in Reedham.” is a sentence for all its names. */
const isTitle = ({ count, capitalised, verb, lastSign }: QuotedWords): boolean =>
  capitalised >= 2 && capitalised * 2 >= count && count <= 14 && !(verb && count > 4 && lastSign === '.')

/**
 * Whether nothing of another sentence runs into the words: they open the paragraph or follow a full stop, and none goes on
 * behind them. Only of such words is it said that nobody said them; a title, a slogan, a word at arm’s length never is.
 */
export function standsAlone({ tokens }: ParagraphReading, { words, token }: Quoted, kind: Block['kind']): boolean {
  if (kind !== 'paragraph' || isTitle(words)) return false
  const before = token === 0 || /[.?!:…]/.test(tokens.text[tokens.end[token - 1]! - 1] ?? '')
  const next = token + 1
  const behind = next >= tokens.length || tokens.sentence[next] !== tokens.sentence[token] || (tokens.flags[next]! & word.CONJUNCTION) !== 0
  return before && (behind || tokens.shape[next] === QUOTED)
}
