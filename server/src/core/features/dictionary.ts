/** Spelling checkers’ dictionaries with names put to what they hold already. */
import * as l10n from '@vscode/l10n'
import { applyEdits, modify, type ParseError, parse } from 'jsonc-parser'
import { isCollection, isSeq, parseDocument } from 'yaml'

/**
 * A word a line: `plain`, `harper` (its user and workspace dictionaries), `vale` (a vocabulary’s `accept.txt`) and `ltex` (an external file of
 * `ltex.dictionary`). `cspell` is its configuration in JSON, with comments or without, `cspell-yaml` the same in YAML.
 */
export type DictionaryFormat = 'plain' | 'harper' | 'vale' | 'ltex' | 'cspell' | 'cspell-yaml'

export interface Dictionary {
  readonly text: string
  /** What it lacked, in the order given. */
  readonly added: readonly string[]
}

/** A dictionary’s text is not what its format asks for, so that nothing can be added without harm. */
export class Unreadable extends Error {}

/** The dictionary, `null` where there is none, with the words that it lacks; all else in it stays as it is. Throws Unreadable. */
export function dictionary(format: DictionaryFormat, words: readonly string[], before: string | null): Dictionary {
  if (format === 'cspell') return jsonWith(words, before ?? EMPTY)
  if (format === 'cspell-yaml') return yamlWith(words, before ?? 'version: "0.2"\nwords: []\n')
  return linesWith(words, before ?? '')
}

const EMPTY = '{\n  "version": "0.2",\n  "words": []\n}\n'

function linesWith(words: readonly string[], before: string): Dictionary {
  const newline = before.includes('\r\n') ? '\r\n' : '\n'
  const added = lacking(words, before.split(/\r?\n/))
  const start = before === '' || before.endsWith('\n') ? before : before + newline
  return { text: added.length === 0 ? before : start + added.map((word) => word + newline).join(''), added }
}

function jsonWith(words: readonly string[], before: string): Dictionary {
  const errors: ParseError[] = []
  const bare = before.replace(/^\ufeff/, '')
  const value: unknown = parse(bare, errors, { allowTrailingComma: true })
  if (errors.length > 0 || !isRecord(value) || !isWords(value['words']))
    throw new Unreadable(l10n.t('it is no configuration of cSpell in JSON'))
  const added = lacking(words, value['words'] ?? [])
  const formattingOptions = { insertSpaces: !/^\t/m.test(bare), tabSize: 2, eol: bare.includes('\r\n') ? '\r\n' : '\n' }
  const put = (json: string, path: (string | number)[], put: unknown, isArrayInsertion: boolean): string =>
    applyEdits(json, modify(json, path, put, { formattingOptions, isArrayInsertion }))
  // In front: behind the last word, a comment that belongs to it would be taken along.
  const text =
    value['words'] === undefined
      ? put(bare, ['words'], added, false)
      : added.reduceRight((json, word) => put(json, ['words', 0], word, true), bare)
  return { text: before.startsWith('\ufeff') ? `\ufeff${text}` : text, added }
}

function yamlWith(words: readonly string[], before: string): Dictionary {
  const document = parseDocument(before)
  const list = document.errors.length === 0 ? document.get('words') : undefined
  const value: unknown = isSeq(list) ? list.toJSON() : (list ?? undefined)
  const isMap = document.contents === null || (isCollection(document.contents) && !isSeq(document.contents))
  if (document.errors.length > 0 || !isMap || !isWords(value)) throw new Unreadable(l10n.t('it is no configuration of cSpell in YAML'))
  const added = lacking(words, value ?? [])
  if (added.length === 0) return { text: before, added }
  if (!isSeq(list)) document.set('words', document.createNode(added))
  else {
    if (list.items.length === 0) list.flow = false
    for (const word of added) list.add(document.createNode(word))
  }
  return { text: document.toString({ lineWidth: 0 }), added }
}

const lacking = (words: readonly string[], has: readonly string[]): readonly string[] => {
  const known = new Set(has.map((word) => word.trim()))
  return [...new Set(words)].filter((word) => !known.has(word))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isWords = (value: unknown): value is readonly string[] | undefined =>
  value === undefined || (Array.isArray(value) && value.every((word) => typeof word === 'string'))
