/** A draft's quotations against the coverage, worked out when somebody asks and remembered by their words. */
import type { Quotation } from '../attribution/attribution.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { Block } from '../markdown/block.ts'
import type { Segment } from '../quotation/quotation.ts'
import { toDraft, toProse } from '../text/offset-map.ts'
import type { DraftSpeaker } from '../verification/speaker.ts'
import type { QuotationVerification, Verification } from '../verification/verification.ts'
import { verifyQuotation } from '../verification/verify-quotation.ts'

/** What became of the quotation; the edits' offsets run in the draft. */
export function verificationOf(quotation: Quotation, blocks: Blocks, coverage: Coverage): QuotationVerification {
  const placed = inDrafts.get(quotation)
  if (placed) return placed
  const wanted = wantedOf(quotation, blocks)
  const memo = memoOf(coverage)
  let known = memo.get(wanted.key)
  if (!known) {
    known = verifyQuotation(wanted.texts, wanted.speaker, coverage)
    memo.set(wanted.key, known)
  }
  return place(known, quotation, wanted)
}

/** The same where it is remembered, else null. */
export function knownVerification(quotation: Quotation, blocks: Blocks, coverage: Coverage): QuotationVerification | null {
  const placed = inDrafts.get(quotation)
  if (placed || coverage.index.segments.length === 0) return placed ?? null
  const last = lookedUp.get(quotation.local)
  if (last?.coverage === coverage && last.who === quotation.speakerKey) {
    if (!isPlaced(last.known)) return place(last.known, quotation, wantedOf(quotation, blocks))
    inDrafts.set(quotation, last.known)
    return last.known
  }
  const wanted = wantedOf(quotation, blocks)
  const known = memoOf(coverage).get(wanted.key)
  if (!known) return null
  lookedUp.set(quotation.local, { coverage, who: quotation.speakerKey, known })
  return place(known, quotation, wanted)
}

/** By what its paragraph says of the quotation: at a keystroke all but one are the same words by the same people as before. */
const lookedUp = new WeakMap<object, { readonly coverage: Coverage; readonly who: string; readonly known: QuotationVerification }>()

/** Whether nothing of it has a place in the draft. */
const isPlaced = ({ segments }: QuotationVerification): boolean =>
  segments.every((verification) => !verification || (verification.edits.length === 0 && !verification.seam))

/** A quotation is one analysis's, and that one has one coverage. */
const inDrafts = new WeakMap<Quotation, QuotationVerification>()

function place(known: QuotationVerification, quotation: Quotation, wanted: Wanted): QuotationVerification {
  const placed = inDraft(known, wanted)
  inDrafts.set(quotation, placed)
  return placed
}

type Blocks = readonly { readonly block: Block }[]

/** What is looked up for a quotation. */
interface Wanted {
  readonly places: readonly (SegmentPlace | null)[]
  readonly texts: readonly string[]
  readonly speaker: DraftSpeaker | null
  readonly key: string
}

function wantedOf(quotation: Quotation, blocks: Blocks): Wanted {
  const { segments, speaker: drafts } = quotation
  const places = segments.map((segment) => placeOf(segment, blocks))
  const texts = places.map((place) => place?.text ?? '')
  const speaker = drafts && { entity: drafts.entity, name: drafts.name, also: drafts.also }
  return { places, texts, speaker, key: [quotation.speakerKey, ...texts].join('\u0000') }
}

/** With the edits where they stand in the draft. */
function inDraft(known: QuotationVerification, { places }: Wanted): QuotationVerification {
  if (isPlaced(known)) return known
  const { segments, whole } = known
  const moved = segments.map((verification, i) => verification && segmentInDraft(verification, places[i] as SegmentPlace))
  return {
    segments: moved,
    whole: whole && {
      ...whole,
      edits: moved.flatMap((verification) => verification?.edits ?? []),
      seam: moved.find((verification) => verification?.seam != null)?.seam ?? null
    }
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

function segmentInDraft(verification: Verification, { block, start }: SegmentPlace): Verification {
  const draft = (from: number, to: number) => toDraft(block.prose.map, { start: start + from, end: start + to }, block.start)
  const { edits, seam } = verification
  return {
    ...verification,
    edits: edits.map((edit) => ({ ...edit, ...draft(edit.start, edit.end) })),
    seam: seam && draft(seam.start, seam.end)
  }
}

/** A memo is a cache: what was found for the same words by the same speaker in the same coverage. */
const memos = new WeakMap<Coverage, Map<string, QuotationVerification>>()

/** More quotations than any drafts that are open together have. */
const MOST_REMEMBERED = 20_000

function memoOf(coverage: Coverage): Map<string, QuotationVerification> {
  let memo = memos.get(coverage)
  if (!memo || memo.size > MOST_REMEMBERED) {
    memo = new Map()
    memos.set(coverage, memo)
  }
  return memo
}
