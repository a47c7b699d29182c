/** What the subject ranker looks at: a cue, and a mention that may be its subject. Every feature is a small whole number. */
import * as word from '../../entity/lexicon.ts'
import type { PlacedMention } from '../../entity/placed-mention.ts'
import type { PlacedCue } from '../cues.ts'
import type { ParagraphReading } from '../paragraph.ts'
import type { Subject } from '../subject.ts'
import {
  between,
  COMMAS,
  CUES,
  countBefore,
  JOINTS,
  kindAt,
  type Layout,
  MENTIONS,
  PREPOSITIONS,
  QUOTATIONS,
  SIGNS,
  SUBORDINATORS,
  sentenceEnd,
  sentenceStart,
  VERBS
} from './layout.ts'
import { kindOf } from './token-kinds.ts'

export const cueFeatures = [
  'reports nothing',
  'side',
  'distance',
  'mentions between',
  'cues between',
  'verbs between',
  'commas between',
  'quotations between',
  'signs between',
  'joints between',
  'subordinators between',
  'prepositions between',
  'sentences apart',
  'kind of mention',
  'head noun',
  'several',
  'gender',
  'possessive',
  'object',
  'appositive',
  'body',
  'word before mention',
  'word after mention',
  'second word after mention',
  'way of the rules',
  'rules chose its appositive',
  'words of mention',
  'opens sentence',
  'kind of cue',
  'form of verb',
  'class of verb',
  'how often the verb reports',
  'word before verb',
  'second word before verb',
  'word after verb',
  'second word after verb',
  'quotation before',
  'quotation after',
  'words before in sentence',
  'words after in sentence',
  'mentions before in sentence',
  'mentions after in sentence',
  'pronoun',
  'nth mention of sentence',
  'named by title'
] as const

const most = (value: number, limit: number): number => Math.min(value, limit)

/** Writes the features of “this mention is the subject of this cue” into the row; a null mention is “it reports nothing”. */
export function writeCueFeatures(
  row: Uint8Array,
  from: number,
  paragraph: ParagraphReading,
  layout: Layout,
  cue: PlacedCue,
  mention: PlacedMention | null,
  ruled: Subject | null,
  rates: Uint8Array
): void {
  const { tokens } = paragraph
  let at = from
  if (mention === null) {
    row[at++] = 1
    for (let i = 1; i < OF_MENTION; i += 1) row[at++] = 0
  } else {
    const before = mention.last < cue.first
    const left = before ? mention.last : cue.last
    const right = before ? cue.first : mention.from
    row[at++] = 0
    row[at++] = before ? 1 : 2
    row[at++] = most(Math.max(0, right - left - 1), 40)
    row[at++] = most(between(layout, MENTIONS, left, right), 9)
    row[at++] = most(between(layout, CUES, left, right), 9)
    row[at++] = most(between(layout, VERBS, left, right), 9)
    row[at++] = most(between(layout, COMMAS, left, right), 9)
    row[at++] = most(between(layout, QUOTATIONS, left, right), 4)
    row[at++] = most(between(layout, SIGNS, left, right), 4)
    row[at++] = most(between(layout, JOINTS, left, right), 4)
    row[at++] = most(between(layout, SUBORDINATORS, left, right), 4)
    row[at++] = most(between(layout, PREPOSITIONS, left, right), 9)
    row[at++] = most(Math.abs(tokens.sentence[mention.first]! - tokens.sentence[cue.first]!), 3)
    at = writeMention(row, at, paragraph, layout, mention)
    row[at++] = ruled?.mention === mention ? (ruled.way === 'beside' ? 3 : ruled.way === 'inverted' ? 2 : 1) : 0
    row[at++] = ruled && mention.apposedTo >= 0 && paragraph.mentions[mention.apposedTo] === ruled.mention ? 1 : 0
    row[at++] = most(mention.last - mention.first + 1, 9)
    row[at++] = mention.from === sentenceStart(layout, mention.first) ? 1 : 0
  }
  row[at++] = kinds.indexOf(cue.kind)
  row[at++] = cue.form
  row[at++] = cue.class
  row[at++] = rates[cue.verb] ?? 0
  row[at++] = kindAt(layout, cue.first - 1)
  row[at++] = kindAt(layout, cue.first - 2)
  row[at++] = kindAt(layout, cue.last + 1)
  row[at++] = kindAt(layout, cue.last + 2)
  const start = sentenceStart(layout, cue.first)
  const end = sentenceEnd(layout, cue.last)
  row[at++] = nearestQuoted(layout, cue.first, -1)
  row[at++] = nearestQuoted(layout, cue.last, 1)
  row[at++] = most(cue.first - start, 40)
  row[at++] = most(end - cue.last, 40)
  row[at++] = most(between(layout, MENTIONS, start - 1, cue.first), 9)
  row[at++] = most(between(layout, MENTIONS, cue.last, end + 1), 9)
  row[at++] = mention?.kind === 'pronoun' ? (pronouns[mention.head] ?? 9) : 0
  row[at++] = mention ? most(between(layout, MENTIONS, sentenceStart(layout, mention.first) - 1, mention.first), 9) : 0
  row[at++] = mention && mention.role !== null ? 1 : 0
}

