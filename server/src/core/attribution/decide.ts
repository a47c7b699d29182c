/** Who said the marked words of one block, as far as the block itself tells: the sieves in their order. */
import type { PlacedMention } from '../entity/mentions.ts'
import type { Block } from '../markdown/block.ts'
import type { Segment } from '../quotation/quotation.ts'
import type { Span } from '../text/span.ts'
import type { ParagraphReading, Quoted } from './paragraph.ts'
import { behind, inFront } from './sieves/adjacent.ts'
import { accordingTo, ahead, colon, continued, credit, earlierInSentence, laterInSentence, sentenceBefore } from './sieves/clause.ts'
import type { Decision, Sieve } from './sieves/sieve.ts'
import { isPlainlySpoken, type Unspoken, unspokenKind } from './unspoken.ts'

/** A quotation as its block tells it, in prose offsets. */
export interface LocalQuotation {
  readonly span: Span<'prose'>
  readonly segments: readonly Segment<'prose'>[]
  /** Whether every segment has its closing mark. */
  readonly closed: boolean
  readonly decision: Decision | null
  /** The mention that shares the verb: *Putin* in *Xi and Putin said*. */
  readonly also: readonly PlacedMention[]
  /** Whole sentences rather than words inside the paper’s own. */
  readonly whole: boolean
  readonly unspoken: Unspoken
  readonly plainlySpoken: boolean
  /** Whether nothing but quotations stands in the paragraph, so that a speaker may be carried over to it. */
  readonly fillsParagraph: boolean
  readonly opensParagraph: boolean
  /** Whether the paragraph ends with it, or with the clause that attributes it. */
  readonly endsParagraph: boolean
  readonly paragraph: number
}

/** The surest first. */
const inOrder: readonly Sieve[] = [
  behind,
  credit,
  inFront,
  accordingTo,
  colon,
  continued,
  earlierInSentence,
  laterInSentence,
  sentenceBefore
]

/** The block's quotations, in order. */
export function decide(paragraphs: readonly ParagraphReading[], kind: Block['kind']): readonly LocalQuotation[] {
  const found: LocalQuotation[] = []
  paragraphs.forEach((paragraph, p) => {
    if (paragraph.quoted.length > 0) found.push(...quotationsIn(paragraph, p, kind))
  })
  return found
}

function quotationsIn(paragraph: ParagraphReading, index: number, kind: Block['kind']): LocalQuotation[] {
  const decided: (Decision | null)[] = []
  paragraph.quoted.forEach((quoted, i) => {
    let decision: Decision | null = null
    for (const sieve of inOrder) {
      decision = sieve(paragraph, quoted, decided, i)
      if (decision) break
    }
    decided.push(decision)
  })
  for (let i = decided.length - 2; i >= 0; i -= 1) decided[i] ??= ahead(paragraph, paragraph.quoted[i]!, decided, i)
  const fills = paragraph.quoted.length === paragraph.tokens.length
  const found: LocalQuotation[] = []
  for (let i = 0; i < paragraph.quoted.length; i += 1) {
    const quoted = paragraph.quoted[i]!
    const decision = decided[i] ?? null
    const parts = [quoted]
    while (
      decision
        ? interrupted(paragraph, parts.at(-1)!, paragraph.quoted[i + 1], decision, decided[i + 1])
        : sideBySide(paragraph, parts.at(-1)!, paragraph.quoted[i + 1], decided[i + 1])
    ) {
      i += 1
      parts.push(paragraph.quoted[i]!)
    }
    found.push({
      span: { start: quoted.segment.span.start, end: parts.at(-1)!.segment.span.end },
      segments: parts.map((part) => part.segment),
      closed: parts.every((part) => part.segment.close !== null),
      decision,
      also: decision ? sharing(paragraph, decision.mention) : [],
      whole: quoted.words.opensWithCapital && (quoted.words.count > 3 || /[.,?!]/.test(quoted.words.lastSign)),
      unspoken: unspokenKind(paragraph, quoted),
      plainlySpoken: parts.some((part) => isPlainlySpoken(paragraph, part, kind)),
      fillsParagraph: fills,
      opensParagraph: quoted.token === 0,
      endsParagraph: endsParagraph(paragraph, parts.at(-1)!, decision),
      paragraph: index
    })
  }
  return found
}

function endsParagraph({ tokens }: ParagraphReading, { token }: Quoted, decision: Decision | null): boolean {
  const last = tokens.length - 1
  return (
    token >= last - 1 ||
    (decision !== null && tokens.sentence[last] === tokens.sentence[decision.mention.first] && decision.mention.first > token)
  )
}

/** “The levy,” Ortiz said, “stays.”: one sentence of one speaker in two marked pieces around the clause. */
function interrupted(
  paragraph: ParagraphReading,
  first: Quoted,
  second: Quoted | undefined,
  a: Decision,
  b: Decision | null | undefined
): boolean {
  if (!second || b?.mention !== a.mention || second.words.opensWithCapital) return false
  const between = paragraph.tokens.text.slice(first.segment.span.end, second.segment.span.start)
  return /[,—–-]\s*$/.test(between) && between.length < 120 && a.mention.first > first.token && a.mention.last < second.token
}

/** Two marked pieces of nobody’s with nothing between are one thing to tell the writer, not two. */
function sideBySide(
  { tokens }: ParagraphReading,
  first: Quoted,
  second: Quoted | undefined,
  decision: Decision | null | undefined
): boolean {
  if (!second || decision || second.token !== first.token + 1) return false
  return first.segment.close !== null && /^\s+$/.test(tokens.text.slice(first.segment.span.end, second.segment.span.start))
}

/** The others in *Xi and Putin*, *Ortiz, Reed and Okafor*. */
function sharing({ tokens, mentions }: ParagraphReading, mention: PlacedMention): readonly PlacedMention[] {
  const at = mentions.indexOf(mention)
  const found: PlacedMention[] = []
  for (const step of [-1, 1]) {
    let here = mention
    for (let m = at + step; m >= 0 && m < mentions.length; m += step) {
      const other = mentions[m]!
      const [left, right] = step < 0 ? [other, here] : [here, other]
      const joint = tokens.text.slice(left.span.end, right.span.start)
      if (!/^\s*(?:,\s*)?(?:and|&)\s+$/.test(joint) || other.object || other.possessive || other.kind === 'pronoun') break
      found.push(other)
      here = other
    }
  }
  return found
}
