/** Lists in front matter, as people write them. */
import { expect, test } from 'vitest'
import { frontMatterList } from '../../../server/src/core/markdown/front-matter.ts'
import { parseMarkdown } from '../../../server/src/core/markdown/parse.ts'

const list = (lines: string): readonly string[] =>
  frontMatterList(parseMarkdown(`---\nbyline: Ana Roth\n${lines}\nkicker: Levy\n---\n\nText.\n`), 'notQuotations')

test.each([
  ['notQuotations: [mob rule, "The Long, Long Winter", \'hall\']', ['mob rule', 'The Long, Long Winter', 'hall']],
  ['notQuotations:\n  - mob rule\n  - "The Long Winter"', ['mob rule', 'The Long Winter']],
  ['notQuotations:\n- mob rule', ['mob rule']],
  ['notQuotations: mob rule', ['mob rule']],
  ['notQuotations:', []],
  ['notQuotations: []', []],
  ['others: [a]', []]
])('%s', (lines, items) => {
  expect(list(lines)).toEqual(items)
})
