/** The samples that everybody sees first: their planted faults, and the one that has none. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { coverageOf, createWorkspace, defaultLevels, findings, lineIndex, statementsOf } from '../server/src/core/api.ts'
import { parsePack } from '../server/src/core/coverage/parse-pack.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

function told(name: string) {
  const text = read(`samples/${name}`)
  const { pack } = parsePack(read('coverage/summit.yaml'))
  const packs = pack ? [pack] : []
  const coverage = coverageOf(
    packs.flatMap(statementsOf),
    packs.flatMap(({ entities }) => entities),
    1
  )
  const workspace = createWorkspace().withPacks(packs).withCoverage(coverage)
  const analysis = workspace.withDraft(name, text).analysis(name)
  const index = lineIndex(text)
  return (analysis ? findings(analysis, defaultLevels) : []).map(({ rule, severity, span, fixes }) => ({
    rule,
    severity,
    line: index.positionAt(span.start).line + 1,
    words: text.slice(span.start, span.end),
    preferred: fixes()[0]?.title.replace(/, \d+ %$/, '')
  }))
}

const expected: Record<string, unknown> = JSON.parse(read('samples/expected.json'))

test.each(Object.keys(expected))('%s', (name) => {
  expect(told(name)).toEqual(expected[name])
})

test('the faulty sample is as long as a story', () => {
  const words = read('samples/moscow-takeaways.md').split(/\s+/).length
  expect(words).toBeGreaterThan(700)
  expect(words).toBeLessThan(1200)
})
