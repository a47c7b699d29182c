/** What speaks for and against somebody having said words that nobody is said to have said: where the draft names them, and how. */
import type { Block } from '../markdown/block.ts'
import { toDraft, toProse } from '../text/offset-map.ts'
import { firstAt } from '../text/search.ts'
import type { Span } from '../text/span.ts'
import type { Chain, Quotation } from './attribution.ts'
import type { ReadBlock } from './carry-over.ts'

/** What a candidate is judged by. Paragraphs are counted from the words; −1 where there is none. */
export interface Standing {
  readonly chain: Chain
  /** The last mention in front of the words and outside marks, else the first of all. */
  readonly mention: Span
  /** Paragraphs up to the last mention in front of the words. */
  readonly above: number
  /** Paragraphs up to the last place above where they are reported to have said something. */
  readonly saidAbove: number
  /** Whether the last mention in front of the words, or the first behind them, stands where a subject does. */
  readonly subjectAbove: boolean
  readonly subjectBelow: boolean
  /** Whether they are reported to say something further down; whether they are quoted there. */
  readonly saidBelow: boolean
  readonly quotedBelow: boolean
  /** Named only further down, by the family name alone and as somebody who acts: the first mention is missing, perhaps here. */
  readonly neverIntroduced: boolean
  /** Whether the words themselves name them: few speak of themselves by name. */
  readonly namedInWords: boolean
  /** The share of their mentions that stand where places do: *in Ortizville*. */
  readonly placed: number
  readonly titled: boolean
  /** Whether they are never named but where any word has a capital: *Tensions rose*. */
  readonly onlyOpens: boolean
}

/** The draft as far as it is asked. */
export interface NamedDraft {
  readonly quotations: readonly Quotation[]
  readonly chains: readonly Chain[]
  readonly blocks: readonly ReadBlock[]
}

/** How everybody whom the draft names stands to the words. */
export function standings(wanted: Quotation, draft: NamedDraft): readonly Standing[] {
  const scene = sceneOf(draft)
  return people(draft.chains).flatMap((person) => standing(wanted, person, scene) ?? [])
}

export const isBody = ({ kind, pronoun }: Chain): boolean => kind === 'body' || pronoun === 'it'

/** *Vale* in *Tomas Vale of Port Ellen* and in *Tomas Vale Jr.* */
export function lastName(name: string): string {
  const words = name
    .replace(/\s(?:of|in|for|from|at)\s.*$/s, '')
    .split(/\s+/)
    .filter((part) => !/^(?:Jr|Sr|II|III|IV)\.?,?$/.test(part))
  return words.at(-1)?.replace(/,$/, '') || name
}

/** A chain with all it goes by. */
interface Person {
  readonly chain: Chain
  readonly names: readonly (string | null)[]
}

/** Everybody; a family name alone belongs to the one who is named in full with it, *Vale* to *Tomas Vale of Port Ellen*. */
function people(chains: readonly Chain[]): Person[] {
  const inFull = new Map<string, Chain[]>()
  const bare = new Map<string, Chain>()
  for (const chain of chains) {
    if (chain.name === null || isBody(chain)) continue
    const last = lastName(chain.name)
    if (last === chain.name && chain.entity === null) bare.set(last, chain)
    else inFull.set(last, [...(inFull.get(last) ?? []), chain])
  }
  const taken = new Set<Chain>()
  const joined = new Map<Chain, Chain>()
  for (const [last, chain] of bare) {
    const [bearer, ...others] = inFull.get(last) ?? []
    if (!bearer || others.length > 0) continue
    taken.add(chain)
    joined.set(bearer, chain)
  }
  return chains
    .filter((chain) => !taken.has(chain))
    .map((chain) => {
      const other = joined.get(chain)
      if (!other) return { chain, names: [chain.name] }
      const mentions = [...chain.mentions, ...other.mentions].sort((a, b) => a.span.start - b.span.start)
      return { chain: { ...chain, mentions }, names: [chain.name, other.name] }
    })
}

/** What is looked up for every mention, in draft order. */
interface Scene {
  readonly blocks: readonly Block[]
  readonly quotations: readonly Quotation[]
  readonly paragraphs: readonly number[]
  readonly marked: readonly Span[]
  readonly cues: readonly Span[]
}

function sceneOf({ blocks, quotations }: NamedDraft): Scene {
  return {
    blocks: blocks.map(({ block }) => block),
    quotations,
    paragraphs: blocks.flatMap(({ block: { prose, start } }) => prose.paragraphs.map((span) => toDraft(prose.map, span, start).start)),
    marked: quotations.flatMap(({ segments }) => segments.map(({ span }) => span)),
    cues: blocks.flatMap(({ block: { prose, start }, reading }) => reading.cues.map(({ span }) => toDraft(prose.map, span, start)))
  }
}

