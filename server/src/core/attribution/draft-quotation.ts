/** A quotation where it stands in the draft. Only flags are set at once, since of hundreds an edit changes one and a rule looks at few. */
import type { PlacedMention } from '../entity/placed-mention.ts'
import type { Block } from '../markdown/block.ts'
import type { QuotationKind, Segment } from '../quotation/quotation.ts'
import { toDraft } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import type { Evidence, Quotation, Speaker } from './attribution.ts'
import type { Decided, ReadBlock, Who } from './carry-over.ts'
import type { LocalQuotation } from './decide.ts'
import type { People } from './people.ts'
import type { Decision } from './sieves/sieve.ts'
import type { Somebody } from './somebody.ts'

/** What the quotations of one draft share. */
export interface DraftOfQuotations {
  readonly blocks: readonly ReadBlock[]
  people(): People
  /** Whether no marks stand in the draft at all: only then are words without marks taken for a speaker’s own. */
  readonly withoutMarks: boolean
}

const isIndirect = ({ form }: LocalQuotation, { withoutMarks }: DraftOfQuotations): boolean =>
  form === 'indirect' || (form === 'verbatim' && !withoutMarks)

export class DraftQuotation implements Quotation {
  readonly kind: QuotationKind
  readonly probability: number
  readonly unattributed: boolean
  readonly carriedOver: boolean
  readonly ended: boolean
  readonly block: number
  readonly #decided: Decided
  readonly #draft: DraftOfQuotations
  #span: Span | undefined
  #segments: readonly Segment[] | undefined
  #speaker: Speaker | null | undefined

  constructor(decided: Decided, block: number, draft: DraftOfQuotations) {
    const { local, decision, runsOn } = decided
    const spoken = decision !== null || local.spoken >= SURELY_SPOKEN
    this.kind = isIndirect(local, draft) ? 'indirect' : spoken ? (local.whole ? 'direct' : 'mixed') : local.unspoken
    this.probability = decision ? decision.probability : local.spoken
    this.ended = runsOn || local.closed
    // Of words whose end is not known, only that is told.
    this.unattributed = decision === null && local.spoken >= SURELY_SPOKEN && this.ended
    this.carriedOver = decided.carriedOver
    this.block = block
    this.#decided = decided
    this.#draft = draft
  }

  get span(): Span {
    this.#span ??= draftSpan(this.#here, this.#decided.local.span)
    return this.#span
  }

  get segments(): readonly Segment[] {
    if (this.#segments === undefined) {
      const { local, runsOn } = this.#decided
      const last = local.segments.length - 1
      this.#segments = local.segments.map((segment, i) => inDraft(segment, this.#here, runsOn && i === last))
    }
    return this.#segments
  }

  get speaker(): Speaker | null {
    if (this.#speaker === undefined) {
      const { decision, carriedOver } = this.#decided
      const who = this.#who
      this.#speaker = decision && who && speakerAt(who, spanOfAll(mentionsOf(decision, this.#decided), this.#there), carriedOver)
    }
    return this.#speaker
  }

  get speakerKey(): string {
    return this.#who?.key ?? ''
  }

  get cue(): Span | null {
    const cue = this.#decided.decision?.cue
    return cue ? draftSpan(this.#there, cue.span) : null
  }

  get evidence(): Evidence | null {
    const { decision } = this.#decided
    if (!decision) return null
    const words = [decision.mention.span, ...(decision.cue ? [decision.cue.span] : [])].map((span) => draftSpan(this.#there, span))
    return { sieve: decision.sieve, words, reason: decision.reason }
  }

  get local(): object {
    return this.#decided.local
  }

  /** Everything at once, for comparing and for writing down. */
  toJSON(): Omit<Quotation, 'local' | 'speakerKey'> {
    const { span, kind, segments, speaker, cue, evidence, probability, unattributed, carriedOver, ended, block } = this
    return { span, kind, segments, speaker, cue, evidence, probability, unattributed, carriedOver, ended, block }
  }

  /** Remembered while no name changes: then the same names stand in the same order before every pronoun. */
  get #who(): Who | null {
    const { decision, back, memo } = this.#decided
    if (!decision) return null
    const people = this.#draft.people()
    if (memo.who && memo.bearers === people.bearers) return memo.who
    memo.who = whoIs(mentionsOf(decision, this.#decided), this.block - back, people)
    memo.bearers = people.bearers
    return memo.who
  }

  get #here(): Block {
    return this.#draft.blocks[this.block]!.block
  }

  /** The block that named the speaker. */
  get #there(): Block {
    return this.#draft.blocks[this.block - this.#decided.back]!.block
  }
}

/** Below it, words without a speaker count as a title, a term, a mark of distance. */
const SURELY_SPOKEN = 0.8

/** A stretch of the block's prose as a stretch of the draft. */
export const draftSpan = ({ prose, start }: Block, span: Span<'prose'>): Span => toDraft(prose.map, span, start)

const inDraft = ({ span, open, close }: Segment<'prose'>, block: Block, runsOn: boolean): Segment => ({
  span: draftSpan(block, span),
  open: draftSpan(block, open),
  close: close && draftSpan(block, close),
  runsOn
})

/** Those who share the verb, in order: *Xi and Putin said*. */
function mentionsOf({ mention }: Decision, { local, carriedOver }: Decided): readonly PlacedMention[] {
  if (carriedOver || local.also.length === 0) return [mention]
  return [mention, ...local.also].sort((a, b) => a.span.start - b.span.start)
}

const speakerAt = ({ entity, name, also }: Who, span: Span, carriedOver: boolean): Speaker => ({ entity, name, span, also, carriedOver })

const spanOfAll = (mentions: readonly PlacedMention[], block: Block): Span =>
  draftSpan(block, { start: mentions[0]!.span.start, end: mentions.at(-1)!.span.end })

function whoIs(mentions: readonly PlacedMention[], at: number, people: People): Who {
  const [first, ...also] = mentions.flatMap((mention) => {
    const all = people.whoAre(at, mention)
    return all.length === 0 ? [named(null, mention)] : all.map((somebody) => named(somebody, mention))
  })
  return { ...first!, also, key: [first!, ...also].map(({ entity, name }) => `${entity ?? ''}=${name ?? ''}`).join('&') }
}

const named = (somebody: Somebody | null, mention: PlacedMention) => ({
  entity: somebody?.entity?.id ?? null,
  name: somebody?.name ?? (mention.kind === 'name' ? mention.head : null)
})
