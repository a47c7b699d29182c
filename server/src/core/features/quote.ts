/** A statement of the coverage as it is put into a draft: verbatim, in the draft’s marks, with an attribution as an editor would have written it. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Candidate, Chain } from '../attribution/attribution.ts'
import { familyName } from '../attribution/candidates.ts'
import type { Pack } from '../coverage/pack.ts'
import { presentRole, rolePhrase } from '../entity/role-phrase.ts'
import { attributionClause } from '../rules/attribution-clause.ts'
import { houseStyle } from '../rules/attribution-style.ts'
import { behindClosingMark } from '../rules/closing-stop.ts'
import { closingMark } from '../rules/marks.ts'
import { applyEdits } from '../text/edit.ts'
import { sameSpeaker } from '../verification/speaker.ts'
import type { Passage } from '../verification/verification.ts'
import { openMarksAt } from './open-marks.ts'
import type { Statement } from './statements.ts'

/** What to insert at the offset; `packs` tell of people whose story the draft does not tell yet: with marks and attribution, or inside marks that stand open there, the words and the closing mark. */
export function quoteAt(analysis: Analysis, offset: number, { words, passage }: Statement, packs: readonly Pack[]): string {
  const marks = openMarksAt(analysis, offset)
  if (marks) return `${inMarks(words, marks.open)}${marks.closed ? '' : marks.close}`
  const open = draftMark(analysis)
  const close = closingMark(open) ?? open
  const quoted = `${open}${inMarks(words, open)}${close}`
  const clause = clauseFor(analysis, offset, passage, packs)
  if (clause === null) return quoted
  const style = houseStyle(analysis)
  // “a threat to every trader” is part of somebody else’s sentence.
  if (/^\p{Ll}/u.test(words)) return `what ${attributionClause(clause, style).called} ${quoted}`
  const question = /\?$/.test(words)
  if (style.colonFirst) return `${attributionClause(clause, style).before(question)}: ${quoted}`
  const end = quoted.length - close.length
  return applyEdits(
    quoted,
    behindClosingMark(quoted, { start: end, end: quoted.length }, attributionClause(clause, style).after(question), style)
  )
}

/** The words inside marks of this kind: marks among them become single ones. */
export function inMarks(words: string, open: string): string {
  if (open !== '“' && open !== '"') return words
  const [opens, closes] = open === '“' ? ['‘', '’'] : ["'", "'"]
  return words.replace(/“|(?<=^|[\s([—–])"/g, opens as string).replace(/[”"]/g, closes as string)
}

/** The mark that most quotations of the draft open with. */
function draftMark({ text, quotations }: Analysis): string {
  const counts = new Map<string, number>()
  for (const { segments } of quotations)
    for (const { open } of segments) {
      const mark = text.slice(open.start, open.end)
      if (closingMark(mark) !== null) counts.set(mark, (counts.get(mark) ?? 0) + 1)
    }
  let best = '“'
  for (const [mark, count] of counts) if (count > (counts.get(best) ?? 0)) best = mark
  return best
}

/** The speaker as the draft names them at the offset: in full with the role on first mention, by the family name after that. */
function clauseFor(analysis: Analysis, offset: number, { speakers, speaker: name }: Passage, packs: readonly Pack[]): Candidate | null {
  if (name === null) return null
  const entities = packs.flatMap((pack) => pack.entities.filter(({ id }) => speakers.includes(id)))
  if (entities.length > 1 || / and /.test(name)) return { ...nobody(offset), name, shortName: name }
  const chain = analysis.chains.find((one) =>
    one.entity !== null ? speakers.includes(one.entity) : one.name !== null && sameSpeaker(one, speakers) === true
  )
  const [entity] = entities
  const introduced = chain?.mentions.some(({ span, kind }) => kind === 'name' && span.end <= offset) ?? false
  const held = entity && presentRole(entity)
  const known: Chain = chain ?? { entity: entity?.id ?? null, name, kind: entity?.kind ?? null, mentions: [], pronoun: null, role: null }
  return {
    ...nobody(offset),
    entity: known.entity,
    name,
    shortName: introduced ? familyName({ ...known, name: known.name ?? name }, () => entity) : name,
    role: held ? rolePhrase(held) : null,
    introduced
  }
}

const nobody = (offset: number): Candidate => ({
  entity: null,
  name: null,
  mention: { start: offset, end: offset },
  shortName: '',
  role: null,
  introduced: false,
  probability: 1,
  reason: ''
})
