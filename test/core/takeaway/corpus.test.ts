/** Takeaways are found where people see them: exactly where a draft marks them, and nearly so where only its prose tells. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { measureTakeaways } from '../../bench/takeaways.ts'
import { takeawayDrafts } from '../../corpus/takeaways.ts'

const measured = takeawayDrafts(join(import.meta.dirname, '..', '..', 'corpus', 'takeaways')).map((draft) => measureTakeaways(draft, []))
const plain = measured.filter(({ name }) => name.includes('plain'))
const marked = measured.filter(({ name }) => !name.includes('plain'))
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

describe('where a draft marks them', () => {
  test.each(marked)('$name', ({ starts }) => {
    expect(starts.found).toEqual(starts.gold)
  })
})

describe('where only its prose tells', () => {
  test('the borders are near those that people see', () => {
    expect(mean(plain.map(({ ours }) => ours.windowDiff))).toBeLessThan(0.18)
    expect(mean(plain.map(({ ours }) => ours.pk))).toBeLessThan(0.18)
  })

  test('much nearer than those of TextTiling', () => {
    expect(mean(plain.map(({ ours }) => ours.windowDiff))).toBeLessThan(0.5 * mean(plain.map(({ tiling }) => tiling.windowDiff)))
  })

  test.each(plain)('$name: nearer than chance', ({ ours }) => {
    expect(ours.windowDiff).toBeLessThan(0.45)
  })
})
