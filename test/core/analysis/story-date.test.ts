/** When a story was written, as far as it says so itself. */
import { expect, test } from 'vitest'
import { storyDate } from '../../../server/src/core/analysis/story-date.ts'
import { parseMarkdown } from '../../../server/src/core/markdown/parse.ts'

const dated = (text: string, uri = 'file:///drafts/levy.md') => storyDate(parseMarkdown(text), uri)

test.each([
  ['front matter', '---\ndate: 2026-05-12\n---\n\nORTIZVILLE, May 13, 2026 — It rained.', '2026-05-12'],
  ['an American dateline', '# Rain\n\nORTIZVILLE, Nov. 20, 2026 — It rained.', '2026-11-20'],
  ['a British dateline', 'ORTIZVILLE, 3 November 2026 – It rained.', '2026-11-03'],
  ['a date alone on its line', '# Rain\n\n3 November 2026\n\nIt rained.', '2026-11-03'],
  ['a date in a sentence is none', 'It rained on May 12, 2026 — all day.', null],
  ['there is no such day', 'ORTIZVILLE, February 30, 2026 — It rained.', null],
  ['no date', 'It rained.', null]
])('%s', (_, text, expected) => {
  expect(dated(text)).toBe(expected)
})

test('the name of the file', () => {
  expect(dated('It rained.', 'file:///drafts/2026-05-12-levy.md')).toBe('2026-05-12')
  expect(dated('It rained.', 'file:///drafts/levy_20260512.md')).toBe('2026-05-12')
  expect(dated('It rained.', 'file:///drafts/levy-12345678.md')).toBeNull()
  expect(dated('It rained.', 'file:///2026-05-12/levy.md')).toBeNull()
})
