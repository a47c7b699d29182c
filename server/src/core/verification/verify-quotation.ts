/** All segments of a quotation against the coverage, each with what is known of the others. */
import type { Coverage } from '../coverage/coverage.ts'
import type { DraftSpeaker } from './speaker.ts'
import type { Passage, QuotationVerification, Verdict, Verification } from './verification.ts'
import { verifyWords } from './verify.ts'

/**
 * What became of a quotation whose segments have these texts, without their marks; the edits' offsets run in the segment's own text. The
 * longest is looked for first: “Never,” she said. “We will not raise the levy.” has its one word where the sentence stands.
 */
export function verifyQuotation(texts: readonly string[], speaker: DraftSpeaker | null, coverage: Coverage): QuotationVerification {
  const segments: (Verification | null)[] = texts.map(() => null)
  // What nothing is held against is not unsupported.
  if (coverage.index.segments.length === 0) return { segments, whole: null }
  const near: Passage[] = []
  const note = (verification: Verification | null) => {
    if (verification) near.push(...verification.passages.slice(0, MOST_NEAR))
  }
  // “We will,” she said, “raise nothing.”: neither is long enough to be found by itself.
  if (texts.length > 1 && Math.max(...texts.map(({ length }) => length)) < SHORT)
    note(verifyWords(texts.join(' … '), { speaker, near }, coverage))
  const order = texts.map((text, i) => ({ text, i })).sort((a, b) => b.text.length - a.text.length)
  for (const { text, i } of order) {
    const verification = verifyWords(text, { speaker, near }, coverage)
    segments[i] = verification
    note(verification)
  }
  return { segments, whole: together(segments) }
}

const MOST_NEAR = 4

/** UTF-16 units; some five words. */
const SHORT = 30

const worst: readonly Verdict[] = ['unsupported', 'spliced', 'altered', 'trimmed', 'verbatim']

function together(segments: readonly (Verification | null)[]): Verification | null {
  const known = segments.filter((verification) => verification !== null)
  const [first] = known
  if (!first || known.length === 1) return first ?? null
  const verdict = worst.find((one) => known.some((verification) => verification.verdict === one)) ?? first.verdict
  const speakers = known.flatMap(({ saidBy }) => saidBy ?? [])
  return {
    verdict,
    saidBy: speakers.includes('same') ? 'same' : (speakers[0] ?? null),
    passages: known.flatMap(({ passages }) => passages),
    edits: known.flatMap(({ edits }) => edits),
    shifted: known.reduce((sum, { shifted }) => sum + shifted, 0),
    words: known.reduce((sum, { words }) => sum + words, 0),
    seam: null
  }
}
