/** Spelling checkers’ dictionaries: what they lack is added, and nothing else changes. */
import fc from 'fast-check'
import { parse } from 'jsonc-parser'
import { describe, expect, test } from 'vitest'
import { type DictionaryFormat, dictionary, Unreadable } from '../../server/src/core/features/dictionary.ts'

const words = ['Okafor', 'Ortiz']

describe('a word a line', () => {
  test.each([
    ['a new one', null, 'Okafor\nOrtiz\n'],
    ['one that has some of them', 'Ortiz\n', 'Ortiz\nOkafor\n'],
    ['one that does not end with its line', 'Brandt', 'Brandt\nOkafor\nOrtiz\n'],
    ['lines as Windows has them', 'Brandt\r\n', 'Brandt\r\nOkafor\r\nOrtiz\r\n'],
    ['one that has all', 'Ortiz\nOkafor', 'Ortiz\nOkafor']
  ])('%s', (_, before, after) => {
    expect(dictionary('harper', words, before).text).toBe(after)
  })
})

describe('cSpell', () => {
  test.each<[string, DictionaryFormat, string | null, string]>([
    ['none', 'cspell', null, '{\n  "version": "0.2",\n  "words": [\n    "Okafor",\n    "Ortiz"\n  ]\n}\n'],
    ['without words', 'cspell', '{\n  "language": "en"\n}\n', '{\n  "language": "en",\n  "words": [\n    "Okafor",\n    "Ortiz"\n  ]\n}\n'],
    [
      'with comments and a comma at the end',
      'cspell',
      '{\n  // our words\n  "words": [\n    "Ortiz", // the mayor\n  ],\n}\n',
      '{\n  // our words\n  "words": [\n    "Okafor",\n    "Ortiz", // the mayor\n  ],\n}\n'
    ],
    ['in YAML', 'cspell-yaml', '# ours\nwords: [Ortiz]\n', '# ours\nwords: [ Ortiz, Okafor ]\n'],
    ['in YAML without words', 'cspell-yaml', 'language: en # here\n', 'language: en # here\nwords:\n  - Okafor\n  - Ortiz\n'],
    ['in YAML, none', 'cspell-yaml', null, 'version: "0.2"\nwords:\n  - Okafor\n  - Ortiz\n']
  ])('a configuration %s', (_, format, before, after) => {
    expect(dictionary(format, words, before).text).toBe(after)
  })

  test.each<[DictionaryFormat, string]>([
    ['cspell', '[]'],
    ['cspell', '{ "words": "Ortiz" }'],
    ['cspell', 'words'],
    ['cspell-yaml', '- Ortiz\n'],
    ['cspell-yaml', 'words: Ortiz\n'],
    ['cspell-yaml', 'words: [\n']
  ])('%s %j is not touched', (format, before) => {
    expect(() => dictionary(format, words, before)).toThrow(Unreadable)
  })
})

const name = fc.stringMatching(/^[A-Z][a-zé’-]{1,8}[a-z]$/)

test('what was there stays, what was lacking is there, and a second time changes nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<DictionaryFormat>('plain', 'cspell', 'cspell-yaml'),
      fc.uniqueArray(name),
      fc.uniqueArray(name),
      (format, had, given) => {
        const before = dictionary(format, had, null).text
        const { text, added } = dictionary(format, given, before)
        expect(added).toEqual(given.filter((word) => !had.includes(word)))
        if (format === 'plain') expect(text.split('\n').slice(0, -1)).toEqual([...had, ...added])
        if (format === 'cspell') expect(parse(text).words).toEqual([...added, ...had])
        expect(dictionary(format, given, text)).toEqual({ text, added: [] })
      }
    )
  )
})
