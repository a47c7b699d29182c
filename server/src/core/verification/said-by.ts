/** Whether the coverage gives words to the draft's speaker or to somebody else, and which of its places tells it best. */
import { type Coverage, skeleton } from '../coverage/coverage.ts'
import { type Said, saidIn, type Voice } from '../coverage/said.ts'
import { type DraftSpeaker, namesOf, sameSpeaker } from './speaker.ts'
import type { Passage, Verification } from './verification.ts'

/** Wire copy stands in a hundred articles; the first few tell whose it is. */
const MOST_READ = 4

/** The places with who says what there, those where the draft's speaker does first, then those in somebody's own words. */
export function read<P extends { readonly passage: Passage }>(places: readonly P[], speaker: DraftSpeaker | null, coverage: Coverage): P[] {
  const articles = new Set<string>()
  const known = places.map((place): P => {
    const { article, start, end } = place.passage
    if (articles.size < MOST_READ) articles.add(article.id)
    return articles.has(article.id) ? { ...place, passage: { ...place.passage, ...whoSays(coverage, place.passage, start, end) } } : place
  })
  return known
    .map((place) => ({ place, rank: rank(place.passage, speaker) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ place }) => place)
}

const whoSays = (coverage: Coverage, { article }: Passage, start: number, end: number): Said =>
  coverage.said?.(article, start, end) ?? saidIn(article, start, end)

const voices: Readonly<Record<Voice, number>> = { spoken: 0, reported: 2, article: 3 }

function rank(passage: Passage, speaker: DraftSpeaker | null): number {
  const same = sameSpeaker(speaker, passage.speakers)
  return (same === true ? 0 : same === null ? 4 : 8) + (passage.voice === null ? 1 : voices[passage.voice])
}

/** What all places together tell. The article's own prose is nobody's; a place of which nothing is known leaves it open. */
export function saidBy(passages: readonly Passage[], speaker: DraftSpeaker | null): Verification['saidBy'] {
  if (passages.some(({ speakers }) => sameSpeaker(speaker, speakers) === true)) return 'same'
  const read = passages.filter(({ voice }) => voice !== 'article')
  return read.length > 0 && read.every((passage) => isOther(passage, speaker)) ? 'other' : null
}

/** “Zelenskyy” for *Zelensky*, *Fumio Kishida* for *Kishida Fumio*: whoever shares a name may be the same. */
function isOther({ person, voice, speakers }: Passage, speaker: DraftSpeaker | null): boolean {
  const own = namesOf(speaker).flatMap(skeletons)
  if (!person || voice === null || own.length === 0) return false
  const published = new Set(speakers.flatMap(skeletons))
  return !own.some((word) => published.has(word))
}

const skeletons = (name: string): string[] => (name.match(/[\p{L}'’]+/gu) ?? []).map((word) => skeleton(word) || word.toLowerCase())
