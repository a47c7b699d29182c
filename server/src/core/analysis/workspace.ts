/** All open drafts and the packs, as one value: the next one shares whatever did not change. */
import { type Coverage, noCoverage } from '../coverage/coverage.ts'
import type { Pack } from '../coverage/pack.ts'
import { editMarkdown, parseMarkdown } from '../markdown/parse.ts'
import type { Analysis } from './analysis.ts'
import { createDraftMemo, type DraftMemo } from './analyze-block.ts'
import { analyzeDraft, type CheckedNotes, type Known } from './analyze-draft.ts'
import { type House, noHouse } from './house.ts'
import { shelf } from './packs.ts'
import { readAhead } from './read-ahead.ts'
import { readingCoverage } from './read-articles.ts'

export interface Workspace {
  /** Another object whenever packs, coverage, house or what was checked are others, so that the same text may be read otherwise. */
  readonly ground: object
  /** Opens the draft, or takes its next text. Near the last text, only what changed is analysed. */
  withDraft(uri: string, text: string): Workspace
  withoutDraft(uri: string): Workspace
  /** These packs and no others. */
  withPacks(packs: readonly Pack[]): Workspace
  /** What quotations are held against. */
  withCoverage(coverage: Coverage): Workspace
  /** What the house has settled. */
  withHouse(house: House): Workspace
  /** What was checked by hand. */
  withChecked(notes: CheckedNotes): Workspace
  /** Reads the newest articles before a quotation asks for them, one in each step. */
  readAhead(): Iterable<void>
  /** What is known of an open draft. */
  analysis(uri: string): Analysis | undefined
  /** How many blocks were read so far in the open drafts; tests hold the invariant of incremental analysis by it. */
  blocksRead(): number
}

interface Draft {
  readonly analysis: Analysis
  readonly memo: DraftMemo
}

/** A workspace with no drafts, no packs, no coverage and no house. */
export const createWorkspace = (): Workspace =>
  workspace(new Map(), { shelf: shelf([], 0), coverage: noCoverage, house: noHouse, notes: () => [] }, noCoverage)

/** `given` is the coverage as it was handed in; in what is known, its articles are read by the people of the packs. */
function workspace(drafts: ReadonlyMap<string, Draft>, known: Known, given: Coverage): Workspace {
  const again = (next: Known, nextGiven = given) => {
    const analyzed = [...drafts].map(([uri, { analysis, memo }]) => {
      return [uri, { analysis: analyzeDraft(analysis.markdown, next, memo, uri), memo }] as const
    })
    return workspace(new Map(analyzed), next, nextGiven)
  }
  return {
    ground: known,
    withDraft(uri, text) {
      const before = drafts.get(uri)
      if (before?.analysis.text === text) return this
      const memo = before?.memo ?? createDraftMemo()
      const markdown = before ? editMarkdown(before.analysis.markdown, text) : parseMarkdown(text)
      const analysis = analyzeDraft(markdown, known, memo, uri)
      return workspace(new Map(drafts).set(uri, { analysis, memo }), known, given)
    },
    withoutDraft: (uri) => workspace(new Map([...drafts].filter(([other]) => other !== uri)), known, given),
    withPacks: (packs) => {
      const next = shelf(packs, known.shelf.generation + 1)
      return again({ ...known, shelf: next, coverage: readingCoverage(given, next.everybody) })
    },
    withCoverage: (coverage) => again({ ...known, coverage: readingCoverage(coverage, known.shelf.everybody) }, coverage),
    withHouse: (house) => again({ ...known, house }),
    withChecked: (notes) => again({ ...known, notes }),
    readAhead: () => readAhead(known.coverage),
    analysis: (uri) => drafts.get(uri)?.analysis,
    blocksRead: () => [...drafts.values()].reduce((sum, draft) => sum + draft.memo.reads, 0)
  }
}
