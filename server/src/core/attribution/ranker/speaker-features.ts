/** What the speaker ranker looks at: a marked segment, and a mention that may be its speaker. Every feature is a small whole number. */
import * as word from '../../entity/lexicon.ts'
import type { Tokens } from '../../entity/tokens.ts'
import type { Block } from '../../markdown/block.ts'
import type { ParagraphReading, Quoted } from '../paragraph.ts'
import type { Decision } from '../sieves/sieve.ts'
import { type Before, beforeKey } from './before.ts'
import { pronouns, writeMention } from './cue-features.ts'
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
import { type Link, rivals } from './links.ts'
import type { RankedSubjects } from './subject-ranker.ts'

export const speakerFeatures = [
  'candidate',
  'side',
  'distance',
  'mentions between',
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
  'hangs on',
  'word before mention',
  'word after mention',
  'second word after mention',
  'pronoun',
  'opens sentence',
  'nth mention of sentence',
  'named by title',
  'words of mention',
  'subject of a cue',
  'rank as subject',
  'cue’s side',
  'cue’s distance',
  'cues between cue and words',
  'quotations between cue and words',
  'commas between cue and words',
  'sentences between cue and words',
  'subordinators between cue and words',
  'how often the verb reports',
  'form of verb',
  'class of verb',
  'cue reports nothing',
  'subject of a cue before',
  'subject of a cue behind',
  'subjects in all',
  'mention between cue and words',
  'subject further out',
  'subject further in',
  'kind of subject further out',
  'sieve for this mention',
  'sieve for another',
  'speaker of the segment before',
  'speaker of the segment behind',
  'speaker of other segments',
  'words',
  'opens with a capital',
  'last sign',
  'first person',
  'verb inside',
  'sentences inside',
  'capitals inside',
  'brackets',
  'closed',
  'fills paragraph',
  'opens paragraph',
  'word before',
  'second word before',
  'third word before',
  'word behind',
  'second word behind',
  'kind of block',
  'segments in paragraph',
  'nth segment',
  'words of the sentence before',
  'words of the sentence behind',
  'first word',
  'last word',
  'likeliest subject of all',
  'nearest cue before reports',
  'nearest cue behind reports',
  'paragraph before',
  'mentions in sentence',
  'sieve’s certainty',
  'style of marks'
] as const

/** The candidates that are no mentions. */
export const NOBODY = -1
export const CARRIED_OVER = -2

/** What all candidates of one segment share. */
export interface Surroundings {
  readonly paragraph: ParagraphReading
  readonly layout: Layout
  readonly subjects: readonly RankedSubjects[]
  readonly ruled: readonly (Decision | null)[]
  readonly index: number
  readonly before: Before
  readonly block: Block['kind']
  readonly rates: Uint8Array
  /** For each mention its likeliest cue and how likely, with respect to this segment. */
  readonly links: ReadonlyMap<number, Link>
  readonly likeliest: number
}

const most = (value: number, limit: number): number => Math.min(value, limit)

export const sieveNames = [
  '',
  'adjacent',
  'credit',
  'in-front',
  'reported-clause',
  'according-to',
  'colon',
  'continued',
  'sentence',
  'sentence-before',
  'turn'
]

/**
 * Writes the features of “this candidate said the segment” into the row from that place on: `speakerFeatures.length` numbers. The
 * candidate is a mention's index, `NOBODY` or `CARRIED_OVER`.
 */
