/** The examples on the manual pages of the rules, run: what is found in a draft that is checked against what the page says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { coverageOf, createWorkspace, type Finding, findings, type Published, type RuleId } from '../../server/src/core/api.ts'
import { parsePack } from '../../server/src/core/coverage/parse-pack.ts'
import { parseProject } from '../../server/src/core/project/parse-project.ts'
import { type Block, examplesOn, framed, type Known, levelsOf } from './page-examples.ts'

export const pagesFolder = join(import.meta.dirname, '..', '..', 'docs', 'rules')

export const examples = (id: RuleId): readonly Block[] => examplesOn(readFileSync(join(pagesFolder, `${id}.md`), 'utf8'))

export function found(draft: string, { articles, yaml, project }: Known, id: RuleId): { text: string; all: readonly Finding[] } {
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