function standing({ span: words }: Quotation, { chain, names: called }: Person, scene: Scene): Standing | null {
  const names = chain.mentions.filter(({ kind }) => kind === 'name')
  const first = names[0]
  if (!first) return null
  const outside = chain.mentions.filter(({ span }) => !isMarked(span, scene))
  const above = outside.filter(({ span }) => span.end <= words.start)
  const below = outside.filter(({ span }) => span.start >= words.end)
  const here = paragraphOf(words.start, scene)
  const last = above.at(-1)
  const next = below[0]
  const saidAbove = above.findLast(({ span }) => says(span, scene))
  const own = scene.quotations.filter(
    ({ speaker }) =>
      speaker && (chain.entity === null ? speaker.entity === null && called.includes(speaker.name) : speaker.entity === chain.entity)
  )
  const quotedAbove = own.findLast(({ span }) => span.end <= words.start)
  const spokeAbove = Math.max(saidAbove?.span.start ?? -1, quotedAbove?.span.start ?? -1)
  const subjectBelow = next !== undefined && paragraphOf(next.span.start, scene) <= here + 1 && opensSentence(next.span, scene)
  const saidBelow = below.some(({ span }) => says(span, scene))
  const quotedBelow = own.some(({ span }) => span.start >= words.end)
  const titled = names.some(({ role }) => role !== null)
  const acts = subjectBelow || saidBelow || quotedBelow || titled || chain.pronoun === 'he' || chain.pronoun === 'she'
  return {
    chain,
    mention: last?.span ?? first.span,
    above: last ? here - paragraphOf(last.span.start, scene) : -1,
    saidAbove: spokeAbove < 0 ? -1 : here - paragraphOf(spokeAbove, scene),
    subjectAbove: last !== undefined && opensSentence(last.span, scene),
    subjectBelow,
    saidBelow,
    quotedBelow,
    neverIntroduced: first.span.start >= words.end && !/\s/.test(first.head) && acts,
    namedInWords: names.some(({ span }) => words.start <= span.start && span.end <= words.end),
    placed: names.filter(({ span }) => PLACED.test(textBefore(span.start, scene))).length / names.length,
    titled,
    onlyOpens: names.every(({ span }) => textOfSentenceBefore(span.start, scene)?.trim() === '')
  }
}

const paragraphOf = (offset: number, { paragraphs }: Scene): number => firstAt(paragraphs, (start) => start, offset + 1) - 1

function isMarked({ start, end }: Span, { marked }: Scene): boolean {
  const around = marked[firstAt(marked, (span) => span.end, end)]
  return around !== undefined && around.start <= start
}

/** Whether a verb that reports stands beside the mention: *Ortiz, the mayor, said*; *said Ortiz*; not *in Ortizville said*. */
function says(mention: Span, scene: Scene): boolean {
  if (OBLIQUE.test(textBefore(mention.start, scene))) return false
  const at = firstAt(scene.cues, ({ start }) => start, mention.end)
  const behind = scene.cues[at]
  if (behind && behind.start - mention.end < LONGEST_ASIDE && BESIDE.test(textBetween(mention.end, behind.start, scene))) return true
  const before = scene.cues[at - 1]
  return before !== undefined && before.end <= mention.start && /^\s+$/.test(textBetween(before.end, mention.start, scene))
}

const LONGEST_ASIDE = 60

/** An adverb, an auxiliary, or an aside between commas or in brackets. */
const BESIDE = /^(?:\s+|\s+(?:\w+ly|also|has|had|have|later|then)\s+|\s*\([^)]*\),?\s*|,[^.]*,\s*)$/

/** Whether nothing but a title, or a phrase up to a comma, stands between the sentence's start and the mention. */
function opensSentence({ start }: Span, scene: Scene): boolean {
  const before = textOfSentenceBefore(start, scene)
  return before !== null && /^(?:\S[^,]*,\s+)?(?:[\p{Lu}“"‘'][^\s,]*\s+){0,4}$/u.test(before)
}

function textOfSentenceBefore(start: number, scene: Scene): string | null {
  const block = blockAt(start, scene)
  if (!block) return null
  const offset = toProse(block.prose.map, start, block.start)
  const sentence = block.prose.sentences[firstAt(block.prose.sentences, ({ end }) => end, offset + 1)]
  return sentence ? block.prose.text.slice(sentence.start, offset) : null
}

const OBLIQUE = /\b(?:in|at|from|near|on|of|for|to|with|by|after|before|against|about|between|under|since|until)\s+(?:the\s+)?$/i

const PLACED = /\b(?:in|at|from|near|across|throughout|outside|inside|into|around|toward|towards|through)\s+$/i

const blockAt = (offset: number, { blocks }: Scene): Block | undefined => blocks[firstAt(blocks, ({ start }) => start, offset + 1) - 1]

const textBefore = (offset: number, scene: Scene): string => textBetween(offset - 12, offset, scene)

/** Draft text of one block; empty where the stretch leaves it. */
function textBetween(start: number, end: number, scene: Scene): string {
  const block = blockAt(end, scene)
  return block && end <= block.end ? block.text.slice(Math.max(0, start - block.start), end - block.start) : ''
}
