/** When findings of the coverage are published: at once while somebody types, one quotation after the other for a whole draft. */
import { expect, test } from 'vitest'
import type { Diagnostic } from 'vscode-languageserver'
import { type Coverage, coverageOf, createWorkspace } from '../../server/src/core/api.ts'
import { nodeFiles } from '../../server/src/hosts/files.ts'
import { createDiagnostics } from '../../server/src/lsp/diagnostics.ts'
import { createGuard } from '../../server/src/lsp/guard.ts'
import { createSession, type OpenDraft, type Session } from '../../server/src/lsp/session.ts'
import { noChoices } from '../../server/src/lsp/settings.ts'

const URI = 'file:///story.md'

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const sentence = (number: string, word = 'not') =>
  `“We will ${word} raise the levy for stall number ${number} this year,” said Dana Ortiz, the mayor.`

const article = numbers.map((number) => sentence(number)).join('\n\n')
const published = (): Coverage => coverageOf([{ article: { id: 'wire', publisher: 'Harbour Wire' }, text: article }], [], 1)

const story = (paragraphs: readonly string[]) =>
  `---\nbyline: Ana Roth\n---\n\n${paragraphs.join('\n\n')}\n\nThe traders had heard it all before.\n\nThey went home.\n\n“Nobody asked us whether we like it.”`

interface Desk {
  readonly published: (readonly Diagnostic[])[]
  readonly log: string[]
  write(text: string): void
  /** Until nothing more is published: a quotation is looked up in each turn. */
  settled(): Promise<void>
}

/** A publisher with one open draft, whose session knows this coverage. */
function desk(coverage: Coverage, text: string): Desk {
  const log: string[] = []
  const guard = createGuard({ error: (message) => log.push(message), warn: (message) => log.push(message) })
  let workspace = createWorkspace().withCoverage(coverage)
  const session: Session = { ...createSession(guard, nodeFiles), analysis: (uri) => workspace.analysis(uri) }
  session.choices = { everywhere: { ...noChoices, delay: 0 }, folders: new Map() }
  const draft: OpenDraft = session.open({ uri: URI, languageId: 'markdown', version: 1, text })
  const published: (readonly Diagnostic[])[] = []
  const diagnostics = createDiagnostics(session, guard, {
    publish: (params) => published.push(params.diagnostics),
    askAgain: () => {}
  })
  const write = (next: string) => {
    workspace = workspace.withDraft(URI, next)
    diagnostics.edited(draft)
  }
  write(text)
  const settled = async () => {
    for (let still = 0, known = -1; still < 100; still = published.length === known ? still + 1 : 0) {
      known = published.length
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  }
  return { published, log, write, settled }
}

const count = (diagnostics: readonly Diagnostic[] | undefined, rule: string) => diagnostics?.filter(({ code }) => code === rule).length

test('a whole draft is shown at once, and again when every quotation was looked up', async () => {
  const { published: shown, settled } = desk(published(), story(numbers.map((number) => sentence(number, 'never'))))
  expect(shown.map((diagnostics) => count(diagnostics, 'unattributed-quotation'))).toEqual([1])
  expect(count(shown[0], 'altered-quotation')).toBe(0)
  await settled()
  expect(shown).toHaveLength(2)
  expect(count(shown[1], 'altered-quotation')).toBe(numbers.length)
})

test('what is typed is looked up at once', async () => {
  const paragraphs = numbers.map((number) => sentence(number))
  const { published: shown, write, settled } = desk(published(), story(paragraphs))
  await settled()
  const before = shown.length
  write(story([sentence('one', 'never'), ...paragraphs.slice(1)]))
  expect(shown).toHaveLength(before + 1)
  expect(count(shown.at(-1), 'altered-quotation')).toBe(1)
  await settled()
  expect(shown).toHaveLength(before + 1)
})

test('typing goes on while a draft is looked up', async () => {
  const paragraphs = numbers.map((number) => sentence(number, 'never'))
  const { published: shown, write, settled } = desk(published(), story(paragraphs))
  write(story([...paragraphs, 'The hall']))
  write(story([...paragraphs, 'The hall is old.']))
  expect(shown.map((diagnostics) => count(diagnostics, 'altered-quotation'))).toEqual([0, 0, 0])
  await settled()
  expect(shown.map((diagnostics) => count(diagnostics, 'altered-quotation'))).toEqual([0, 0, 0, numbers.length])
})

test('articles that cannot be read cost what is told of them and nothing else, and are not tried for ever', async () => {
  const broken: Coverage = {
    ...published(),
    text: () => {
      throw new Error('the disk is gone')
    }
  }
  const { published: shown, log, settled } = desk(broken, story(numbers.map((number) => sentence(number, 'never'))))
  await settled()
  expect(shown.map((diagnostics) => count(diagnostics, 'unattributed-quotation'))).toEqual([1, 1])
  expect(log.join()).toContain('the disk is gone')
})
