/** Words in marks that nobody is reported to have said: titles, terms, marks of distance; and how surely somebody did say them. */
import * as word from '../entity/lexicon.ts'
import type { Block } from '../markdown/block.ts'
import type { ParagraphReading, Quoted } from './paragraph.ts'
import { isSentence } from './sieves/sieve.ts'

export type Unspoken = 'title' | 'term' | 'scare'

/** What words with no speaker are. */
export function unspokenKind({ tokens }: ParagraphReading, { token, words }: Quoted): Unspoken {
  if (isTitle(words.count, words.capitalised)) return 'title'
  const before = tokens.text.slice(tokens.start[token - 1] ?? 0, tokens.end[token - 1] ?? 0).toLowerCase()
  return /^(?:called|known|as|dubbed|term|word|words|phrase|named|labeled|labelled|so-called|titled|entitled)$/.test(before)
    ? 'term'
    : 'scare'
}

/** Most words of a title are capitalised; its small ones are not. */
const isTitle = (count: number, capitalised: number): boolean => capitalised >= 2 && capitalised * 2 >= count && count <= 14

/**
 * Whether somebody is plainly quoted, though no speaker was found: whole sentences that stand for themselves. A title, a
 * slogan, a word at arm’s length must never be flagged, so everything short or partial counts as unspoken.
 */
export function isPlainlySpoken(paragraph: ParagraphReading, quoted: Quoted, kind: Block['kind']): boolean {
  const { words, token } = quoted
  if (kind !== 'paragraph' || words.count < 4 || !isSentence(quoted)) return false
  if (isTitle(words.count, words.capitalised)) return false
  if (!words.verb && !words.firstPerson && words.sentences < 2 && words.count < 8) return false
  return standsAlone(paragraph, token)
}

/** Nothing of another sentence runs into the words: they open the paragraph or follow a full stop, and none goes on behind them. */
function standsAlone({ tokens }: ParagraphReading, token: number): boolean {
  const before = token === 0 || /[.?!:…]/.test(tokens.text[tokens.end[token - 1]! - 1] ?? '')
  const next = token + 1
  const behind = next >= tokens.length || tokens.sentence[next] !== tokens.sentence[token] || (tokens.flags[next]! & word.CONJUNCTION) !== 0
  return before && (behind || tokens.shape[next] === 5)
}
