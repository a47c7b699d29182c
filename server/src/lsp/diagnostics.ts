/** When the writer is told what: at once, but for what is new in the paragraph being typed; and only of the newest text. */
import type { Diagnostic } from 'vscode-languageserver'
import { type Analysis, type Finding, findings, ruleIds } from '../core/api.ts'
import type { Guard } from './guard.ts'
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

  const show = (draft: OpenDraft): void => {
    const { document } = draft
    const { uri, version } = document
    stop(uri)
    const { delay } = session.settings
    if (delay === 0) draft.typing = paused(draft.typing)
    const analysis = session.analysis(uri)
    const found = findingsOf(analysis, session.settings, guard)
    const { shown, waiting } = showable(found, draft.typing, analysis?.markdown.blocks ?? [])
    draft.typing = { ...draft.typing, shown: shown.map(({ rule, span }) => ({ rule, start: span.start, end: span.end })) }
    publish({ uri, version, diagnostics: shown.map((finding) => toDiagnostic(document, finding, session.abilities.relatedPlaces)) })
    if (waiting)
      timers.set(
        uri,
        setTimeout(
          guard.heed('the diagnostics', () => showAll(draft)),
          delay
        )
      )
  }

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

/** All findings of a draft at the writer's levels; where a rule fails, those of the others. */
export function findingsOf(analysis: Analysis | undefined, { enable, levels }: Settings, guard: Guard): readonly Finding[] {
  if (!analysis || !enable) return []
  return guard.attempt(
    'the rules',
    () => findings(analysis, levels),
    () =>
      ruleIds.flatMap((rule) =>
        guard.attempt(
          `the rule ${rule}`,
          () => findings(analysis, { ...allOff, [rule]: levels[rule] }),
          () => []
        )
      )
  )
}

const allOff = Object.fromEntries(ruleIds.map((rule) => [rule, 'off'])) as Settings['levels']
