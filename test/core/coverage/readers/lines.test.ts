/** Articles as lines of JSON: the way from an article's text back to its line. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineMap } from '../../../../server/src/core/coverage/line-map.ts'
import { parseLine } from '../../../../server/src/core/coverage/parse-lines.ts'
import { readMarkdown } from '../../../../server/src/core/coverage/read-markdown.ts'
import { toDraft } from '../../../../server/src/core/text/offset-map.ts'
import { only } from './read.ts'

describe('a line', () => {
  test('says what else is known', () => {
    expect(parseLine('{"id": 7, "text": "It stays.", "wording": "rough", "speaker": "Dana Ortiz", "date": 5}')).toEqual({
      article: { id: '7', wording: 'rough', speakers: ['Dana Ortiz'] },
      text: 'It stays.'
    })
  })

  test('every unit of the text leads to its own in the line', () => {
    const other = fc.dictionary(fc.string(), fc.jsonValue())
    const spaced = fc.constantFrom(undefined, 1)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), other, other, spaced, (text, before, after, space) => {
        const line = JSON.stringify(
          { ...before, id: 'a', text, ...Object.fromEntries(Object.entries(after).filter(([key]) => key !== 'text')) },
          null,
          space
        )
        const map = lineMap(line)
        expect(map.length).toBe(text.length)
        for (let i = 0; i < text.length; i += 1) {
          const { start, end } = toDraft(map, { start: i, end: i + 1 }, 0)
          expect(JSON.parse(`"${line.slice(start, end)}"`)).toBe(text[i])
        }
      })
    )
  })

  test('of a line that is none the map is empty or short, and nothing is thrown', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => void lineMap(line)))
    expect(lineMap('{"a": {"text": "no"}, "b": "text"}').length).toBe(0)
  })
})

describe('the manual', () => {
  const manual = readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'coverage.md'), 'utf8')
  const example = (first: string): string => manual.split(/^```\w*\n/m).find((part) => part.startsWith(first)) ?? ''

  test('shows a header with every key', () => {
    const { article } = only(readMarkdown, `${example('---\ntitle')}\nIt stays.\n`)
    expect(Object.keys(article).sort()).toEqual(['author', 'date', 'id', 'language', 'publisher', 'title', 'url', 'wording'])
  })

  test('shows a line with every key', () => {
    const line = /`(\{"id".+?\})`/.exec(manual)?.[1]?.replaceAll('"…"', '"x"').replace('"wording": "x"', '"wording": "rough"') ?? ''
    const parsed = parseLine(line)
    expect('article' in parsed && Object.keys(parsed.article).sort()).toEqual(
      ['author', 'date', 'id', 'language', 'publisher', 'speakers', 'title', 'url', 'wording'].sort()
    )
  })
})
