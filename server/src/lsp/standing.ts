/** Whether a draft is checked, by what its writer set, by where it is and by what it says. */
import * as l10n from '@vscode/l10n'
import { standing } from '../core/api.ts'
import type { Files } from '../store/files.ts'
import type { StandingParams, StandingResult } from './protocol.ts'
import type { Session } from './session.ts'

export function standingOf(session: Session, files: Files, { textDocument: { uri } }: StandingParams): StandingResult {
  session.draft(uri)
  const analysis = session.analysis(uri)
  const quotations = analysis?.quotations.filter(({ kind }) => kind === 'direct' || kind === 'mixed').length ?? 0
  const elsewhere = setElsewhere(session, files, uri)
  if (elsewhere !== null) return { checked: false, reasons: [elsewhere], quotations }
  if (!analysis) return { checked: false, reasons: [l10n.t('This file could not be analysed; the output says why.')], quotations }
  return { ...standing(analysis), quotations }
}

/** Why it is not checked, whatever it says itself; else null. */
function setElsewhere(session: Session, files: Files, uri: string): string | null {
  if (session.paused.has(null) || session.paused.has(uri)) return l10n.t('This file is not checked, since Saidby is paused.')
  const { enable, levels } = session.settings(uri)
  if (!enable) return l10n.t('This file is not checked, since “saidby.enable” is switched off in the settings.')
  const path = files.pathOf(uri)
  if (path !== null && session.library(uri).holds(path))
    return l10n.t('This file is not checked, since it is itself part of the coverage that drafts are held against.')
  if (Object.values(levels).every((level) => level === 'off'))
    return l10n.t('This file is not checked, since the project file leaves it out, or every rule is off.')
  return null
}
