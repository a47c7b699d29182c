/** What holds of every quotation: cut out it is verbatim, changed it is altered by as much, joined it is spliced. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageOf } from '../../../server/src/core/coverage/coverage.ts'
import { turnsOf } from '../../../server/src/core/coverage/turns.ts'
import { foldWords } from '../../../server/src/core/coverage/words.ts'
import { align } from '../../../server/src/core/verification/align.ts'
import { noSpellings, unitsOf } from '../../../server/src/core/verification/comparable.ts'
import { quoted, stepsOf } from '../../../server/src/core/verification/quoted.ts'
import { verifyQuotation } from '../../../server/src/core/verification/verify-quotation.ts'
import { coverage, verdict } from '../../support/coverage.ts'

/** Words that no rule of spelling touches, so that a word is equal to itself alone. */
const vocabulary = Array.from({ length: 900 }, (_, i) => `q${i.toString(36)}v`)
const words = (least: number, most: number) => fc.array(fc.constantFrom(...vocabulary), { minLength: least, maxLength: most })
const article = words(200, 400)

/** A stretch of an article, by two numbers of any size. */
function cut(from: readonly string[], at: number, length: number): string[] {
  const start = at % (from.length - length)
  return from.slice(start, start + length)
}

test('cut from an article it is verbatim', () => {
  fc.assert(
    fc.property(article, article, fc.nat(), fc.integer({ min: 6, max: 40 }), (one, other, at, length) => {
      const known = coverage({ one: one.join(' '), other: other.join(' ') })
      expect(verdict(cut(one, at, length).join(' '), known)).toMatch(/^verbatim one/)
    }),
    { numRuns: 60 }
  )
})

const change = fc.record({
  at: fc.nat(),
  op: fc.constantFrom('sub', 'ins', 'del'),
  word: fc.constantFrom('zebraword', 'yakword', 'emuword')
})

test('with k words changed it is altered by k edits or fewer, which make the quotation’s words of the passage’s', () => {
  fc.assert(
    fc.property(
      article,
      fc.nat(),
      fc.integer({ min: 16, max: 60 }),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      (one, at, length, changes) => {
        const changed = cut(one, at, length)
        for (const { at: where, op, word } of changes) {
          // Not at the edges, where a word less is a shorter quotation.
          const i = 6 + (where % (changed.length - 12))
          if (op === 'sub') changed[i] = word
          else if (op === 'ins') changed.splice(i, 0, word)
          else changed.splice(i, 1)
        }
        const published = one.join(' ')
        const known = coverageOf([{ article: { id: 'one' }, text: published }], [], 1)
        const text = changed.join(' ')
        const verification = verifyQuotation([text], null, known).whole
        if (!verification) throw new Error('not verified')
        const { edits, passages, verdict } = verification
        expect(edits.length).toBeLessThanOrEqual(changes.length)
        if (verdict === 'verbatim') expect(published).toContain(text)
        else expect(verdict).toBe('altered')
        let rebuilt = ''
        let from = passages[0]?.start ?? 0
        for (const { quote, passage } of edits) {
          rebuilt += ` ${published.slice(from, passage.start)} ${quote} `
          from = passage.end
        }
        rebuilt += published.slice(from, passages[0]?.end)
        expect(rebuilt.trim().split(/\s+/)).toEqual(changed)
        for (const { op, quote, start, end } of edits) expect(text.slice(start, end)).toBe(op === 'del' ? '' : quote)
      }
    ),
    { numRuns: 100 }
  )
})

test('with words left out where an ellipsis shows it, it is trimmed', () => {
  fc.assert(
    fc.property(
      article,
      fc.nat(),
      fc.integer({ min: 1, max: 100 }),
      fc.constantFrom('…', '...', '. . .', '[…]'),
      (one, at, hidden, sign) => {
        const whole = cut(one, at, hidden + 16)
        const text = [...whole.slice(0, 8), sign, ...whole.slice(-8)].join(' ')
        expect(verdict(text, coverage({ one: one.join(' ') }))).toMatch(/^(?:trimmed|verbatim) one/)
      }
    ),
    { numRuns: 60 }
  )
})

