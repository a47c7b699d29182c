/** The words of an attribution as an editor would have written them: *Putin said*, or on first mention *said Alexander Korolev, an expert*. */
import type { Candidate } from '../attribution/attribution.ts'
import type { HouseStyle } from './attribution-style.ts'

export interface Clause {
  /** Behind the quotation or between its sentences; asks where a question was quoted. */
  after(question: boolean): string
  /** In front of it, without the colon. */
  before(question: boolean): string
  /** Who, with the role on first mention, for a credit line. */
  readonly credit: string
  /** Behind *what*: *Putin called*. */
  readonly called: string
}

/** Stands where a name will: the writer knows that it is missing. */
export const PLACEHOLDER = '[speaker]'

/** The clause for the speaker, or with a placeholder where nobody is likely. */
export function attributionClause(candidate: Candidate | null, { tense }: HouseStyle): Clause {
  const verb = (question: boolean) => (question ? (tense === 'said' ? 'asked' : 'asks') : tense)
  const called = tense === 'said' ? 'called' : 'calls'
  if (!candidate) return simple(PLACEHOLDER, verb, called)
  if (candidate.introduced || !candidate.name) return { ...simple(candidate.shortName, verb, called), credit: credit(candidate) }
  const who = credit(candidate)
  const comma = candidate.role ? ',' : ''
  return {
    after: (question) => `${verb(question)} ${who}`,
    before: (question) => `${who}${comma} ${verb(question)}`,
    credit: who,
    called: `${who}${comma} ${called}`
  }
}

const simple = (who: string, verb: (question: boolean) => string, called: string): Clause => ({
  after: (question) => `${who} ${verb(question)}`,
  before: (question) => `${capital(who)} ${verb(question)}`,
  credit: capital(who),
  called: `${who} ${called}`
})

const credit = ({ name, shortName, role }: Candidate): string => capital(role ? `${name ?? shortName}, ${role}` : (name ?? shortName))

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
