/** The manual pages of the rules, whose examples are run: drafts, what they are checked against, and what a fix makes of them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  coverageOf,
  createWorkspace,
  defaultLevels,
  type Finding,
  findings,
  type Published,
  type RuleId
} from '../../server/src/core/api.ts'
import { parsePack } from '../../server/src/core/coverage/parse-pack.ts'
import { parseProject } from '../../server/src/core/project/parse-project.ts'

export const pagesFolder = join(import.meta.dirname, '..', '..', 'docs', 'rules')

/** The examples of the pages stand in a story: a file whose front matter has a byline. */
const FRAME = '---\nbyline: Ana Roth\n---\n\n'

/** What a rule's page tells at the level that it has by itself; one that is off is turned on for its page. Short examples introduce nobody. */
const levelsOf = (id: RuleId) => ({
  ...defaultLevels,
  'first-reference': 'off' as const,
  [id]: defaultLevels[id] === 'off' ? ('information' as const) : defaultLevels[id]
})

/** A draft that has front matter of its own keeps it. */
export const framed = (draft: string): string => (draft.startsWith('---\n') ? draft : FRAME + draft)

/** What a draft is checked against: the texts of articles, and a pack as people write it. */
export interface Known {
  readonly articles: readonly string[]
  readonly yaml: string
  /** The project file. */
  readonly project: string
}

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

export interface Block {
  readonly kind: 'draft' | 'fixed'
  /** Of a `fixed` block, how the fix’s title begins. */
  readonly title: string
  readonly body: string
  readonly line: number
  readonly known: Known
}

/** The drafts of the rule’s page and what fixes make of them, in order, each with the `coverage` and the `pack` above it. */
export function examples(id: RuleId): readonly Block[] {
  const page = readFileSync(join(pagesFolder, `${id}.md`), 'utf8')
  const found: Block[] = []
  let articles: readonly string[] = []
  let before = ''
  let yaml = ''
  let project = ''
  for (const { 2: kind = '', 3: title = '', 4: body = '', index } of page.matchAll(FENCED)) {
    // Articles add up; one that stands under a draft begins another coverage.
    if (kind === 'coverage') articles = before === 'coverage' ? [...articles, body] : [body]
    if (kind === 'pack') yaml = body
    if (kind === 'project') project = body
    before = kind
    const line = page.slice(0, index).split('\n').length
    if (kind === 'draft' || kind === 'fixed') found.push({ kind, title, body, line, known: { articles, yaml, project } })
  }
  return found
}

const FENCED = /^(`{3,})(coverage|pack|project|draft|fixed)(?:: (.*))?\n([\s\S]*?)\n\1$/gm
