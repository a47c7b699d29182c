/** A statement of the coverage as it is put into a draft: verbatim, in the draft’s marks, with an attribution as an editor would have written it. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Candidate } from '../attribution/attribution.ts'
import { familyName } from '../attribution/candidates.ts'
import type { Pack } from '../coverage/pack.ts'
import { listed } from '../coverage/said.ts'
import * as word from '../entity/lexicon.ts'
import { presentRole, rolePhrase } from '../entity/role-phrase.ts'
import { attributionClause } from '../rules/attribution-clause.ts'
import { houseStyle, writtenMarks } from '../rules/attribution-style.ts'
import { behindClosingMark } from '../rules/closing-stop.ts'
import { applyEdits } from '../text/edit.ts'
import { sameSpeaker } from '../verification/speaker.ts'
import type { Passage } from '../verification/verification.ts'
import { openMarksAt, speakerBefore } from './open-marks.ts'
import type { Statement } from './statements.ts'

/** What to insert at the offset; `packs` tell of people whose story the draft does not tell yet: with marks and attribution, or inside marks that stand open there, the words and the closing mark. */
export function quoteAt(analysis: Analysis, offset: number, { words, passage }: Statement, packs: readonly Pack[]): string {
  const marks = openMarksAt(analysis, offset)
  if (marks) return `${inMarks(words, marks.open)}${marks.closed ? '' : marks.close}`
  const [open, close] = writtenMarks(analysis)
  const quoted = `${open}${inMarks(words, open)}${close}`
  const clause = isGiven(analysis, offset) ? null : clauseFor(analysis, offset, passage, packs)
  if (clause === null) return quoted
  const style = houseStyle(analysis)
  if (isNounPhrase(words)) return `what ${attributionClause(clause, style).called} ${quoted}`
  const question = /\?$/.test(words)
  if (style.colonFirst) return `${attributionClause(clause, style).before(question)}: ${quoted}`
  const end = quoted.length - close.length
  return applyEdits(
    quoted,
    behindClosingMark(quoted, { start: end, end: quoted.length }, attributionClause(clause, style).after(question), style)
  )
}

/** *Ortiz promised to |*: the sentence that the words are put into has its speaker. */
function isGiven(analysis: Analysis, offset: number): boolean {
  const before = analysis.text.slice(analysis.blocks.findLast(({ block }) => block.start <= offset)?.block.start ?? 0, offset)
  return /[\p{L}\p{N},]\s*$/u.test(before) && !/\n\s*$/.test(before) && speakerBefore(analysis, offset) !== null
}

/** “a threat to every trader” is part of a sentence, “safeguard the system” no more than “We will”: only the one is what somebody calls something. */
const isNounPhrase = (words: string): boolean =>
  /^(?:an?|the|this|that|these|those|many|all|its|his|her|their|our|my)\s/.test(words) &&
  !(words.match(/[\p{L}’']+/gu) ?? []).some((one) => word.wordFlags(word.wordId(one.toLowerCase())) & (word.AUXILIARY | word.CUE))

/** The words inside marks of this kind: marks among them become single ones. */
export function inMarks(words: string, open: string): string {
  if (open !== '“' && open !== '"') return words
  const [opens, closes] = open === '“' ? ['‘', '’'] : ["'", "'"]
  return words.replace(/“|(?<=^|[\s([—–])"/g, opens as string).replace(/[”"]/g, closes as string)
}

/** The speaker as the draft names them at the offset: in full with the role on first mention, by the family name after that. */
function clauseFor(analysis: Analysis, offset: number, { speakers, speaker }: Passage, packs: readonly Pack[]): Candidate | null {
  if (speaker === null) return null
  const entities = packs.flatMap((pack) => pack.entities.filter(({ id }) => speakers.includes(id)))
  const document = entities.find(({ kind }) => kind === 'document')
  if (document) return { ...nobody(offset), shortName: `the ${document.name}` }
  if (entities.length > 1)
    return { ...nobody(offset), shortName: listed(entities.map(({ id, name }) => nameAt(analysis, offset, [id, name], name, packs).short)) }
  const { short, introduced } = nameAt(analysis, offset, speakers, speaker, packs)
  const held = entities[0] && presentRole(entities[0])
  return { ...nobody(offset), name: speaker, shortName: short, role: held ? rolePhrase(held) : null, introduced }
}

function nameAt(
  analysis: Analysis,
  offset: number,
  speakers: readonly string[],
  name: string,
  packs: readonly Pack[]
): { readonly short: string; readonly introduced: boolean } {
  const chain = analysis.chains.find((one) =>
    one.entity !== null ? speakers.includes(one.entity) : one.name !== null && sameSpeaker(one, speakers) === true
  )
  const introduced = chain?.mentions.some(({ span, kind }) => kind === 'name' && span.end <= offset) ?? false
  const entity = packs.flatMap(({ entities }) => entities).find(({ id }) => speakers.includes(id))
  return { short: chain && introduced ? familyName({ ...chain, name: chain.name ?? name }, () => entity) : name, introduced }
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
