/** Who holds which post when. */
import type { Entity, Role } from './entity.ts'

/** The roles held on the date, in the order they are listed. ISO dates compare as strings, also shortened ones: 2024 is all of that year. */
export const rolesAt = ({ roles }: Entity, date: string): readonly Role[] =>
  roles.filter(
    ({ from, until }) =>
      (from === undefined || from <= date || from.startsWith(date) || date.startsWith(from)) &&
      (until === undefined || date <= until || until.startsWith(date) || date.startsWith(until))
  )

/** The first role held on the date; without a date, the last one listed. Null where none is held. */
export const roleAt = (entity: Entity, date: string | null): Role | null =>
  (date === null ? entity.roles.at(-1) : rolesAt(entity, date)[0]) ?? null
