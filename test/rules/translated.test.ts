/** Nothing that a rule tells is left in English: over all pages of the rules, each message and each fix’s title is one that can be translated. */
import * as l10n from '@vscode/l10n'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ruleIds } from '../../server/src/core/api.ts'
import { unmark } from '../support/marked.ts'
import { examples, found } from '../support/rule-pages.ts'

/** A language that has a word for everything. */
const marked = new Proxy<Record<string, string>>({}, { get: (_, english) => `⟦${String(english)}⟧` })

beforeAll(() => l10n.config({ contents: marked }))
afterAll(() => l10n.config({ contents: {} }))

test.each(ruleIds)('%s', (id) => {
  const drafts = examples(id).filter(({ kind }) => kind === 'draft')
  const told = drafts.flatMap(({ body, known }) => {
    const { text } = unmark(body)
    return found(text, known, id).all.flatMap(({ message, related = [], fixes }) => [
      message,
      ...fixes().map(({ title }) => title),
      // A takeaway is shown with its own words.
      ...related.map((other) => other.message).filter((words) => !text.includes(words))
    ])
  })
  expect(told.length).toBeGreaterThan(0)
  expect(told.filter((words) => !/^⟦.*⟧$/s.test(words))).toEqual([])
})
