/** A person, body or place under another name: each of its forms to the new one's, and nothing that somebody said. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Entity } from '../entity/entity.ts'
import type { TextEdit } from '../text/edit.ts'
import { fold } from '../text/fold.ts'
import { type Span, touches } from '../text/span.ts'
import { type Occurrence, occurrences } from './occurrences.ts'
import { type Whom, whomAt } from './whom.ts'

export interface Renamable {
  readonly span: Span
  /** The full name, which is what is asked for anew. */
  readonly name: string
}

/** What a rename at the offset would begin from; null inside quotation marks and where nobody is named. */
export function renamable(analysis: Analysis, offset: number): Renamable | null {
  const whom = whomAt(analysis, offset)
  if (!whom) return null
  const here = occurrences(analysis, whom.chain).find(({ span, kind }) => kind === 'name' && touches(span, offset))
  return here && !here.inMarks ? { span: here.span, name: fullName(whom) } : null
}

/**
 * The edits that give them the new name in this draft: the full name for the full name, the family name for the family name, the given for the
 * given; possessives keep to the new ending. A new name of one word is a new family name. Names inside quotation marks stay.
 */
export function renamed(analysis: Analysis, whom: Whom, newName: string): readonly TextEdit[] {
  const old = partsOf(fullName(whom), whom.entity)
  const words = newName.trim().split(/\s+/)
  const renewed =
    words.length === 1 && old.given ? { ...old, family: words[0]!, full: fullOf(old, words[0]!) } : partsOf(words.join(' '), whom.entity)
  return occurrences(analysis, whom.chain).flatMap((occurrence) => {
    const newText = occurrence.kind === 'name' && !occurrence.inMarks ? formOf(occurrence, old, renewed) : null
    if (newText === null || newText === occurrence.words) return []
    return [{ ...occurrence.span, newText }, ...possessive(analysis.text, occurrence, newText)]
  })
}

export const fullName = ({ entity, chain, mention }: Whom): string => entity?.name ?? chain.name ?? mention.head

interface Parts {
  readonly full: string
  readonly given: string
  readonly family: string
  readonly familyFirst: boolean
}

/** The family name is not always the last word: *Xi* Jinping. */
function partsOf(full: string, entity: Entity | null): Parts {
  const words = full.split(/\s+/)
  const familyFirst = entity?.order === 'family-given'
  if (words.length === 1 || (entity && entity.kind !== 'person')) return { full, given: '', family: full, familyFirst }
  const length = entity?.family && full === entity.name ? entity.family.split(/\s+/).length : 1
  const family = familyFirst ? words.slice(0, length) : words.slice(-length)
  const given = familyFirst ? words.slice(length) : words.slice(0, -length)
  return { full, given: given.join(' '), family: family.join(' '), familyFirst }
}

const fullOf = ({ given, familyFirst }: Parts, family: string): string => (familyFirst ? `${family} ${given}` : `${given} ${family}`)

/** Which form stands here, and its new one; null for an acronym and the like, which are no form of the name. */
function formOf({ words }: Occurrence, old: Parts, renewed: Parts): string | null {
  const key = fold(words).replace(/\s+/g, ' ')
  const plain = (name: string) => fold(name)
  if (old.given && key === plain(old.given)) return renewed.given || null
  if (key === plain(old.family)) return renewed.family
  if (key === plain(old.full)) return renewed.full
  // *Dana M. Ortiz*, *Ortiz Jr.*, *Volodymyr Zelenskyy*: both names, or one otherwise spelt.
  const [first = '', ...rest] = key.split(' ')
  if (old.given && rest.length > 0 && first === plain(old.given).split(' ')[0]) return renewed.full
  return old.given && rest.length === 0 && first[0] === plain(old.family)[0] ? renewed.family : null
}

/** *Sanders’* becomes *Okafor’s*. */
function possessive(text: string, { span, words }: Occurrence, newText: string): readonly TextEdit[] {
  if (!/s$/i.test(words) || /s$/i.test(newText) || !/^['’](?!\p{L})/u.test(text.slice(span.end, span.end + 2))) return []
  return [{ start: span.end + 1, end: span.end + 1, newText: 's' }]
}
