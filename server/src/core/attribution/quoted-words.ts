/** What the words inside a pair of marks look like: a sentence somebody spoke, a title, a single word held at arm’s length. */
import * as word from '../entity/lexicon.ts'
import { mentionsIn } from '../entity/mentions.ts'
import type { PlacedMention } from '../entity/placed-mention.ts'
import { CAPITALISED, CAPITALS, LOWER, SIGN, type Tokens, tokens } from '../entity/tokens.ts'
import type { Segment } from '../quotation/quotation.ts'
import { cuesIn } from './cues.ts'
import type { Cue } from './reading.ts'

export interface QuotedWords {
  readonly count: number
  readonly capitalised: number
  readonly opensWithCapital: boolean
  /** The sign before the closing mark: `,`, `.`, `?`, `!`, `…`, `-` for a dash; empty for none. */
  readonly lastSign: string
  /** *I*, *we*, *my*, *our*, *you*. */
  readonly firstPerson: boolean
  /** Whether a finite verb seems to be among them. */
  readonly verb: boolean
  readonly firstWord: number
  readonly lastWord: number
  readonly bracketed: boolean
  readonly sentences: number
  readonly mentions: readonly PlacedMention[]
  /** *WALLACE* in “WALLACE: Let us begin.”: the name of a transcript’s turn. */
  readonly turn: PlacedMention | null
  /** Of words whose closing mark is missing: the verbs among them that may report, since the quotation may have ended before one. */
  readonly cues: readonly Cue<'prose'>[]
}

const speakers = new Set(['i', 'we', 'my', 'our', 'me', 'us', 'you', 'your'])

export function quotedWords(text: string, segment: Segment<'prose'>): QuotedWords {
  const inside = tokens(text, segment.open.end, segment.close?.start ?? segment.span.end, [], 0, [])
  let count = 0
  let capitalised = 0
  let firstPerson = false
  let verb = false
  let bracketed = false
  let sentences = 0
  let firstWord = 0
  let lastWord = 0
  let lastSign = ''
  let opensWithCapital = false
  for (let i = 0; i < inside.length; i += 1) {
    const shape = inside.shape[i]!
    const flags = inside.flags[i]!
    if (shape === SIGN) {
      const sign = inside.text[inside.start[i]!]!
      if (sign === '.' && (lastSign === '.' || lastSign === '…')) lastSign = '…'
      else if (/[,.?!;:…—–-]/.test(sign)) lastSign = sign === '—' || sign === '–' ? '-' : sign
      if (/[.?!]/.test(sign)) sentences += 1
      if (sign === '[') bracketed = true
      continue
    }
    lastSign = ''
    const capital = shape === CAPITALISED || shape === CAPITALS
    if (count === 0) {
      firstWord = inside.id[i]!
      opensWithCapital = capital
    }
    count += 1
    lastWord = inside.id[i]!
    if (capital) capitalised += 1
    if (flags & (word.PRONOUN | word.POSSESSIVE | word.OBJECT_PRONOUN) && speakers.has(word.spellingOf(inside.id[i]!))) firstPerson = true
    if (flags & word.AUXILIARY || (shape === LOWER && flags & word.CUE)) verb = true
  }
  const mentions = mentionsIn(inside)
  return {
    count,
    capitalised,
    opensWithCapital,
    lastSign,
    firstPerson,
    verb,
    firstWord,
    lastWord,
    bracketed,
    sentences,
    mentions,
    turn: turnOf(inside, mentions),
    cues: segment.close ? [] : cuesIn(inside, mentions)
  }
}

function turnOf(inside: Tokens, mentions: readonly PlacedMention[]): PlacedMention | null {
  const first = mentions[0]
  if (first?.kind !== 'name' || first.from !== 0 || first.last > 4) return null
  return inside.text[inside.start[first.last + 1] ?? 0] === ':' ? first : null
}
