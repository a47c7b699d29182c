/** Some words of a quotation against the coverage: where they stand, and what was changed. */
import type { Coverage } from '../coverage/coverage.ts'
import type { Alignment } from './align.ts'
import { type NameSpellings, nameSpellings } from './comparable.ts'
import { type Circumstances, find, findWords, NEAR } from './find.ts'
import { withoutInterruptions } from './interrupted.ts'
import { editsOf, type Laid, passageOf } from './lay.ts'
import { type Quoted, quoted } from './quoted.ts'
import { read, saidBy } from './said-by.ts'
import { isShift } from './shifts.ts'
import { type DraftSpeaker, lastWord, sameSpeaker } from './speaker.ts'
import { type Splice, splice } from './splice.ts'
import type { Edit, Passage, Verification } from './verification.ts'

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
  const { speaker } = circumstances
  const names = namesIn(coverage)
  const found = find(quote, circumstances, coverage, names, Math.max(SLIPS, ALIKE * quote.spoken))
  const whole = found.laid.map((one) => (one.changed > 0 ? withoutInterruptions(quote, one, names) : one))
  const all = whole.sort((a, b) => a.changed - b.changed)
  const laid = quote.spoken > FEW ? all : all.filter((one) => counts(one, circumstances))
  const [best] = laid
  const nearest = best && isClose(quote, best) ? nearestOf(quote, laid, best, speaker, coverage) : null
  if (nearest?.[0].changed === 0) return verdictOf(quote, nearest, speaker)
  const joined =
    !nearest || nearest[0].changed > SLIPS
      ? splice(quote, found.stretches, (from, to) => findWords(quote, from, to, coverage, names))
      : null
  if (joined) return spliced(quote, joined, nearest?.[0].edits ?? [], speaker, coverage)
  const known = nearest && nearest[0].changed <= ALIKE * quote.spoken ? verdictOf(quote, nearest, speaker) : null
  if (known && nearest && alike(quote, nearest[0], circumstances)) return known
  if (quote.spoken < FEWEST) return null
  return known
    ? { ...known, verdict: 'unsupported' }
    : { verdict: 'unsupported', saidBy: null, passages: [], edits: [], shifted: 0, words: quote.spoken, seam: null }
}

/** Whether it is worth to read whose words they are. */
const isClose = ({ spoken }: Quoted, { changed }: Laid): boolean => changed === 0 || (spoken >= FEW && changed <= ALIKE * spoken)

/** A place that was found, with what differs there. */
interface Nearest {
  readonly laid: Laid
  readonly alignment: Alignment
  readonly passage: Passage
  readonly edits: readonly Edit[]
  /** How many of them are not shown. */
  readonly changed: number
}

/** The places with equally few changes, read for who says what, the one that tells best first. */
function nearestOf(
  quote: Quoted,
  laid: readonly Laid[],
  best: Laid,
  speaker: DraftSpeaker | null,
  coverage: Coverage
): readonly [Nearest, ...Nearest[]] {
  const all = laid
    .filter(({ changed }) => changed === best.changed)
    .flatMap((one) => one.alignments.map((alignment) => ({ laid: one, alignment, passage: passageOf(one, alignment) })))
  return read(distinct(all), speaker, coverage).map((place) => {
    const edits = editsOf(quote, place.laid, place.alignment)
    return { ...place, edits, changed: edits.filter(({ shown }) => !shown).length }
  }) as unknown as readonly [Nearest, ...Nearest[]]
}

const ready = new WeakMap<Coverage['spellings'], NameSpellings>()

/** The coverage's spellings of names, made ready once for each. */
export function namesIn({ spellings }: Coverage): NameSpellings {
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
 * the baker said, and somebody else that he does not think the council is going: between two people only the better part of a sentence counts,
 * but it counts as well where it is told in another tense and person.
 */
function alike(quote: Quoted, nearest: Nearest, { speaker, near }: Circumstances): boolean {
  const { spoken } = quote
  const { passage, edits, changed } = nearest
  if (spoken <= FEW) return spoken === FEW && changed <= 1 && isNear(passage, near)
  const same = sameSpeaker(speaker, passage.speakers)
  if (same === false) {
    return spoken >= 8 && changed - shiftsAmong(edits) <= spoken / 5 && longestRun(nearest, quote, isShift) >= 6
  }
  const run = longestRun(nearest, quote, () => false)
  return same === true ? run >= 4 || changed <= spoken / 5 : run >= 5
}

/** How many words of the quotation in a row are unchanged, or changed as `passed` says. */
function longestRun({ edits, laid: { steps } }: Nearest, { words }: Quoted, passed: (edit: Edit) => boolean): number {
  const touched = new Set(edits.filter((edit) => !edit.shown && !passed(edit)).map(({ start }) => start))
  let run = 0
  let longest = 0
  for (const step of steps) {
    run = step.kind === 'unit' && !touched.has(words.starts[step.unit.from] as number) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

const shiftsAmong = (edits: readonly Edit[]): number => edits.filter((edit) => !edit.shown && isShift(edit)).length

function verdictOf(quote: Quoted, nearest: readonly [Nearest, ...Nearest[]], speaker: DraftSpeaker | null): Verification {
  const [{ edits, changed }] = nearest
  const passages = nearest.map(({ passage }) => passage)
  return {
    verdict: changed > 0 ? 'altered' : edits.length > 0 ? 'trimmed' : 'verbatim',
    saidBy: saidBy(passages, speaker),
    passages,
    edits,
    shifted: shiftsAmong(edits),
    words: quote.spoken,
    seam: null
  }
}

function spliced(
  quote: Quoted,
  { passages, seam }: Splice,
  edits: readonly Edit[],
  speaker: DraftSpeaker | null,
  coverage: Coverage
): Verification {
  const both = passages.map((passage) => (read([{ passage }], speaker, coverage)[0] as { passage: Passage }).passage)
  return {
    verdict: 'spliced',
    saidBy: saidBy(both, speaker),
    passages: both,
    edits,
    shifted: 0,
    words: quote.spoken,
    seam
  }
}

/** Two stretches of one article may overlap, and have the same place. */
function distinct<P extends { readonly passage: Passage }>(places: readonly P[]): readonly P[] {
  const seen = new Set<string>()
  return places.filter(({ passage: { article, start, end } }) => {
    const key = `${start} ${end} ${article.id}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
