/** A draft's quotations against the coverage, worked out when somebody asks and remembered by their words. */
import type { Quotation } from '../attribution/attribution.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { Block } from '../markdown/block.ts'
import type { Segment } from '../quotation/quotation.ts'
import { toDraft, toProse } from '../text/offset-map.ts'
import type { QuotationVerification, Verification } from '../verification/verification.ts'
import { verifyQuotation } from '../verification/verify-quotation.ts'

/** What became of the quotation; the edits' offsets run in the draft. */
export function verificationOf(
  { segments, speaker }: Quotation,
  blocks: readonly { readonly block: Block }[],
  coverage: Coverage
): QuotationVerification {
  const places = segments.map((segment) => placeOf(segment, blocks))
  const texts = places.map((place) => place?.text ?? '')
  const known = remembered(coverage, texts, speaker && { entity: speaker.entity, name: speaker.name })
  const moved = known.segments.map((verification, i) => verification && inDraft(verification, places[i] as SegmentPlace))
  const { whole } = known
  return {
    segments: moved,
    whole: whole && { ...whole, edits: moved.flatMap((verification) => verification?.edits ?? []) }
  }
}

/** A segment's words in the prose of its block. */
interface SegmentPlace {
  readonly block: Block
  readonly start: number
  readonly text: string
}

function placeOf({ span, open, close }: Segment, blocks: readonly { readonly block: Block }[]): SegmentPlace | null {
  const block = blockAt(blocks, span.start)
  if (!block) return null
  const { map, text } = block.prose
  const start = toProse(map, open.end, block.start)
  return { block, start, text: text.slice(start, toProse(map, close?.start ?? span.end, block.start)) }
}

/** The last block that begins at the offset or before it. */
function blockAt(blocks: readonly { readonly block: Block }[], offset: number): Block | null {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle] as { block: Block }).block.start <= offset) low = middle + 1
    else high = middle
  }
  return blocks[low - 1]?.block ?? null
}

function inDraft(verification: Verification, { block, start }: SegmentPlace): Verification {
  const edits = verification.edits.map((edit) => ({
    ...edit,
    ...toDraft(block.prose.map, { start: start + edit.start, end: start + edit.end }, block.start)
  }))
  return { ...verification, edits }
}

/** A memo is a cache: what was found for the same words by the same speaker in the same coverage. */
const memos = new WeakMap<Coverage, Map<string, QuotationVerification>>()

/** More quotations than any drafts that are open together have. */
const MOST_REMEMBERED = 20_000

function remembered(
  coverage: Coverage,
  texts: readonly string[],
  speaker: Pick<NonNullable<Quotation['speaker']>, 'entity' | 'name'> | null
): QuotationVerification {
  let memo = memos.get(coverage)
  if (!memo || memo.size > MOST_REMEMBERED) {
    memo = new Map()
    memos.set(coverage, memo)
  }
  const key = [speaker?.entity ?? '', speaker?.name ?? '', ...texts].join('\u0000')
  let known = memo.get(key)
  if (!known) {
    known = verifyQuotation(texts, speaker, coverage)
    memo.set(key, known)
  }
  return known
}
