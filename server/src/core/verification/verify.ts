/** Some words of a quotation against the coverage: where they stand, and what was changed. */
import type { Coverage } from '../coverage/coverage.ts'
import { type NameSpellings, nameSpellings } from './comparable.ts'
import { type Circumstances, find, findWords, NEAR } from './find.ts'
import { editsOf, type Laid, passageOf } from './lay.ts'
import { type Quoted, quoted } from './quoted.ts'
import { lastWord, sameSpeaker } from './speaker.ts'
import { splice } from './splice.ts'
import type { Passage, Verification } from './verification.ts'

/** “Five words or fewer are”: they stand in many places, and mean something only where the same person says them or another segment is near. */
const FEW = 5

/** “frank” alone may have been said by anybody anywhere. */
const FEWEST = 3

/** Not more than so many changed words may be a slip; a splice has more. */
const SLIPS = 3

/**
 * What became of the words; null where there are none, or one or two that neither another part of the quotation nor the speaker leads to. The
 * edits' offsets run in `text`. Takes O(words × part of an article) for each of some ten stretches, however large the coverage is.
 */
export function verifyWords(text: string, circumstances: Circumstances, coverage: Coverage): Verification | null {
  const quote = quoted(text)
  if (quote.spoken === 0) return null
  const names = namesOf(coverage)
  const found = find(quote, circumstances, coverage, names, Math.max(SLIPS, ALIKE * quote.spoken))
  const laid = quote.spoken > FEW ? found.laid : found.laid.filter((one) => counts(one, circumstances))
  const [best] = laid
  if (best?.changed === 0) return verdictOf(quote, laid, best)
  const joined =
    !best || best.changed > SLIPS ? splice(quote, found.stretches, (from, to) => findWords(quote, from, to, coverage, names)) : null
  if (joined) return { verdict: 'spliced', passages: joined, edits: best ? editsOf(quote, best, best.alignments[0]) : [] }
  const nearest = best && quote.spoken >= FEW && best.changed <= ALIKE * quote.spoken ? verdictOf(quote, laid, best) : null
  if (nearest && alike(quote, best as Laid, circumstances)) return nearest
  return quote.spoken < FEWEST ? null : { verdict: 'unsupported', passages: nearest?.passages ?? [], edits: nearest?.edits ?? [] }
}

/** Spellings are made ready once for each coverage. */
const ready = new WeakMap<Coverage['spellings'], NameSpellings>()

function namesOf({ spellings }: Coverage): NameSpellings {
  let names = ready.get(spellings)
  if (!names) {
    names = nameSpellings(spellings)
    ready.set(spellings, names)
  }
  return names
}

/** Whether a few words are meant: another segment stands near, the same person says them, or that person is named around them. */
function counts(laid: Laid, { speaker, near }: Circumstances): boolean {
  return laid.alignments.some((alignment) => {
    const passage = passageOf(laid, alignment)
    if (isNear(passage, near)) return true
    const same = sameSpeaker(speaker, passage.speakers)
    if (same !== null || !speaker?.name) return same === true
    const name = lastWord(speaker.name)
    return name !== null && laid.words.ids.subarray(0, laid.words.count).includes(name)
  })
}

const isNear = (passage: Passage, near: readonly Passage[]): boolean =>
  near.some(({ article, start, end }) => article.id === passage.article.id && passage.start < end + NEAR && start - NEAR < passage.end)

/** Most words have to stand, in order. */
const ALIKE = 0.4

/**
 * Whether the words are near enough to be the same ones, changed. Of few words any change makes others. “I do not think the industry is over”,
 * the baker said, and somebody else that he does not think the council is going: between two people only the better part of a sentence counts.
 */
function alike({ spoken }: Quoted, laid: Laid, { speaker, near }: Circumstances): boolean {
  const { changed } = laid
  const passage = passageOf(laid, laid.alignments[0])
  if (spoken <= FEW) return spoken === FEW && changed <= 1 && isNear(passage, near)
  const run = longestRun(laid)
  const same = sameSpeaker(speaker, passage.speakers)
  if (same === false) return spoken >= 8 && changed <= spoken / 5 && run >= 6
  return same === true ? run >= 4 || changed <= spoken / 5 : run >= 5
}

/** How many words of the quotation in a row are unchanged. */
function longestRun({ alignments: [{ edits }], steps }: Laid): number {
  const touched = new Set(edits.filter(({ shown }) => !shown).map(({ quote: [from] }) => from))
  let run = 0
  let longest = 0
  for (const step of steps) {
    run = step.kind === 'unit' && !touched.has(step.unit.from) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

function verdictOf(quote: Quoted, laid: readonly Laid[], best: Laid): Verification {
  const equals = laid.filter(({ changed }) => changed === best.changed)
  const edits = editsOf(quote, best, best.alignments[0])
  return {
    verdict: best.changed > 0 ? 'altered' : edits.length > 0 ? 'trimmed' : 'verbatim',
    passages: distinct(equals.flatMap((one) => one.alignments.map((alignment) => passageOf(one, alignment)))),
    edits
  }
}

/** Two stretches of one article may overlap, and have the same place. */
function distinct(passages: readonly Passage[]): readonly Passage[] {
  const seen = new Set<string>()
  return passages.filter(({ article, start, end }) => {
    const key = `${start} ${end} ${article.id}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
