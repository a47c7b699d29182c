/** A role as it stands behind a name: *the president of Russia*, *an international relations expert at the University of …*. */
import type { Entity, Role } from './entity.ts'

/** The role as a phrase: of a post that one person holds with *the … of*, of any other with *a … at*. */
export function rolePhrase({ title, of }: Role): string {
  const small = title.replace(/\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase())
  const one = HELD_BY_ONE.test(small)
  const article = one ? 'the' : /^[aeiou]/i.test(small) ? 'an' : 'a'
  const whose = of ? ` ${one ? 'of' : 'at'} ${of}` : ''
  return `${article} ${small}${whose}`
}

const HELD_BY_ONE =
  /\b(?:president|premier|chancellor|minister|secretary|governor|mayor|king|queen|pope|chief|head|leader|chair|chairman|chairwoman|director|ceo)$/i

/** The role somebody holds: the first listed that has not ended. */
export const presentRole = ({ roles }: Entity): Role | null => roles.find(({ until }) => until === undefined) ?? roles[0] ?? null

/** A role as the draft gives it, *the mayor* or a title before the name, *Mayor*, as such a phrase. */
export const asPhrase = (role: string): string => (/^(?:an?|the|his|her|its|their|who)\s/i.test(role) ? role : `the ${role.toLowerCase()}`)
