/** What the coverage quotes somebody with: the statements of packs, and what stands in marks in articles and in the turns of transcripts. */
import type { Article } from '../coverage/article.ts'
import type { Coverage } from '../coverage/coverage.ts'
import { articlesOf, candidates, type PassageIndex } from '../coverage/passage-index.ts'
import { type Said, saidIn } from '../coverage/said.ts'
import { foldWords } from '../coverage/words.ts'
import { fold } from '../text/fold.ts'
import { type DraftSpeaker, sameSpeaker } from '../verification/speaker.ts'
import type { Passage } from '../verification/verification.ts'

/** Somebody's own words as the coverage has them, without marks around them. */
export interface Statement {
  readonly words: string
  readonly passage: Passage
}

/**
 * Statements by the speaker, or by anybody where that is null, that have the wanted words, or any where there are none: those that begin with the
 * words first, then those that hold them, then the newest. With neither speaker nor words there are none.
 */
export function statements(coverage: Coverage, speaker: DraftSpeaker | null, words: string, most: number): readonly Statement[] {
  const wanted = comparable(words)
  if (!speaker && wanted === '') return []
  const found = new Map<string, { readonly statement: Statement; readonly rank: number }>()
  for (const statement of [...ofOneSpeaker(coverage, speaker), ...ofArticles(coverage, speaker, words)]) {
    const own = comparable(statement.words)
    const rank = likeness(own, wanted)
    if (own !== '' && rank > 0 && !found.has(own)) found.set(own, { statement, rank })
  }
  return [...found.values()]
    .sort((a, b) => b.rank - a.rank || dateOf(b.statement).localeCompare(dateOf(a.statement)))
    .slice(0, most)
    .map(({ statement }) => statement)
}

/** Whether the coverage may quote the speaker: it has a statement of theirs, or their name where it reports. Reads no text. */
export const mayQuote = (coverage: Coverage, speaker: DraftSpeaker): boolean =>
  spokenArticles(coverage.index).some(({ speakers = [] }) => sameSpeaker(speaker, speakers) === true) ||
  candidates(coverage.index, namesOf(speaker).flatMap(runsWithName), 1).length > 0

const dateOf = ({ passage }: Statement): string => passage.article.date ?? ''

const comparable = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()

/** 3 where it begins with the words, 2 where it holds them, up to 1 where it has most of them; the last one may not be finished. */
function likeness(own: string, wanted: string): number {
  if (wanted === '') return 1
  if (own.startsWith(wanted)) return 3
  if (own.includes(` ${wanted}`)) return 2
  const all = wanted.split(' ')
  const has = all.filter((word, i) => ` ${own} `.includes(i === all.length - 1 ? ` ${word}` : ` ${word} `)).length
  return has / all.length >= MOST_WORDS ? has / all.length : 0
}

const MOST_WORDS = 0.7

/** Articles that one speaker says all of, as the statements of a pack are. */
function ofOneSpeaker(coverage: Coverage, speaker: DraftSpeaker | null): Statement[] {
  return spokenArticles(coverage.index).flatMap((article) => {
    if (speaker && sameSpeaker(speaker, article.speakers ?? []) !== true) return []
    const text = coverage.text(article, 0, LONGEST + 1)
    // A speech is looked into for the words.
    if (text.length > LONGEST) return []
    return (article.spoken ?? [[0, text.length] as const]).map(([start, end]) => statementAt(coverage, article, start, end))
  })
}

/** UTF-16 units of the longest statement. */
const LONGEST = 1200

/** Listed once for each index. */
const lists = new WeakMap<PassageIndex, readonly Article[]>()

function spokenArticles(index: PassageIndex): readonly Article[] {
  let list = lists.get(index)
  if (!list) {
    const spoken: Article[] = []
    let seen = 0
    for (const article of articlesOf(index)) {
      if (article.speakers && !article.turns) spoken.push(article)
      seen += 1
      if (seen === MOST_SEEN) break
    }
    list = spoken
    lists.set(index, list)
  }
  return list
}

/** Beyond so many articles only those that are looked up by their words are known. */
const MOST_SEEN = 20_000

/** What stands near the wanted words, and near the speaker's name, in articles and transcripts. */
function ofArticles(coverage: Coverage, speaker: DraftSpeaker | null, words: string): Statement[] {
  const places = candidates(coverage.index, [wordIds(words), ...namesOf(speaker).flatMap(runsWithName)], MOST_PLACES)
  return places.flatMap(({ article, start, end }) => {
    if (article.turns || article.speakers) return words.trim() === '' ? [] : spokenSentences(coverage, speaker, article, start, end)
    const sayings = coverage.sayings?.(article, start, end) ?? []
    return sayings.flatMap((said) =>
      said.voice === 'spoken' && said.within && (!speaker || sameSpeaker(speaker, said.speakers) === true)
        ? statementAt(coverage, article, said.within.start, said.within.end, said)
        : []
    )
  })
}

const MOST_PLACES = 24

function wordIds(text: string): Uint32Array {
  const { ids, count } = foldWords(text)
  return ids.slice(0, count)
}

const namesOf = (speaker: DraftSpeaker | null): readonly string[] => (speaker?.name ? [speaker.name] : [])

/** The index knows runs of three words, and of two where they are rare: *Dana Ortiz said* is found where *Ortiz said* stands everywhere. */
function runsWithName(name: string): readonly Uint32Array[] {
  const last = name.split(/\s+/).at(-1) ?? name
  return [`${name} said`, `said ${name}`, `${last} said`, `said ${last}`, `${last} told`].map(wordIds)
}

/** The sentences of the stretch, each as a statement, where the speaker says them. */
function spokenSentences(coverage: Coverage, speaker: DraftSpeaker | null, article: Article, start: number, end: number): Statement[] {
  const text = coverage.text(article, start, end)
  return [...text.matchAll(SENTENCE)].flatMap(({ index, 0: sentence }) => {
    const statement = statementAt(coverage, article, start + index, start + index + sentence.length)
    return speaker && sameSpeaker(speaker, statement.passage.speakers) !== true ? [] : statement
  })
}

const SENTENCE = /[^\s.!?…][^.!?…\n]*[.!?…]*["”’)]*/g

/** Without the marks around the words, and without the comma that was put before a closing one. */
function statementAt(coverage: Coverage, article: Article, start: number, end: number, said?: Said): Statement {
  const text = coverage.text(article, start, Math.min(end, start + LONGEST))
  const lead = /^[\s"“”„«»‘’']*/.exec(text)?.[0].length ?? 0
  const words = text.slice(lead).replace(/[\s,]*["“”„«»’']*\s*$/, '')
  const place = { start: start + lead, end: start + lead + words.length }
  return {
    words: words.replace(/\s+/g, ' '),
    passage: { article, ...place, ...(said ?? coverage.said?.(article, place.start, place.end) ?? saidIn(article, place.start, place.end)) }
  }
}
