/** All open drafts and the packs, as one value: the next one shares whatever did not change. */
import { type Coverage, noCoverage } from '../coverage/coverage.ts'
import type { Pack } from '../coverage/pack.ts'
import { editMarkdown, parseMarkdown } from '../markdown/parse.ts'
import type { Checked } from '../verification/checked.ts'
import type { Analysis } from './analysis.ts'
import { createDraftMemo, type DraftMemo } from './analyze-block.ts'
import { analyzeDraft } from './analyze-draft.ts'
import { type Shelf, shelf } from './packs.ts'
import { readAhead } from './read-ahead.ts'
import { readingCoverage } from './read-articles.ts'

export interface Workspace {
  /** Opens the draft, or takes its next text. Near the last text, only what changed is analysed. */
  withDraft(uri: string, text: string): Workspace
  withoutDraft(uri: string): Workspace
  /** These packs and no others. */
  withPacks(packs: readonly Pack[]): Workspace
  /** What quotations are held against. */
  withCoverage(coverage: Coverage): Workspace
  /** What was checked by hand. */
  withChecked(notes: CheckedNotes): Workspace
  /** Reads the newest articles before a quotation asks for them, one in each step. */
  readAhead(): Iterable<void>
  /** What is known of an open draft. */
  analysis(uri: string): Analysis | undefined
  /** How many blocks were read so far in the open drafts; tests hold the invariant of incremental analysis by it. */
  blocksRead(): number
}

/** The notes on the draft with that URI. */
export type CheckedNotes = (uri: string) => readonly Checked[]

interface Draft {
  readonly analysis: Analysis
  readonly memo: DraftMemo
}

/** A workspace with no drafts, no packs and no coverage. */
export const createWorkspace = (): Workspace => workspace(new Map(), shelf([], 0), noCoverage, noCoverage, () => [])

/** `given` is the coverage as it was handed in, `coverage` the same with its articles read by the people of the packs. */
function workspace(drafts: ReadonlyMap<string, Draft>, packs: Shelf, given: Coverage, coverage: Coverage, notes: CheckedNotes): Workspace {
  const without = (uri: string) => new Map([...drafts].filter(([other]) => other !== uri))
  const again = (nextPacks: Shelf, nextGiven: Coverage, nextCoverage: Coverage, nextNotes: CheckedNotes) => {
    const analyzed = [...drafts].map(([uri, { analysis, memo }]) => {
      const next = analyzeDraft(analysis.markdown, nextPacks, nextCoverage, nextNotes(uri), memo, uri)
      return [uri, { analysis: next, memo }] as const
    })
    return workspace(new Map(analyzed), nextPacks, nextGiven, nextCoverage, nextNotes)
  }
  return {
    withDraft(uri, text) {
      const known = drafts.get(uri)
      if (known?.analysis.text === text) return this
      const memo = known?.memo ?? createDraftMemo()
      const markdown = known ? editMarkdown(known.analysis.markdown, text) : parseMarkdown(text)
      const analysis = analyzeDraft(markdown, packs, coverage, notes(uri), memo, uri)
      return workspace(new Map(drafts).set(uri, { analysis, memo }), packs, given, coverage, notes)
    },
    withoutDraft: (uri) => workspace(without(uri), packs, given, coverage, notes),
    withPacks: (next) => {
      const nextPacks = shelf(next, packs.generation + 1)
      return again(nextPacks, given, readingCoverage(given, nextPacks.everybody), notes)
    },
    withCoverage: (next) => again(packs, next, readingCoverage(next, packs.everybody), notes),
    withChecked: (next) => again(packs, given, coverage, next),
    readAhead: () => readAhead(coverage),
    analysis: (uri) => drafts.get(uri)?.analysis,
    blocksRead: () => [...drafts.values()].reduce((sum, draft) => sum + draft.memo.reads, 0)
  }
}
