/** Quotations that somebody has checked by hand: a line of JSON each, kept in the project beside the drafts. */
import * as l10n from '@vscode/l10n'
import { foldWords } from '../coverage/words.ts'

export interface Checked {
  /** The draft's path from the folder that holds `.saidby`, with `/`. */
  readonly draft: string
  /** Whom the draft gives the words to; empty where nobody. */
  readonly speaker: string
  /** The quotation's words, without its marks. */
  readonly words: string
  readonly note: string
  readonly initials: string
  /** ISO. */
  readonly date: string
}

/** Where the lines are, from the folder of a project. */
export const CHECKED_FILE = '.saidby/checked.jsonl'

/** A line that is none of ours; it counts from 1. */
export interface BadLine {
  readonly line: number
  readonly message: string
}

/** The notes of a file's text. Total: a line that is malformed costs only itself. */
export function parseChecked(text: string): { readonly checked: readonly Checked[]; readonly problems: readonly BadLine[] } {
  const checked: Checked[] = []
  const problems: BadLine[] = []
  for (const [i, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue
    const read = parseLine(line)
    if (typeof read === 'string') problems.push({ line: i + 1, message: read })
    else checked.push(read)
  }
  return { checked, problems }
}

function parseLine(line: string): Checked | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return l10n.t('this is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return l10n.t('this is no object')
  const fields = value as Readonly<Record<string, unknown>>
  const text = (name: keyof Checked): string => (typeof fields[name] === 'string' ? fields[name] : '')
  if (text('draft') === '' || text('words') === '') return l10n.t('“draft” and “words” are needed, both as text')
  return {
    draft: text('draft').replaceAll('\\', '/').replace(/^\.\//, ''),
    speaker: text('speaker'),
    words: text('words'),
    note: text('note'),
    initials: text('initials'),
    date: text('date')
  }
}

/** The line for the file, with its line break. */
export const checkedLine = ({ draft, speaker, words, note, initials, date }: Checked): string =>
  `${JSON.stringify({ draft, speaker, words, note, initials, date })}\n`

/**
 * The newest note on these words by this speaker; null where there is none, as when a word was changed since. Marks, case and spaces may change,
 * and US for UK spelling; a note on nobody's words lapses when they get a speaker.
 */
export function noteOn(words: string, speaker: string, notes: readonly Checked[]): Checked | null {
  if (notes.length === 0) return null
  const wanted = keyOf(words)
  return notes.findLast((note) => sameName(note.speaker, speaker) && keyOfNote(note) === wanted) ?? null
}

const keys = new WeakMap<Checked, string>()

/** Asked for at every keystroke. */
function keyOfNote(note: Checked): string {
  const known = keys.get(note) ?? keyOf(note.words)
  keys.set(note, known)
  return known
}

function keyOf(words: string): string {
  const { ids, count } = foldWords(words)
  return ids.subarray(0, count).join(' ')
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()
