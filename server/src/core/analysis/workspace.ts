/** All open drafts and the packs, as one value: the next one shares whatever did not change. */
import type { Pack } from '../coverage/pack.ts'
import { editMarkdown, parseMarkdown } from '../markdown/parse.ts'
import type { Analysis } from './analysis.ts'
import { createDraftMemo, type DraftMemo } from './analyze-block.ts'
import { analyzeDraft } from './analyze-draft.ts'
import { type Shelf, shelf } from './packs.ts'

export interface Workspace {
  /** Opens the draft, or takes its next text. Near the last text, only what changed is analysed. */
  withDraft(uri: string, text: string): Workspace
  withoutDraft(uri: string): Workspace
  /** These packs and no others. */
  withPacks(packs: readonly Pack[]): Workspace
  /** What is known of an open draft. */
  analysis(uri: string): Analysis | undefined
  /** How many blocks were read so far in the open drafts; tests hold the invariant of incremental analysis by it. */
  blocksRead(): number
}

interface Draft {
  readonly analysis: Analysis
  readonly memo: DraftMemo
}

/** A workspace with no drafts and no packs. */
export const createWorkspace = (): Workspace => workspace(new Map(), shelf([], 0))

function workspace(drafts: ReadonlyMap<string, Draft>, packs: Shelf): Workspace {
  const without = (uri: string) => new Map([...drafts].filter(([other]) => other !== uri))
  return {
    withDraft(uri, text) {
      const known = drafts.get(uri)
      if (known?.analysis.text === text) return this
      const memo = known?.memo ?? createDraftMemo()
      const markdown = known ? editMarkdown(known.analysis.markdown, text) : parseMarkdown(text)
      return workspace(new Map(drafts).set(uri, { analysis: analyzeDraft(markdown, packs, memo), memo }), packs)
    },
    withoutDraft: (uri) => workspace(without(uri), packs),
    withPacks(next) {
      const nextShelf = shelf(next, packs.generation + 1)
      const analyzed = [...drafts].map(
        ([uri, { analysis, memo }]) => [uri, { analysis: analyzeDraft(analysis.markdown, nextShelf, memo), memo }] as const
      )
      return workspace(new Map(analyzed), nextShelf)
    },
    analysis: (uri) => drafts.get(uri)?.analysis,
    blocksRead: () => [...drafts.values()].reduce((sum, draft) => sum + draft.memo.reads, 0)
  }
}
