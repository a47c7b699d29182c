/** Who says a stretch of an article, and in whose words it stands there. */
import { type Article, speakersAt } from './article.ts'

/**
 * `spoken`: somebody's own words, in marks, in a transcript, in a statement; `reported`: what somebody said, in the reporter's words; `article`:
 * the article's own prose.
 */
export type Voice = 'spoken' | 'reported' | 'article'

export interface Said {
  /** Null where it is not known, as in an article that has lost its marks. */
  readonly voice: Voice | null
  /** Everybody the coverage gives the words to, by id and by name; empty where it does not tell. */
  readonly speakers: readonly string[]
  /** The same for a reader: *Dana Ortiz*, *Xi Jinping and Vladimir Putin*, *a spokesman*; null where the coverage does not tell. */
  readonly speaker: string | null
  /** Whether that is one person who is named, so that the words are plainly nobody else's. */
  readonly person: boolean
  /** How far they go on saying it in this voice, in offsets into the article; null where that is not known. */
  readonly within: { readonly start: number; readonly end: number } | null
}

export const unsaid: Said = { voice: null, speakers: [], speaker: null, person: false, within: null }

/** What the article itself tells of the stretch, without its text being read. `isPerson` knows the names and ids of people. */
export function saidIn(article: Article, start: number, end: number, isPerson: (speaker: string) => boolean = () => false): Said {
  const speakers = speakersAt(article, start)
  if (!article.speakers && !article.turns) return unsaid
  const names = speakers.filter((speaker) => !ID.test(speaker))
  return {
    voice: speakers.length === 0 ? null : isSpoken(article, start, end) ? 'spoken' : 'reported',
    speakers,
    speaker: names.length > 0 ? listed(names) : (article.unnamed ?? null),
    person: names.length === 1 && speakers.every(isPerson),
    within: article.turns ? null : { start: 0, end: Number.POSITIVE_INFINITY }
  }
}

/** *Ortiz*, *Ortiz and Okafor*, *Ortiz, Okafor and Brandt*. */
export const listed = (names: readonly string[]): string =>
  names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** A pack's ids stand beside the names: `xi-jinping`. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The better part of the stretch stands in what was spoken. */
function isSpoken({ spoken }: Article, start: number, end: number): boolean {
  if (!spoken) return true
  const within = spoken.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0)
  return within > 0 && 2 * within >= end - start
}
