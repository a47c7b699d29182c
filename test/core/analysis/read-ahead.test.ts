/** The newest articles are read before anybody asks, as many as are worth it, one in each step. */
import { expect, test } from 'vitest'
import { type Coverage, coverageOf, createWorkspace } from '../../../server/src/core/api.ts'

/** So many articles, of which every other one has a date, the last the newest; and which of them were read. */
function wire(count: number): { coverage: Coverage; read: string[] } {
  const published = Array.from({ length: count }, (_, i) => ({
    article: {
      id: `wire-${i}`,
      ...(i % 2 === 0 && { date: `2026-01-${String(1 + (i % 28)).padStart(2, '0')}T${String(i).padStart(5, '0')}` })
    },
    text: `“The levy stays at ${i} a head,” Dana Ortiz said.`
  }))
  const coverage = coverageOf(published, [], 1)
  const read: string[] = []
  const text: Coverage['text'] = (article, start, end) => {
    read.push(article.id)
    return coverage.text(article, start, end)
  }
  return { read, coverage: { ...coverage, text } }
}

test('the newest first, each once, and none without a date', () => {
  const { coverage, read } = wire(60)
  const steps = [...createWorkspace().withCoverage(coverage).readAhead()]
  expect(steps.length).toBe(30)
  expect(new Set(read).size).toBe(30)
  const dates = read.map((id) => Number(id.slice('wire-'.length)) % 28)
  expect(dates).toEqual([...dates].sort((a, b) => b - a))
})

test('no more than are worth it, and what was read ahead is not read again', () => {
  const { coverage, read } = wire(3_000)
  const workspace = createWorkspace().withCoverage(coverage)
  for (const _ of workspace.readAhead());
  expect(read.length).toBe(400)
  const words = `“The levy stays at ${read[0]?.slice('wire-'.length)} a head,” Dana Ortiz said.`
  const analysis = workspace.withDraft('file:///draft.md', words).analysis('file:///draft.md')
  const before = read.length
  const passage = analysis?.verification(analysis.quotations[0]!).whole?.passages[0]
  expect(passage?.speaker).toBe('Dana Ortiz')
  // The words are compared with the text; who said them is known.
  expect(read.slice(before).filter((id) => id === passage?.article.id).length).toBeLessThanOrEqual(2)
})

test('nothing, where there is nothing', () => {
  expect([...createWorkspace().readAhead()]).toEqual([])
})
