/** What is a story, and what must never be flagged because it is none. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createWorkspace, defaultLevels, findings } from '../../../server/src/core/api.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const own = [
  'README.md',
  'CHANGELOG.md',
  'ARCHITECTURE.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`)
]
const QUOTED = '“Nobody has asked us what we can afford.”'

function analysis(text: string) {
  const found = createWorkspace().withDraft('file:///a.md', text).analysis('file:///a.md')
  if (!found) throw new Error('no analysis')
  return found
}

test.each(own.filter((name) => name.endsWith('.md')))('%s is documentation', (name) => {
  expect(findings(analysis(readFileSync(join(root, name), 'utf8')), defaultLevels)).toEqual([])
})

test.each([
  ['a byline', `---\nbyline: Ana Roth\n---\n\n${QUOTED}\n`, true],
  ['a dateline', `---\ndateline: ORTIZVILLE\n---\n\n${QUOTED}\n`, true],
  ['somebody who says so', `---\nsaidby: story\n---\n\n${QUOTED}\n`, true],
  ['somebody who says no', `---\nsaidby: off\nbyline: Ana Roth\n---\n\n${QUOTED}\n`, false],
  ['people who are quoted', `“We go,” said Dana Ortiz. “We stay,” Samuel Okafor said.\n\n${QUOTED}\n`, true],
  [
    'somebody who is quoted and reported',
    `“We go,” said Dana Ortiz. Samuel Okafor said the traders would stay. He told the council that it had no plan.\n\n${QUOTED}\n`,
    true
  ],
  [
    'a manual that says things',
    'The guide says that the tool is slow. The author said that it would stay so.\n\n“Nobody has asked.”',
    false
  ],
  ['one quotation', `“We go,” said Dana Ortiz.\n\n${QUOTED}\n`, false],
  ['code', `“We go,” said Dana Ortiz. “We stay,” Samuel Okafor said. Run \`go\` or \`stay\`.\n\n${QUOTED}\n`, false],
  ['nothing', QUOTED, false],
  ['front matter of another kind', `---\ntitle: Notes\n---\n\n${QUOTED}\n`, false]
])('%s', (_, text, story) => {
  expect(analysis(text).story).toBe(story)
})
