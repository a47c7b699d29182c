/** Whether the draft and the coverage mean the same speaker. */
import { foldWords, type Words } from '../coverage/words.ts'

/** Whom the draft gives a quotation to. */
export interface DraftSpeaker {
  readonly entity: string | null
  readonly name: string | null
  /** Who says it together with them: *Xi and Putin*. */
  readonly also?: readonly { readonly entity: string | null; readonly name: string | null }[]
}

/**
 * Whether one of the published speakers, given by id or by name, is the draft's; null where either is not known. “TRUMP” in a transcript is
 * “Dana Trump” in a draft: a name of one word is enough where it is the last of the other's.
 */
export function sameSpeaker(drafts: DraftSpeaker | null, published: readonly string[]): boolean | null {
  if (!drafts || published.length === 0) return null
  const all = [drafts, ...(drafts.also ?? [])].map((one) => same(one, published))
  return all.includes(true) ? true : (all[0] ?? null)
}

/** The names of all of the draft's speakers. */
export const namesOf = (drafts: DraftSpeaker | null): readonly string[] =>
  drafts ? [drafts, ...(drafts.also ?? [])].flatMap(({ name }) => name ?? []) : []

function same({ entity, name: drafts }: DraftSpeaker, published: readonly string[]): boolean | null {
  if (entity !== null && published.includes(entity)) return true
  if (drafts === null) return null
  const own = nameIds(drafts)
  if (own.length === 0) return null
  return published.some((name) => {
    const other = nameIds(name)
    if (other.length === 0) return false
    return other.length === 1 || own.length === 1
      ? other.includes(own.at(-1) as number) || own.includes(other.at(-1) as number)
      : own.at(-1) === other.at(-1)
  })
}

/** The last word of the name, which a story goes on with; null where there is none. */
export const lastWord = (name: string): number | null => nameIds(name).at(-1) ?? null

function nameIds(name: string): number[] {
  const words: Words = foldWords(name)
  return [...words.ids.subarray(0, words.count)]
}
