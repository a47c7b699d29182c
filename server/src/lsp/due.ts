/** Which findings are due: all at once, but for those new in the paragraph being typed and those that are still to be looked up. */
import { type Analysis, allOff, askCoverage, type Finding, findings, type RuleId, ruleIds } from '../core/api.ts'
import type { Guard } from './guard.ts'
import { paused, showable } from './quiet.ts'
import type { OpenDraft, Session } from './session.ts'
import type { Settings } from './settings.ts'

export interface Due {
  /** The draft was opened or edited: what waits for a pause waits from now on. */
  edited(draft: OpenDraft): void
  /** The findings to be shown of the newest text. They are taken to be shown then. */
  now(draft: OpenDraft): readonly Finding[]
  closed(uri: string): void
}

/** `more` hears when more is due of a draft than was. */
export function createDue(session: Session, guard: Guard, more: (draft: OpenDraft) => void): Due {
  const pauses = createTimers(guard)
  const looks = createTimers(guard)
  /** Nothing of these remains to be looked up, or it was tried in vain. */
  const lookedUp = new WeakSet<Analysis>()
  const waiting = new WeakSet<OpenDraft>()

  const now = (draft: OpenDraft): readonly Finding[] => {
    const { uri } = draft.document
    const settings = session.settings(uri)
    if (settings.delay === 0) draft.typing = paused(draft.typing)
    const analysis = session.analysis(uri)
    const pending = analysis && !lookedUp.has(analysis) ? lookUpAtOnce(analysis, settings) : []
    const due = showable(findingsOf(analysis, settings, guard, 'verified'), draft.typing, analysis?.markdown.blocks ?? [])
    draft.typing = { ...draft.typing, shown: due.shown.map(({ rule, span }) => ({ rule, start: span.start, end: span.end })) }
    if (due.waiting) waiting.add(draft)
    else waiting.delete(draft)
    if (analysis && pending.length > 0) lookUp(draft, analysis, pending)
    return due.shown
  }

  /** What remains to be looked up: nothing, where it is as little as a keystroke leaves, which is looked up now. */
  const lookUpAtOnce = (analysis: Analysis, { enable, levels }: Settings): readonly (() => void)[] => {
    const pending = enable && analysis.story && askCoverage(levels) ? analysis.unverified() : []
    if (pending.length > AT_ONCE) return pending
    for (const look of pending) guard.attempt(LOOK, look, () => {})
    return []
  }

  /** The rest of the draft is held against the coverage, a quotation at a time between other messages. */
  const lookUp = (draft: OpenDraft, analysis: Analysis, pending: readonly (() => void)[], next = 0): void =>
    looks.start(draft.document.uri, 0, () => {
      const look = pending[next]
      if (look) {
        guard.attempt(LOOK, look, () => {})
        return lookUp(draft, analysis, pending, next + 1)
      }
      lookedUp.add(analysis)
      more(draft)
    })

  return {
    edited(draft) {
      const { uri } = draft.document
      const { delay } = session.settings(uri)
      looks.stop(uri)
      pauses.stop(uri)
      if (draft.typing.touched.length === 0 || delay === 0) return
      pauses.start(uri, delay, () => {
        draft.typing = paused(draft.typing)
        if (waiting.has(draft)) more(draft)
      })
    },
    now,
    closed(uri) {
      looks.stop(uri)
      pauses.stop(uri)
    }
  }
}

const LOOK = 'the look into the coverage'

/** The quotation that is typed and its paragraph, and one more. */
const AT_ONCE = 3

/** One timer for each draft. */
function createTimers(guard: Guard) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const stop = (uri: string): void => {
    clearTimeout(timers.get(uri))
    timers.delete(uri)
  }
  return {
    stop,
    start(uri: string, delay: number, work: () => void): void {
      stop(uri)
      timers.set(
        uri,
        setTimeout(() => guard.attempt('the diagnostics', work, () => {}), delay)
      )
    }
  }
}

/**
 * The findings of a draft at the writer's levels; where a rule fails, those of the others. With `verified`, only what was looked up in the
 * coverage before is told of it. With `only`, no other rules run.
 */
export function findingsOf(
  analysis: Analysis | undefined,
  { enable, levels }: Settings,
  guard: Guard,
  known: 'all' | 'verified' = 'all',
  only: readonly RuleId[] = ruleIds
): readonly Finding[] {
  if (!analysis || !enable) return []
  const asked = only === ruleIds ? levels : { ...allOff, ...Object.fromEntries(only.map((rule) => [rule, levels[rule]])) }
  return guard.attempt(
    'the rules',
    () => findings(analysis, asked, known),
    () =>
      only.flatMap((rule) =>
        guard.attempt(
          `the rule ${rule}`,
          () => findings(analysis, { ...allOff, [rule]: levels[rule] }, known),
          () => []
        )
      )
  )
}
