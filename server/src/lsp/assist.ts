/** An assistant's questions: of a draft that need not be open, or of the coverage of a folder. */
import {
  type SaidInCoverage,
  type UnattributedQuotation,
  unattributedQuotations,
  type VerifiedQuotation,
  verifiedQuotations,
  whoSaid
} from '../core/api.ts'
import { Refusal } from './guard.ts'
import type { AssistParams } from './protocol.ts'
import type { Session } from './session.ts'

export type AssistResult = readonly VerifiedQuotation[] | readonly SaidInCoverage[] | readonly UnattributedQuotation[]

/** The answer as plain data. Throws Refusal for a question that is none. */
export function assist(session: Session, { tool, text, speaker, folder = '' }: AssistParams): AssistResult {
  if (typeof text !== 'string' || typeof folder !== 'string') throw new Refusal('an assistant’s question should have a text')
  if (speaker !== undefined && typeof speaker !== 'string') throw new Refusal('a speaker should be a name')
  const uri = `${folder.replace(/\/$/, '')}/${DRAFT}`
  if (tool !== 'who_said' && tool !== 'verify_quotations' && tool !== 'list_unattributed') throw new Refusal(`there is no tool “${tool}”`)
  const analysis = session.glance(uri, tool === 'who_said' ? '' : text)
  if (!analysis) throw new Error('this draft could not be analysed')
  if (tool === 'who_said') return whoSaid(analysis.coverage, text, speaker ?? null, MOST_ANSWERS)
  return tool === 'verify_quotations' ? verifiedQuotations(analysis) : unattributedQuotations(analysis)
}

const MOST_ANSWERS = 10

/** A name that no file has. */
const DRAFT = '.saidby-assistant-draft.md'
