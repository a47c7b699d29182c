/** Captions, WebVTT or SubRip, as running text: who speaks, and when. */
import * as l10n from '@vscode/l10n'
import { decodeEntity } from '../markdown/entities.ts'
import type { Article, Turn } from './article.ts'
import { articleHeader } from './article-header.ts'
import { MappedTextBuilder } from './mapped-text.ts'
import { type ProblemList, problemList } from './problems.ts'
import type { Reader } from './read-file.ts'
import { spoken } from './turns.ts'

/** A change of voice begins a paragraph, and so does a sentence after a pause. Lines that roll on from one caption to the next count once. */
export const readCaptions: Reader = (text, id) => {
  const problems = problemList(text)
  const { facts, end } = articleHeader(text, problems)
  const running = new RunningText()
  for (const block of blocksOf(text, end)) readBlock(text, block, running, problems)
  const { text: words, map } = running.builder.finish()
  const { turns, times } = running
  const named = turns.some(({ speaker }) => speaker !== '')
  const article: Article = {
    id,
    ...facts,
    ...(named && !facts.speakers ? { turns } : spoken(facts, words)),
    ...(times.length > 0 && { times })
  }
  return { published: [{ article, text: words, map }], problems: problems.list() }
}

interface Line {
  readonly start: number
  readonly end: number
}

/** What stands between blank lines. */
function* blocksOf(text: string, from: number): Iterable<readonly Line[]> {
  let block: Line[] = []
  let start = from
  for (const [line] of text.slice(from).matchAll(/[^\r\n]*(?:\r\n|[\r\n]|$)/g)) {
    const words = line.trimEnd()
    if (words !== '') block.push({ start, end: start + words.length })
    else if (block.length > 0) {
      yield block
      block = []
    }
    start += line.length
  }
  if (block.length > 0) yield block
}

/** 00:01:02.500 --> 00:01:04.000 align:start, in SubRip with a comma; hours may be left out. */
const TIMING = /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/

function readBlock(text: string, block: readonly Line[], running: RunningText, problems: ProblemList): void {
  const timings = block.map(({ start, end }) => TIMING.exec(text.slice(start, end)))
  const first = timings.findIndex((timing) => timing !== null)
  const { start, end } = block[0] as Line
  if (first < 0) {
    if (!/^(?:WEBVTT|NOTE|STYLE|REGION)\b/.test(text.slice(start, end)))
      problems.add(l10n.t('this caption has no times, such as 00:01:02.500 --> 00:01:04.000'), start, end)
    return
  }
  for (let i = first; i < block.length; i += 1) {
    const [, ...parts] = timings[i] ?? []
    if (parts.length > 0) running.caption(milliseconds(parts.slice(0, 4)), milliseconds(parts.slice(4)))
    // Where the blank line is missing, the next caption's name or number stands above its times.
    else if (!timings[i + 1]) running.line(text, block[i] as Line)
  }
}

const milliseconds = ([hours, minutes, seconds, fraction = '']: readonly (string | undefined)[]): number =>
  ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))

/** Somebody who has finished a sentence and says nothing for so many milliseconds begins a paragraph. */
const PAUSE = 2000

/** A paragraph of so many units ends with its sentence. */
const LONG = 700

/** Captions that roll on follow one another within so many milliseconds, and begin with the line that the last one ended with. */
const ROLLING = 200

/** `<v Dana Ortiz>`, any other tag, `{\an8}`, and character references. */
const MARKUP = /<v(?:\.[^\s>]{0,40})?\s{1,20}([^>]{1,100})>|<\/?[\w.:-]{0,40}(?:\s[^>]{0,100})?>|\{\\[^}]{0,40}\}|&#?\w{1,12};/g

/** `>> ORTIZ: We go.` and `>> We go.`: another voice, named or not. */
const VOICE = /^(?:(?:>>+|&gt;&gt;)[ \t]*)+(?:(\p{Lu}[\p{L}.'’ -]{0,40}(?: \([^)]{1,20}\))?):(?=[ \t]))?/u

/** `ORTIZ: We go.` without anything before it; the name stays in the text, where all transcripts have it. */
const TURN = /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’()-]+){0,4}:\s/u

class RunningText {
  readonly builder = new MappedTextBuilder()
  readonly turns: Turn[] = []
  readonly times: (readonly [number, number])[] = []
  /** What was seen and is noted with the next words. */
  #break = false
  #voice: string | null = null
  #time: number | null = null
  #speaker: string | null = null
  #end = 0
  #paused = false
  #rolling = false
  #lastLine = ''
  #tail = ''
  #paragraphStart = 0

  caption(start: number, end: number): void {
    this.#paused = start - this.#end >= PAUSE
    this.#rolling = start - this.#end < ROLLING
    this.#time = start
    this.#end = end
  }

  line(text: string, { start, end }: Line): void {
    const written = text.slice(start, end)
    const bare = written.replace(MARKUP, '').trim()
    const again = this.#rolling && bare === this.#lastLine
    this.#rolling = false
    this.#lastLine = bare
    if (again) return
    const voice = VOICE.exec(written)
    if (voice) this.#speak(voice[1] ?? '')
    else if (TURN.test(bare) || (/[.!?…]["'”’)\]]*$/.test(this.#tail) && (this.#paused || this.#isLong()))) this.#break = true
    this.#paused = false
    let at = start + (voice?.[0].length ?? 0)
    let space = true
    const add = (words: string, from: number, to: number): void => {
      if (this.#add(words, from, to - from, space)) space = false
    }
    for (const { 0: markup, 1: name, index } of written.slice(at - start).matchAll(MARKUP)) {
      const from = start + (voice?.[0].length ?? 0) + index
      add(text.slice(at, from), at, from)
      at = from + markup.length
      if (name !== undefined && name.trim() !== this.#speaker) this.#speak(name.trim())
      if (markup.startsWith('&')) add(decodeEntity(markup).replace(/[\u00a0\u200e\u200f]/g, ' '), from, at)
    }
    add(text.slice(at, end), at, end)
  }

  #speak(name: string): void {
    this.#speaker = name
    this.#voice = name
    this.#break = true
  }

  #isLong(): boolean {
    return this.builder.length - this.#paragraphStart > LONG
  }

  /** Words from the file, with a space before them where they begin a line; what was waiting for words is noted. False where there are none. */
  #add(words: string, from: number, length: number, space: boolean): boolean {
    const lead = space || this.#break ? words.length - words.trimStart().length : 0
    if (words.length === lead) return false
    if (this.#break) {
      this.builder.paragraph(from + lead)
      this.#paragraphStart = this.builder.length
    } else if (space) this.builder.whole(this.builder.length === 0 ? '' : ' ', from, 0)
    if (this.#voice !== null) this.turns.push({ start: this.builder.length, speaker: this.#voice })
    if (this.#time !== null) this.times.push([this.builder.length, this.#time])
    this.#break = false
    this.#voice = null
    this.#time = null
    if (length === words.length) this.builder.units(words.slice(lead), from + lead)
    else this.builder.whole(words, from, length)
    this.#tail = (this.#tail + words).trimEnd().slice(-4)
    return true
  }
}
