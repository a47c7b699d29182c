/**
 * The manual pages of the rules are their tests: every `draft` block is checked against the `coverage`, `pack` and `project` blocks above it, every `fixed` block is
 * what the named fix makes of it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  coverageOf,
  createWorkspace,
  defaultLevels,
  type Finding,
  findings,
  type Published,
  type RuleId,
  ruleIds
} from '../../server/src/core/api.ts'
import { parsePack } from '../../server/src/core/coverage/parse-pack.ts'
import { parseProject } from '../../server/src/core/project/parse-project.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'
import { unmark } from '../support/marked.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'rules')

/** The examples of the pages stand in a story: a file whose front matter has a byline. */
const FRAME = '---\nbyline: Ana Roth\n---\n\n'

/** What a rule's page tells at the level that it has by itself; one that is off is turned on for its page. Short examples introduce nobody. */
const levelsOf = (id: RuleId) => ({
  ...defaultLevels,
  'first-reference': 'off' as const,
  [id]: defaultLevels[id] === 'off' ? ('information' as const) : defaultLevels[id]
})

/** A draft that has front matter of its own keeps it. */
const framed = (draft: string): string => (draft.startsWith('---\n') ? draft : FRAME + draft)

/** What a draft is checked against: the texts of articles, and a pack as people write it. */
interface Known {
  readonly articles: readonly string[]
  readonly yaml: string
  /** The project file. */
  readonly project: string
}

function found(draft: string, { articles, yaml, project }: Known, id: RuleId): { text: string; all: readonly Finding[] } {
  const text = framed(draft)
  const { pack } = parsePack(yaml)
  const coverage = coverageOf(articles.map(published), [], 1)
  const analysis = createWorkspace()
    .withPacks(pack ? [pack] : [])
    .withCoverage(coverage)
    .withHouse(parseProject(project).project.house)
    .withDraft('file:///story.md', text)
    .analysis('file:///story.md')
  return { text, all: analysis ? findings(analysis, levelsOf(id)) : [] }
}

/** A `coverage` block: lines such as `publisher: Harbour Wire` and an empty line, then the article. */
function published(block: string, index: number): Published {
  const [, head = '', text = block] = /^((?:[a-z]+: .*\n)+)\n([\s\S]*)$/.exec(block) ?? []
  const { speaker, ...facts } = Object.fromEntries([...head.matchAll(/^([a-z]+): (.*)$/gm)].map(([, key, value]) => [key, value]))
  return { article: { id: `article-${index + 1}`, ...facts, ...(speaker && { speakers: [speaker] }) }, text }
}

/** Fenced blocks in order; `fixed` carries the start of the fix's title behind it. */
function blocks(page: string): { kind: string; title: string; body: string; line: number }[] {
  return [...page.matchAll(/^(`{3,})(coverage|pack|project|draft|fixed)(?:: (.*))?\n([\s\S]*?)\n\1$/gm)].map((match) => ({
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
    let articles: readonly string[] = []
    let before = ''
    let yaml = ''
    let project = ''
    for (const { kind, title, body, line } of blocks(page)) {
      // Articles add up; one that stands under a draft begins another coverage.
      if (kind === 'coverage') articles = before === 'coverage' ? [...articles, body] : [body]
      if (kind === 'pack') yaml = body
      if (kind === 'project') project = body
      before = kind
      const known = { articles, yaml, project }
      if (kind === 'coverage' || kind === 'pack' || kind === 'project') continue
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
          const fixes = finding?.fixes() ?? []
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
