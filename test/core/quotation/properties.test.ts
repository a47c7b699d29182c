/** What holds of marked segments whatever the text: they are total, in order, inside their paragraph, and no paragraph disturbs another. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markedSegments } from '../../../server/src/core/quotation/marks.ts'
import type { Segment } from '../../../server/src/core/quotation/quotation.ts'
import type { Span } from '../../../server/src/core/text/span.ts'
import { segmentsOf } from '../../support/drawn.ts'

const marks = ['“', '”', '‟', '"', '‘', '’', "'", '‛', '„', '‚', '``', "''", '‘‘', '’’', '«', '»', '‹', '›']
const words = ['we', 'Go', 'traders', "isn't", '’80s', '5', '10', 'é', 'נלך', 'نذهب', '我们', '😀']
const others = [
  ' ',
  ' ',
  ' ',
  ',',
  '.',
  '?',
  '…',
  '—',
  '-',
  ':',
  '(',
  ')',
  '[',
  ']',
  '=',
  '\u200b',
  '\u200e',
  '\u202b',
  '\u00a0',
  '\ud83d',
  '\ude00'
]

/** One paragraph, as unbalanced as can be. */
const paragraph = fc
  .array(fc.oneof(fc.constantFrom(...marks), fc.constantFrom(...words), fc.constantFrom(...others)), { maxLength: 40 })
  .map((parts) => parts.join(''))

/** The prose of several paragraphs that end with a newline each. */
function prose(paragraphs: readonly string[]): { text: string; spans: readonly Span<'prose'>[] } {
  let at = 0
  const spans = paragraphs.map((words) => {
    const span = { start: at, end: at + words.length }
    at = span.end + 1
    return span
  })
  return { text: paragraphs.join('\n'), spans }
}

const OPENS = /^(?:[“”‟"‘’'‛„‚«»‹›]|``|''|‘‘|’’|‛‛)$/
const CLOSES = /^(?:[“”‟"‘’'‛«»‹›]|``|''|‘‘|’’|‛‛)$/

function expectSound(text: string, spans: readonly Span<'prose'>[], segments: readonly Segment<'prose'>[]): void {
  let last = 0
  for (const { span, open, close } of segments) {
    expect(span.start).toBeGreaterThanOrEqual(last)
    expect(span.end).toBeGreaterThan(span.start)
    last = span.end
    expect(spans.some(({ start, end }) => start <= span.start && span.end <= end)).toBe(true)
    expect(open.start).toBe(span.start)
    expect(text.slice(open.start, open.end)).toMatch(OPENS)
    if (close === null) continue
    expect(close.end).toBe(span.end)
    expect(close.start).toBeGreaterThanOrEqual(open.end)
    expect(text.slice(close.start, close.end)).toMatch(CLOSES)
  }
}

test('segments are in order, apart, inside their paragraph, and begin and end with marks', () => {
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
      const { text, spans } = prose(paragraphs)
      expectSound(text, spans, markedSegments(text, spans))
    }),
    { numRuns: 1000 }
  )
})

test('any string at all has sound segments', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const spans = [{ start: 0, end: text.length }]
      expectSound(text, spans, markedSegments(text, spans))
    }),
    { numRuns: 1000 }
  )
})

test('a paragraph reads by itself as it does among others', () => {
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
      const { text, spans } = prose(paragraphs)
      const alone = paragraphs.flatMap((words, i) =>
        markedSegments(words, [{ start: 0, end: words.length }]).map(({ span, close }) => ({
          start: span.start + spans[i]!.start,
          end: span.end + spans[i]!.start,
          closed: close !== null
        }))
      )
      const together = markedSegments(text, spans).map(({ span, close }) => ({ start: span.start, end: span.end, closed: close !== null }))
      expect(together).toEqual(alone)
    }),
    { numRuns: 1000 }
  )
})

test('one stray mark typed in a paragraph of a draft changes no other paragraph’s segments', () => {
  // A draft's paragraphs here are plain words, so that what is typed is a mark and no Markdown.
  const plain = fc
    .array(fc.constantFrom('“', '”', '"', '‘', '’', "'", '«', '»', '„', 'we', 'Go', 'levy', ' ', ' ', ',', '.', '5'), {
      minLength: 1,
      maxLength: 25
    })
    .map((parts) => `a${parts.join('')}`)
  const typed = fc.constantFrom(...marks.filter((mark) => !mark.includes('`')))
  fc.assert(
    fc.property(fc.array(plain, { minLength: 2, maxLength: 5 }), fc.nat(), fc.nat(), typed, (paragraphs, which, where, mark) => {
      const at = which % paragraphs.length
      const before = paragraphs[at]!
      const place = 1 + (where % before.length)
      const after = before.slice(0, place) + mark + before.slice(place)
      const shift = mark.length
      const from = paragraphs.slice(0, at).join('\n\n').length + (at > 0 ? 2 : 0)
      const outside = (list: readonly string[], own: string) =>
        segmentsOf(list.join('\n\n')).filter(({ start, end }) => end <= from || start >= from + own.length)
      const moved = outside(paragraphs, before).map((s) => (s.start < from ? s : { ...s, start: s.start + shift, end: s.end + shift }))
      expect(outside(paragraphs.with(at, after), after)).toEqual(moved)
    }),
    { numRuns: 1000 }
  )
})

describe('nesting', () => {
  test('ten thousand nested marks are one segment', () => {
    for (const [open, close] of [
      ['“', '”'],
      ['«', '»']
    ] as const) {
      const text = `${open.repeat(10_000)}we go${close.repeat(10_000)}`
      expect(markedSegments(text, [{ start: 0, end: text.length }]).map(({ span }) => span)).toEqual([{ start: 0, end: text.length }])
    }
  })

  test('ten thousand marks that are never closed end at the paragraph’s end', () => {
    const text = `${'“we go '.repeat(10_000)}\nshe left “for good”`
    const end = text.indexOf('\n')
    const segments = markedSegments(text, [
      { start: 0, end },
      { start: end + 1, end: text.length }
    ])
    expect(segments).toHaveLength(10_001)
    expect(segments.at(-1)?.close).not.toBeNull()
  })
})
