/** Stories with their answers in between, as people write and review them: `README.md` says how; here they become offsets. */
import type { Span } from '../../server/src/core/api.ts'

/** `elsewhere`: words in a headline, caption or pull quote that the body attributes, so that nobody need be found for them. */
export type GoldKind = 'direct' | 'mixed' | 'indirect' | 'scare' | 'title' | 'term' | 'elsewhere'

export interface GoldQuotation {
  readonly kind: GoldKind
  readonly segments: readonly Span[]
  readonly cue: Span | null
  /** Null where nobody is quoted, and for words that the draft gives to nobody. */
  readonly speaker: GoldSpeaker | null
  /** Whether somebody plainly said it and the draft does not say who, so that a finding is due. */
  readonly unattributed: boolean
}

export interface GoldSpeaker {
  readonly span: Span
  /** The full names of those who speak; empty where the draft names nobody. */
  readonly names: readonly string[]
}

export interface Story {
  readonly name: string
  /** The Markdown alone. */
  readonly text: string
  readonly quotations: readonly GoldQuotation[]
}

/** Reads a story; throws, with the line, where an answer cannot be found in the passage above it, or in more than one place. */
export function readStory(name: string, source: string): Story {
  let text = ''
  /** Where the passage begins that the next answers are about. */
  let passage = 0
  let answers: { line: number; words: string }[] = []
  const quotations: GoldQuotation[] = []
  const settle = () => {
    if (answers.length === 0) return
    quotations.push(...located(name, text, passage, answers))
    passage = text.length
    answers = []
  }
  for (const [i, line] of source.split('\n').entries()) {
    if (line.startsWith('%%')) continue
    if (line.startsWith('% ')) answers.push({ line: i + 1, words: line.slice(2) })
    else {
      if (line.trim() !== '') settle()
      text += `${line}\n`
    }
  }
  settle()
  return { name, text: text.trimEnd(), quotations: quotations.sort((a, b) => a.segments[0]!.start - b.segments[0]!.start) }
}

function located(name: string, text: string, passage: number, answers: readonly { line: number; words: string }[]): GoldQuotation[] {
  const read = answers.map(({ line, words }) => {
    const [kind = '', pieces = '', cue = '–', speaker = ''] = words.split(/\s+\|\s+/)
    const find = new Finder(text, passage, `${name}.md:${line}`)
    const segments = pieces.split(/ \+ /).map((piece) => find.segment(piece.trim()))
    return { kind: kind.trim() as GoldKind, segments, cue: cue.trim(), speaker: speaker.trim(), find }
  })
  const marked = read.filter(({ kind }) => kind !== 'indirect').flatMap(({ segments }) => segments)
  return read.map(({ kind, segments, cue, speaker, find }) => {
    const outside = [...marked, ...segments]
    return {
      kind,
      segments,
      cue: cue === '–' ? null : find.outside(cue, outside),
      speaker: speaker === '' || speaker === 'nobody' ? null : speakerOf(speaker, find, outside),
      unattributed: speaker === 'nobody'
    }
  })
}

function speakerOf(answer: string, find: Finder, outside: readonly Span[]): GoldSpeaker {
  const [words = '', names = words.replace(/^\^|#\d+$/g, '')] = answer.split(/\s+=\s+/)
  return { span: find.outside(words, outside), names: names === '?' ? [] : names.split(' & ') }
}

class Finder {
  readonly #text: string
  readonly #passage: number
  readonly #place: string

  constructor(text: string, passage: number, place: string) {
    this.#text = text
    this.#passage = passage
    this.#place = place
  }

  /** `“We came .. home.”`: from the first words to the last, which are sought behind them. */
  segment(piece: string): Span {
    const [first = '', last] = piece.split(' .. ')
    const { start, end } = this.#only(first, this.#all(first, this.#passage))
    if (last === undefined) return { start, end }
    const ending = this.#all(last, end)[0]
    if (!ending) throw new Error(`${this.#place}: “${last}” does not stand behind “${first}”`)
    return { start, end: ending.end }
  }

  /** Words of the passage outside the given spans; behind `^`, their last place before the passage. */
  outside(words: string, spans: readonly Span[]): Span {
    if (words.startsWith('^')) {
      const before = this.#all(words.slice(1), 0).filter(({ end }) => end <= this.#passage)
      return before.at(-1) ?? this.#only(words, [])
    }
    const all = this.#all(words, this.#passage)
    const found = all.filter((span) => !spans.some((other) => other.start < span.end && span.start < other.end))
    // “HOLM: I never liked the sea.”: a transcript may quote the name with the words.
    return this.#only(words, found.length > 0 ? found : all)
  }

  /** The only place, or the one that `#2` counts. */
  #only(words: string, found: readonly Span[]): Span {
    const wanted = /#(\d+)$/.exec(words)?.[1]
    const span = wanted ? found[Number(wanted) - 1] : found[0]
    if (!span) throw new Error(`${this.#place}: “${words}” does not stand in the passage`)
    if (!wanted && found.length > 1)
      throw new Error(`${this.#place}: “${words}” stands ${found.length} times in the passage; say which with #`)
    return span
  }

  #all(words: string, from: number): Span[] {
    const bare = words.replace(/#\d+$/, '')
    const pattern = bare
      .split(' ')
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('(?:\\s|\\n>)+')
    const before = /^[\p{L}\p{N}]/u.test(bare) ? '(?<![\\p{L}\\p{N}])' : ''
    const behind = /[\p{L}\p{N}]$/u.test(bare) ? '(?![\\p{L}\\p{N}])' : ''
    const found = this.#text.slice(from).matchAll(new RegExp(`${before}${pattern}${behind}`, 'gu'))
    return Array.from(found, ({ index, 0: match }) => ({ start: from + index, end: from + index + match.length }))
  }
}
