/** Which mention is the likely subject of which cue, as seen from one marked segment. */
import type { ParagraphReading, Quoted } from '../paragraph.ts'
import { between, type Layout, QUOTATIONS } from './layout.ts'
import type { RankedSubjects } from './subject-ranker.ts'

/** A mention with the cue that speaks most for it. */
export interface Link {
  readonly cue: number
  readonly share: number
  readonly weight: number
  readonly before: number
  readonly behind: number
  readonly all: number
  rank: number
}

/** Who may be the subject of which cue, weighed by how near the cue stands to the segment. */
export function linksOf(
  paragraph: ParagraphReading,
  layout: Layout,
  subjects: readonly RankedSubjects[],
  { token }: Quoted
): Map<number, Link> {
  const links = new Map<number, Link>()
  const { cues, tokens } = paragraph
  subjects.forEach(({ mentions, shares }, c) => {
    const cue = cues[c]!
    const before = cue.last < token
    const left = before ? cue.last : token
    const right = before ? token : cue.first
    const apart = Math.abs(tokens.sentence[cue.first]! - tokens.sentence[token]!)
    const nearness = 1 / (1 + (right - left - 1) * 0.04 + between(layout, QUOTATIONS, left, right) * 1.5 + apart * 1.5)
    for (let i = 0; i < mentions.length; i += 1) {
      const share = shares[i]!
      if (share < 0.02) continue
      const m = mentions[i]!
      const known = links.get(m)
      const weight = share * nearness
      const better = !known || weight > known.weight
      links.set(m, {
        cue: better ? c : known.cue,
        share: better ? share : known.share,
        weight: better ? weight : known.weight,
        before: Math.max(known?.before ?? 0, before ? weight : 0),
        behind: Math.max(known?.behind ?? 0, before ? 0 : weight),
        all: (known?.all ?? 0) + share,
        rank: 0
      })
    }
  })
  const ordered = [...links.values()].sort((a, b) => b.weight - a.weight)
  ordered.forEach((link, rank) => {
    link.rank = rank
  })
  return links
}

/**
 * *Ortiz said she would call it “a dream”*: the likeliest subject that stands further from the words in the same sentence,
 * what kind it is, and the likeliest that stands nearer.
 */
export function rivals(
  { mentions, tokens, quoted }: ParagraphReading,
  links: ReadonlyMap<number, Link>,
  index: number,
  candidate: number
): readonly [out: number, kind: number, inner: number] {
  const { token } = quoted[index]!
  const mention = mentions[candidate]!
  const ahead = mention.last < token
  let out = 0
  let kind = 0
  let inner = 0
  for (const [m, { weight }] of links) {
    if (m === candidate) continue
    const other = mentions[m]!
    if (tokens.sentence[other.first] !== tokens.sentence[mention.first] || other.last < token !== ahead) continue
    if (other.last < mention.first === ahead) {
      if (weight <= out) continue
      out = weight
      kind = other.kind === 'pronoun' ? 3 : other.kind === 'nominal' ? 2 : 1
    } else inner = Math.max(inner, weight)
  }
  return [out, kind, inner]
}