const kinds: readonly PlacedCue['kind'][] = ['verb', 'colon', 'noun', 'according-to', 'adjective']

const OF_MENTION = cueFeatures.indexOf('kind of cue')

/** The features of a mention by itself: its kind, its words, its neighbours. Returns where the next feature goes. */
export function writeMention(row: Uint8Array, from: number, { tokens }: ParagraphReading, layout: Layout, mention: PlacedMention): number {
  const flags = tokens.flags[mention.last]!
  let at = from
  row[at++] = mention.kind === 'name' ? 1 : mention.kind === 'nominal' ? 2 : 3
  row[at++] =
    mention.kind === 'name' ? 0 : flags & word.PERSON ? 1 : flags & word.BODY ? 2 : flags & word.DOCUMENT ? 3 : flags & word.TITLE ? 4 : 5
  row[at++] = mention.number === 'many' ? 1 : 0
  row[at++] = mention.gender === null ? 0 : mention.gender === 'he' ? 1 : mention.gender === 'she' ? 2 : mention.gender === 'they' ? 3 : 4
  row[at++] = mention.possessive ? 1 : 0
  row[at++] = mention.object ? 1 : 0
  row[at++] = mention.apposedTo >= 0 ? 1 : 0
  row[at++] = mention.body ? 1 : 0
  row[at++] = hanging(layout, mention)
  row[at++] = kindAt(layout, mention.from - 1)
  row[at++] = kindAt(layout, mention.last + 1)
  row[at++] = kindAt(layout, mention.last + 2)
  return at
}

/** 1 for *Ortizville* in *the mayor of Ortizville*, 2 in *In Ortizville*, 3 for *Ohio* in *in Ortizville, Ohio*; 0 for what stands by itself. */
function hanging(layout: Layout, { from }: PlacedMention): number {
  const before = kindAt(layout, from - 1)
  if (isPreposition(before)) return countBefore(layout, MENTIONS, from - 1) > countBefore(layout, MENTIONS, Math.max(0, from - 2)) ? 1 : 2
  if (before !== COMMA) return 0
  // Behind a comma: whether the mention before the comma hangs on a preposition.
  for (let i = from - 2, steps = 0; i >= 0 && steps < 6; i -= 1, steps += 1) {
    if (isPreposition(layout.kind[i]!)) return 3
    if (layout.kind[i]! < CAPITAL && layout.kind[i]! !== ARTICLE) return 0
  }
  return 0
}

const COMMA = kindOf('comma')
const ARTICLE = kindOf('article')
const CAPITAL = kindOf('capital')
const isPreposition = (kind: number): boolean => kind >= TO && kind <= PREPOSITION
const TO = kindOf('to')
const PREPOSITION = kindOf('preposition')

export const pronouns: Readonly<Record<string, number>> = { he: 1, she: 2, they: 3, i: 4, we: 5, it: 6, you: 7, his: 8, her: 8, their: 8 }

/** Tokens to the nearest quotation on that side in the sentence or right beside it, from 1; 30 where there is none. */
function nearestQuoted(layout: Layout, from: number, step: 1 | -1): number {
  for (let i = from + step, d = 1; i >= 0 && i < layout.kind.length && d < 30; i += step, d += 1)
    if (layout.kind[i] === QUOTED_KIND) return d
  return 30
}

const QUOTED_KIND = 7
