/** Everything that is safe to mend in a draft, as one edit, for an editor that asks for it when the draft is saved. */
import { allSafeEdits, type Fix, mendingRules } from '../core/api.ts'
import { findingsOf } from './due.ts'
import type { Guard } from './guard.ts'
import { known } from './requests.ts'
import type { Session } from './session.ts'

/** No other rules run for it, and nothing is looked up in the coverage. */
export function mendingEdits(session: Session, guard: Guard, uri: string): Fix['edits'] {
  const { analysis } = known(session, uri)
  return guard.attempt(
    'what is safe to mend',
    () =>
      allSafeEdits(analysis.text, (text) => {
        const read = text === analysis.text ? analysis : session.glance(uri, text)
        return findingsOf(read, session.settings(uri), guard, 'verified', mendingRules)
      }),
    () => []
  )
}
