/** What was said in another language reaches English in several wordings: the places of the coverage that render one statement. */
import type { Article } from '../coverage/article.ts'
import type { Coverage } from '../coverage/coverage.ts'
import { candidates } from '../coverage/passage-index.ts'
import { saidIn } from '../coverage/said.ts'
import { foldWords } from '../coverage/words.ts'
import { glimpse, nothingWanted } from './glimpse.ts'
import { lay, passageOf, read } from './lay.ts'
import { quoted } from './quoted.ts'
import { sameSpeaker } from './speaker.ts'
import { tellingWords } from './telling.ts'
import type { Passage } from './verification.ts'
import { namesIn } from './verify.ts'

/** More are a list that nobody reads. */
const MOST = 8

const MOST_COMPARED = 24

/** Words of a rendering beyond which it is no wording of this statement but a speech with it in it. */
const LONGEST = 600

/**
 * Other wordings of the passage's statement: by the same speaker, of the same occasion or within two days, with most of its telling words.
 * Best first; empty where nobody is known to say it. Places with the very same words are none.
 */
export function renderings(passage: Passage, coverage: Coverage): readonly Passage[] {
  if (passage.speakers.length === 0) return []
  const quote = quoted(textOf(passage, coverage).replace(/[[\]()…]/g, ' '))
  if (quote.spoken < 4) return []
  const own = tellingWords(quote.text)
  const same = wordsOf(quote.text)
  const found: { readonly passage: Passage; readonly alike: number }[] = []
  const seen = new Set<string>()
  for (const place of candidates(coverage.index, [quote.words.ids.subarray(0, quote.words.count)], MOST_COMPARED)) {
    if (!isOneOccasion(passage.article, place.article)) continue
    const laid = lay(read(quote, glimpse(quote, nothingWanted, place, coverage, 0), namesIn(coverage)))
    if (!laid) continue
    const at = passageOf(laid, laid.alignments[0])
    const other = whole({ ...at, ...(coverage.said?.(at.article, at.start, at.end) ?? saidIn(at.article, at.start, at.end)) }, coverage)
    if (overlap(other, passage) || !passage.speakers.some((who) => sameSpeaker({ entity: who, name: who }, other.speakers))) continue
    const text = textOf(other, coverage)
    const words = wordsOf(text)
    const alike = shared(own, tellingWords(text))
    if (alike < ALIKE || words === same || seen.has(words)) continue
    seen.add(words)
    found.push({ passage: other, alike })
  }
  return found
    .sort((a, b) => b.alike - a.alike)
    .slice(0, MOST)
    .map((one) => one.passage)
}

/** So much of the words that tell something, of the shorter one. */
const ALIKE = 0.6

const textOf = ({ article, start, end }: Passage, coverage: Coverage): string =>
  coverage.text(article, start, Math.min(end, start + LONGEST))

/** All that is said there, where it is no speech. */
function whole(passage: Passage, coverage: Coverage): Passage {
  const { article, start, end, within } = passage
  if (!within || passage.voice === null || passage.voice === 'article') return passage
  const text = coverage.text(article, within.start, Math.min(within.end, within.start + LONGEST))
  if (text.length >= LONGEST || text.length > 4 * (end - start)) return passage
  const lead = /^[\s"“”'‘’«»„]*/.exec(text)?.[0].length ?? 0
  return { ...passage, start: within.start + lead, end: within.start + Math.max(lead, text.replace(/[\s"“”'‘’«»„,]*$/, '').length) }
}

const overlap = (a: Passage, b: Passage): boolean => a.article.id === b.article.id && a.start < b.end && b.start < a.end

function isOneOccasion(a: Article, b: Article): boolean {
  if (a.occasion !== undefined && a.occasion === b.occasion) return true
  const [one, other] = [dayOf(a), dayOf(b)]
  return one !== null && other !== null && Math.abs(one - other) <= 2
}

/** Days since 1970; null where there is no date to the day. */
function dayOf({ date }: Article): number | null {
  const day = /^\d{4}-\d\d-\d\d/.exec(date ?? '')?.[0]
  const time = day === undefined ? Number.NaN : Date.parse(day)
  return Number.isNaN(time) ? null : Math.floor(time / 86_400_000)
}

const wordsOf = (text: string): string => {
  const { ids, count } = foldWords(text)
  return ids.subarray(0, count).join(' ')
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const one of a) if (b.has(one)) both += 1
  return both < 3 ? 0 : both / Math.min(a.size, b.size)
}
