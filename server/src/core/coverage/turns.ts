/** Who speaks when in a transcript that names speakers at the start of their lines: “ORTIZ: Thank you.” */
import type { Article, Turn } from './article.ts'

/** “MAYOR ORTIZ (D):”, “Q:”, “Lena Brandt:”: capitals, up to five words, at the start of a line. */
const NAME_LINE =
  /^[ \t*_]*(\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|\([^()\n]{1,20}\)|of|de|van|von|al|bin)){0,4})[ \t*_]*:(?=[\s*_])/gmu

/** So many turns make a transcript; less is a story in which a line ends in a colon. */
const FEWEST_TURNS = 4

/** Words before a colon that name nobody. */
const NOBODY =
  /^(?:Note|Update|Correction|Editor|Photo|Image|Video|Read|Read More|Watch|Source|Related|Copyright|Subject|Date|From|To|Re|Time|Place)$/i

/** The turns in order, or none where the text is no transcript: at least four, and somebody speaks more than once. */
export function turnsOf(text: string): readonly Turn[] {
  if (!hasColons(text, FEWEST_TURNS)) return []
  const turns: Turn[] = []
  for (const { index, 0: line, 1: name } of text.matchAll(NAME_LINE)) {
    if (name !== undefined && !NOBODY.test(name)) turns.push({ start: index + (line.length - line.trimStart().length), speaker: name })
  }
  const speakers = new Set(turns.map(({ speaker }) => speaker))
  return turns.length >= FEWEST_TURNS && speakers.size < turns.length ? turns : []
}

/** What most articles have not: so many colons. */
function hasColons(text: string, fewest: number): boolean {
  let at = -1
  for (let count = 0; count < fewest; count += 1) {
    at = text.indexOf(':', at + 1)
    if (at < 0) return false
  }
  return true
}

/** The turns of a text in which one and the same speaker does not say everything. */
export function spoken({ speakers }: Pick<Article, 'speakers'>, text: string): Pick<Article, 'turns'> {
  const turns = speakers ? [] : turnsOf(text)
  return turns.length > 0 ? { turns } : {}
}