export function writeSpeakerFeatures(row: Uint8Array, from: number, around: Surroundings, candidate: number): void {
  const { paragraph, layout, index, ruled, before, links } = around
  const { tokens, mentions, cues, quoted } = paragraph
  const segment = quoted[index]!
  const { token, words } = segment
  let at = from
  const decision = ruled[index] ?? null
  if (candidate < 0) {
    row[at++] = -candidate
    for (let i = 1; i < OF_SEGMENT; i += 1) row[at++] = 0
    row[from + SIEVE_FOR_ANOTHER] = decision ? Math.max(0, sieveNames.indexOf(decision.sieve)) : 0
  } else {
    const mention = mentions[candidate]!
    const ahead = mention.last < token
    const left = ahead ? mention.last : token
    const right = ahead ? token : mention.from
    row[at++] = 0
    row[at++] = ahead ? 1 : 2
    row[at++] = most(Math.max(0, right - left - 1), 60)
    row[at++] = most(between(layout, MENTIONS, left, right), 9)
    row[at++] = most(between(layout, VERBS, left, right), 9)
    row[at++] = most(between(layout, COMMAS, left, right), 9)
    row[at++] = most(between(layout, QUOTATIONS, left, right), 5)
    row[at++] = most(between(layout, SIGNS, left, right), 5)
    row[at++] = most(between(layout, JOINTS, left, right), 5)
    row[at++] = most(between(layout, SUBORDINATORS, left, right), 5)
    row[at++] = most(between(layout, PREPOSITIONS, left, right), 9)
    row[at++] = most(Math.abs(tokens.sentence[mention.first]! - tokens.sentence[token]!), 5)
    at = writeMention(row, at, paragraph, layout, mention)
    row[at++] = mention.kind === 'pronoun' ? (pronouns[mention.head] ?? 9) : 0
    row[at++] = mention.from === sentenceStart(layout, mention.first) ? 1 : 0
    row[at++] = most(between(layout, MENTIONS, sentenceStart(layout, mention.first) - 1, mention.first), 9)
    row[at++] = mention.role !== null ? 1 : 0
    row[at++] = most(mention.last - mention.first + 1, 9)
    const link = links.get(candidate)
    if (link) {
      const cue = cues[link.cue]!
      const cueAhead = cue.last < token
      const l = cueAhead ? cue.last : token
      const r = cueAhead ? token : cue.first
      row[at++] = Math.round(link.share * 50)
      row[at++] = most(link.rank, 8)
      row[at++] = cueAhead ? 1 : 2
      row[at++] = most(r - l - 1, 50)
      row[at++] = most(between(layout, CUES, l, r), 6)
      row[at++] = most(between(layout, QUOTATIONS, l, r), 4)
      row[at++] = most(between(layout, COMMAS, l, r), 6)
      row[at++] = most(Math.abs(tokens.sentence[cue.first]! - tokens.sentence[token]!), 4)
      row[at++] = most(between(layout, SUBORDINATORS, l, r), 4)
      row[at++] = cue.kind === 'colon' ? 30 : cue.kind === 'according-to' ? 31 : (around.rates[cue.verb] ?? 0)
      row[at++] = cue.form
      row[at++] = cue.class
      const { shares } = around.subjects[link.cue]!
      row[at++] = Math.round(shares[shares.length - 1]! * 20)
      row[at++] = Math.round(link.before * 30)
      row[at++] = Math.round(link.behind * 30)
      row[at++] = most(Math.round(link.all * 20), 60)
      row[at++] = mention.first > l && mention.last < r ? 1 : 0
    } else for (let i = 0; i < 17; i += 1) row[at++] = i === 1 ? 9 : 0
    const [out, outKind, inner] = rivals(paragraph, links, index, candidate)
    row[at++] = Math.round(out * 30)
    row[at++] = Math.round(inner * 30)
    row[at++] = outKind
    row[at++] = decision?.mention === mention ? Math.max(0, sieveNames.indexOf(decision.sieve)) : 0
    row[at++] = decision && decision.mention !== mention ? Math.max(0, sieveNames.indexOf(decision.sieve)) : 0
    row[at++] = ruled[index - 1]?.mention === mention ? 1 : 0
    row[at++] = ruled[index + 1]?.mention === mention ? 1 : 0
    row[at++] = most(
      ruled.reduce((sum, other, i) => sum + (i !== index && other?.mention === mention ? 1 : 0), 0),
      4
    )
  }
  row[at++] = most(words.count, 40)
  row[at++] = words.opensWithCapital ? 1 : 0
  row[at++] = signs.indexOf(words.lastSign)
  row[at++] = words.firstPerson ? 1 : 0
  row[at++] = words.verb ? 1 : 0
  row[at++] = most(words.sentences, 4)
  row[at++] = words.count === 0 ? 0 : Math.round((words.capitalised * 10) / words.count)
  row[at++] = words.bracketed ? 1 : 0
  row[at++] = segment.segment.close ? 1 : 0
  row[at++] = quoted.length === tokens.length ? 1 : 0
  row[at++] = token === 0 ? 1 : 0
  row[at++] = kindAt(layout, token - 1)
  row[at++] = kindAt(layout, token - 2)
  row[at++] = kindAt(layout, token - 3)
  row[at++] = kindAt(layout, token + 1)
  row[at++] = kindAt(layout, token + 2)
  row[at++] = around.block === 'heading' ? 1 : around.block === 'table-cell' ? 2 : 0
  row[at++] = most(quoted.length, 9)
  row[at++] = most(index, 9)
  row[at++] = most(token - sentenceStart(layout, token), 40)
  row[at++] = most(sentenceEnd(layout, token) - token, 40)
  row[at++] = wordKind(words.firstWord)
  row[at++] = wordKind(words.lastWord)
  row[at++] = Math.round(around.likeliest * 30)
  const reports = (c: number) => {
    const ranked = around.subjects[c]
    return ranked ? Math.round((1 - ranked.shares[ranked.shares.length - 1]!) * 20) : 0
  }
  const nextCue = countBefore(layout, CUES, token)
  row[at++] = reports(nextCue - 1)
  row[at++] = reports(nextCue)
  row[at++] = beforeKey(before)
  row[at++] = most(between(layout, MENTIONS, sentenceStart(layout, token) - 1, sentenceEnd(layout, token) + 1), 9)
  row[at++] = decision ? Math.round(decision.probability * 20) : 0
  row[at++] = styleOf(tokens, segment)
}

const OF_SEGMENT = speakerFeatures.indexOf('words')
const SIEVE_FOR_ANOTHER = speakerFeatures.indexOf('sieve for another')
/** Where the features of the segment itself begin, which every candidate shares. */
export const SEGMENT_FEATURES = OF_SEGMENT

const signs = ['', ',', '.', '?', '!', '…', '-', ':', ';']

function styleOf({ text }: Tokens, { segment }: Quoted): number {
  const open = text[segment.open.start]
  return open === '“' ? 0 : open === '"' ? 1 : open === '‘' || open === "'" ? 2 : 3
}

function wordKind(id: number): number {
  const flags = word.wordFlags(id)
  if (id === 0) return 0
  if (flags & word.PRONOUN) return 1
  if (flags & word.POSSESSIVE) return 2
  if (flags & word.DETERMINER) return 3
  if (flags & word.AUXILIARY) return 4
  if (flags & word.CONJUNCTION) return 5
  if (flags & word.PREPOSITION) return 6
  if (flags & word.ADVERB) return 7
  if (flags & word.CUE) return 8
  return flags & word.HEAD_NOUN ? 9 : 10
}