test('with words replaced by brackets it is trimmed', () => {
  fc.assert(
    fc.property(article, fc.nat(), fc.integer({ min: 0, max: 6 }), words(1, 4), (one, at, hidden, inside) => {
      const whole = cut(one, at, hidden + 12)
      const text = [...whole.slice(0, 6), `[${inside.join(' ')}]`, ...whole.slice(-6)].join(' ')
      expect(verdict(text, coverage({ one: one.join(' ') }))).toMatch(/^(?:trimmed|verbatim) one/)
    }),
    { numRuns: 60 }
  )
})

test('joined from two far passages it is spliced', () => {
  fc.assert(
    fc.property(
      article,
      article,
      fc.nat(30),
      fc.integer({ min: 8, max: 20 }),
      fc.integer({ min: 8, max: 20 }),
      (one, other, at, first, second) => {
        const head = one.slice(at, at + first)
        const tail = one.slice(150, 150 + second)
        expect(verdict([...head, ...tail].join(' '), coverage({ one: one.join(' '), other: other.join(' ') }))).toMatch(/^spliced one/)
        expect(
          verdict([...head, ...other.slice(20, 20 + second)].join(' '), coverage({ one: one.join(' '), other: other.join(' ') }))
        ).toMatch(/^spliced one other/)
      }
    ),
    { numRuns: 40 }
  )
})

test('an alignment has no more edits than the plain table of Levenshtein distances', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('ba', 'be', 'bo', 'bu'), { minLength: 1, maxLength: 12 }),
      fc.array(fc.constantFrom('ba', 'be', 'bo', 'bu'), { minLength: 1, maxLength: 20 }),
      (a, b) => {
        const quote = quoted(a.join(' '))
        const steps = stepsOf(
          quote,
          unitsOf(quote.text, quote.words, noSpellings, () => false)
        )
        const text = b.join(' ')
        const found = align(
          steps,
          unitsOf(text, foldWords(text), noSpellings, () => false)
        )
        expect(found[0]?.changed).toBe(leastEdits(a, b))
      }
    )
  )
})

/** Sellers' table, written plainly. */
function leastEdits(a: readonly string[], b: readonly string[]): number {
  let above = b.map(() => 0).concat(0)
  for (const [i, word] of a.entries()) {
    const row = [i + 1]
    for (const [j, other] of b.entries())
      row.push(Math.min((above[j] as number) + (word === other ? 0 : 1), (above[j + 1] as number) + 1, (row[j] as number) + 1))
    above = row
  }
  return Math.min(...above)
}

test('a quotation of a thousand words is laid on piece by piece', () => {
  const long = Array.from({ length: 3000 }, (_, i) => `n${i}y`)
  const text = long.slice(500, 1600)
  const known = coverage({ long: long.join(' ') })
  expect(verdict(text.join(' '), known)).toBe('verbatim long')
  text[700] = 'zebraword'
  expect(verdict(text.join(' '), known)).toBe('altered long n1200y→zebraword')
})

test('any texts: a verdict, offsets inside, nothing thrown', () => {
  const wild = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom('[', ']', '(', '…', '...', ' ', 'we', 'will', '[sic]', '-', "'", '”', 'US', 'twenty', 'one', '%', 'per', 'cent'),
        { maxLength: 60 }
      )
      .map((parts) => parts.join(' '))
  )
  fc.assert(
    fc.property(fc.array(wild, { minLength: 1, maxLength: 3 }), fc.array(wild, { maxLength: 4 }), (texts, articles) => {
      const published = articles.map((text, i) => ({ article: { id: `a${i}`, turns: turnsOf(text) }, text }))
      const { segments } = verifyQuotation(texts, { entity: null, name: texts[0] ?? '' }, coverageOf(published, [], 1))
      segments.forEach((verification, i) => {
        for (const { start, end } of verification?.edits ?? [])
          expect(start >= 0 && start <= end && end <= (texts[i]?.length ?? 0)).toBe(true)
        for (const { article, start, end } of verification?.passages ?? [])
          expect(start >= 0 && start <= end && end <= (articles[Number(article.id.slice(1))]?.length ?? -1)).toBe(true)
      })
    })
  )
})
