/**
 * The manual pages of the rules are their tests: every `draft` block is checked against the `coverage`, `pack` and `project` blocks above it, every `fixed` block is
 * what the named fix makes of it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { levels as allLevels, defaultLevels, ruleIds } from '../../server/src/core/api.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import { unmark } from '../support/marked.ts'
import { framed } from '../support/page-examples.ts'
import { examples, found, pagesFolder } from '../support/rule-pages.ts'

test('every rule has a page, and every page a rule', () => {
  const pages = readdirSync(pagesFolder).filter((name) => name !== 'README.md')
  expect(pages.sort()).toEqual(ruleIds.map((id) => `${id}.md`).sort())
})

test('every rule has a setting and a line in the table, with its level', () => {
  const { contributes } = JSON.parse(readFileSync(join(pagesFolder, '..', '..', 'package.json'), 'utf8'))
  const settings: [string, { readonly enum?: readonly string[]; readonly default: unknown }][] = contributes.configuration.flatMap(
    ({ properties }: { properties: object }) => Object.entries(properties)
  )
  const rules = settings.filter(([name]) => name.startsWith('saidby.rules.'))
  const table = [...readFileSync(join(pagesFolder, 'README.md'), 'utf8').matchAll(/^\| \[([\w-]+)\]\(\1\.md\) \| (\w+) \|/gm)]
  const levels = ruleIds.map((id) => `${id}: ${defaultLevels[id]}`)
  expect(rules.map(([name]) => name.slice('saidby.rules.'.length)).sort()).toEqual([...ruleIds].sort())
  for (const [name, setting] of rules) expect([name, setting.default, setting.enum]).toEqual([name, 'default', ['default', ...allLevels]])
  expect(table.map(([, id, level]) => `${id}: ${level}`)).toEqual(levels)
})

for (const id of ruleIds) {
  describe(id, () => {
    let draft = ''
    for (const { kind, title, body, line, known } of examples(id)) {
      if (kind === 'draft') {
        draft = body
        test(`line ${line}: findings`, () => {
          const { text, spans } = unmark(body)
          const told = found(text, known, id).all.map(({ span, rule }) => `${rule}: ${framed(text).slice(span.start, span.end)}`)
          expect(told).toEqual(spans.map(({ start, end, label }) => `${label}: ${text.slice(start, end)}`))
        })
      } else {
        const marked = draft
        test(`line ${line}: ${title}`, () => {
          const { text, all } = found(unmark(marked).text, known, id)
          const finding = all[0]
          const fixes = [...(finding?.fixes() ?? []), ...(finding?.ignoring() ?? []).map(({ fix }) => fix)]
          const fix = fixes.find((candidate) => candidate.title.startsWith(title))
          expect(fixes.map((candidate) => candidate.title)).toContainEqual(
            expect.stringMatching(new RegExp(`^${title.replace(/[[\]()?.]/g, '\\$&')}`))
          )
          const fixed = applyEdits(text, fix?.edits ?? []).slice(text.length - unmark(marked).text.length)
          expect(fixed).toBe(body)
          expect(found(fixed, known, id).all.filter(({ rule, span }) => rule === id && span.start <= (finding?.span.start ?? 0))).toEqual(
            []
          )
        })
      }
    }
  })
}
