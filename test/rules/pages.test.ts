/** The manual pages of the rules are their tests: every `draft` block is checked, every `fixed` block is what the named fix makes of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createWorkspace, defaultLevels, type Finding, findings, ruleIds } from '../../server/src/core/api.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import { unmark } from '../support/marked.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'rules')

/** The examples of the pages stand in a story: a file whose front matter has a byline. */
const FRAME = '---\nbyline: Ana Roth\n---\n\n'

function found(draft: string): { text: string; all: readonly Finding[] } {
  const text = FRAME + draft
  const analysis = createWorkspace().withDraft('file:///story.md', text).analysis('file:///story.md')
  return { text, all: analysis ? findings(analysis, defaultLevels) : [] }
}

/** Fenced blocks in order; `fixed` carries the start of the fix's title behind it. */
function blocks(page: string): { kind: string; title: string; body: string; line: number }[] {
  return [...page.matchAll(/^(`{3,})(draft|fixed)(?:: (.*))?\n([\s\S]*?)\n\1$/gm)].map((match) => ({
    kind: match[2] as string,
    title: match[3] ?? '',
    body: match[4] as string,
    line: page.slice(0, match.index).split('\n').length
  }))
}

test('every rule has a page, and every page a rule', () => {
  const pages = readdirSync(folder).filter((name) => name !== 'README.md')
  expect(pages.sort()).toEqual(ruleIds.map((id) => `${id}.md`).sort())
})

test('every rule has a setting and a line in the table, with its level', () => {
  const { contributes } = JSON.parse(readFileSync(join(folder, '..', '..', 'package.json'), 'utf8'))
  const settings = Object.entries<{ default: string }>(contributes.configuration.properties).flatMap(([name, { default: level }]) =>
    name.startsWith('saidby.rules.') ? [`${name.slice('saidby.rules.'.length)}: ${level}`] : []
  )
  const table = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/^\| \[([\w-]+)\]\(\1\.md\) \| (\w+) \|/gm)]
  const levels = ruleIds.map((id) => `${id}: ${defaultLevels[id]}`)
  expect(settings).toEqual(levels)
  expect(table.map(([, id, level]) => `${id}: ${level}`)).toEqual(levels)
})

for (const id of ruleIds) {
  describe(id, () => {
    const page = readFileSync(join(folder, `${id}.md`), 'utf8')
    let draft = ''
    for (const { kind, title, body, line } of blocks(page)) {
      if (kind === 'draft') {
        draft = body
        test(`line ${line}: findings`, () => {
          const { text, spans } = unmark(body)
          const told = found(text).all.map(({ span, rule }) => `${rule}: ${(FRAME + text).slice(span.start, span.end)}`)
          expect(told).toEqual(spans.map(({ start, end, label }) => `${label}: ${text.slice(start, end)}`))
        })
      } else {
        const marked = draft
        test(`line ${line}: ${title}`, () => {
          const { text, all } = found(unmark(marked).text)
          const finding = all[0]
          const fixes = finding?.fixes() ?? []
          const fix = fixes.find((candidate) => candidate.title.startsWith(title))
          expect(fixes.map((candidate) => candidate.title)).toContainEqual(
            expect.stringMatching(new RegExp(`^${title.replace(/[[\]()?.]/g, '\\$&')}`))
          )
          const fixed = applyEdits(text, fix?.edits ?? []).slice(FRAME.length)
          expect(fixed).toBe(body)
          expect(found(fixed).all.filter(({ rule, span }) => rule === id && span.start <= (finding?.span.start ?? 0))).toEqual([])
        })
      }
    }
  })
}
