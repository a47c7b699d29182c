/** What the manual page of a rule has in its fenced blocks: drafts, what they are checked against, and what a fix makes of them. */
import type { RuleId } from '../../server/src/core/rules/finding.ts'
import { defaultLevels } from '../../server/src/core/rules/settings.ts'

/** The examples of the pages stand in a story: a file whose front matter has a byline. */
const FRAME = '---\nbyline: Ana Roth\n---\n\n'

/** What a rule's page tells at the level that it has by itself; one that is off is turned on for its page. Short examples introduce nobody. */
export const levelsOf = (id: RuleId) => ({
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

export interface Block {
  readonly kind: 'draft' | 'fixed'
  /** Of a `fixed` block, how the fix’s title begins. */
  readonly title: string
  readonly body: string
  readonly line: number
  readonly known: Known
}

/** The drafts of a page and what fixes make of them, in order, each with the `coverage`, the `pack` and the `project` above it. */
export function examplesOn(page: string): readonly Block[] {
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
