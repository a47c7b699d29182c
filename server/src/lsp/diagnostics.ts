/** When the writer is told what: at once, but for what is new in the paragraph being typed; and only of the newest text. */
import type { Diagnostic } from 'vscode-languageserver'
import { type Analysis, askCoverage, type Finding, findings, ruleIds } from '../core/api.ts'
import type { Guard } from './guard.ts'
import { locateFor } from './places.ts'
import { paused, showable } from './quiet.ts'
import type { OpenDraft, Session } from './session.ts'
import type { Settings } from './settings.ts'
import { toDiagnostic } from './to-lsp.ts'

export type Publish = (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => void

export interface Publisher {
  /** The draft was opened or edited. */
  edited(draft: OpenDraft): void
  /** Settings or packs changed. */
  refresh(): void
  closed(uri: string): void
}

export function createPublisher(session: Session, guard: Guard, publish: Publish): Publisher {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  const stop = (uri: string): void => {
    clearTimeout(timers.get(uri))
    timers.delete(uri)
  }

  /** `looked` where what could be looked up in the coverage was looked up. */
  const show = (draft: OpenDraft, looked = false): void => {
    const { document } = draft
    const { uri, version } = document
    stop(uri)
    const { delay } = session.settings
    if (delay === 0) draft.typing = paused(draft.typing)
    const analysis = session.analysis(uri)
    const pending = analysis && !looked ? lookUpAtOnce(analysis) : []
    const found = findingsOf(analysis, session.settings, guard, 'verified')
    const { shown, waiting } = showable(found, draft.typing, analysis?.markdown.blocks ?? [])
    draft.typing = { ...draft.typing, shown: shown.map(({ rule, span }) => ({ rule, start: span.start, end: span.end })) }
    publish({
      uri,
      version,
      diagnostics: shown.map((finding) => toDiagnostic(document, finding, session.abilities.relatedPlaces, locateFor(session, uri)))
    })
    if (pending.length > 0) lookUp(draft, pending)
    else if (waiting) later(uri, delay, () => showAll(draft))
  }

  /** What remains to be looked up: nothing, where it is as little as a keystroke leaves, which is looked up now. */
  const lookUpAtOnce = (analysis: Analysis): readonly (() => void)[] => {
    const { enable, levels } = session.settings
    const pending = enable && analysis.story && askCoverage(levels) ? analysis.unverified() : []
    if (pending.length > AT_ONCE) return pending
    for (const look of pending) guard.attempt(LOOK, look, () => {})
    return []
  }

  const later = (uri: string, delay: number, work: () => void): void => {
    timers.set(uri, setTimeout(guard.heed('the diagnostics', work), delay))
  }

  /** The rest of the draft is held against the coverage, a quotation at a time between other messages; then it is shown again. */
  const lookUp = (draft: OpenDraft, pending: readonly (() => void)[], next = 0): void =>
    later(draft.document.uri, 0, () => {
      const look = pending[next]
      if (!look) return show(draft, true)
      guard.attempt(LOOK, look, () => {})
      lookUp(draft, pending, next + 1)
    })

  const showAll = (draft: OpenDraft): void => {
    draft.typing = paused(draft.typing)
    show(draft)
  }

  return {
    edited: show,
    refresh: () => {
      for (const draft of session.drafts.values()) show(draft)
    },
    closed: (uri) => {
      stop(uri)
      publish({ uri, diagnostics: [] })
    }
  }
}

const LOOK = 'the look into the coverage'

/** The quotation that is typed and its paragraph, and one more. */
const AT_ONCE = 3

/**
 * All findings of a draft at the writer's levels; where a rule fails, those of the others. With `verified`, only what was looked up in the
 * coverage before is told of it.
 */
export function findingsOf(
  analysis: Analysis | undefined,
  { enable, levels }: Settings,
  guard: Guard,
  known: 'all' | 'verified' = 'all'
): readonly Finding[] {
  if (!analysis || !enable) return []
  return guard.attempt(
    'the rules',
    () => findings(analysis, levels, known),
    () =>
      ruleIds.flatMap((rule) =>
        guard.attempt(
          `the rule ${rule}`,
          () => findings(analysis, { ...allOff, [rule]: levels[rule] }, known),
          () => []
        )
      )
  )
}

const allOff = Object.fromEntries(ruleIds.map((rule) => [rule, 'off'])) as Settings['levels']
