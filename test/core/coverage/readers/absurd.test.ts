/** Files that nobody wrote: tens of thousands of one sign, read by every reader without anything hanging. */
import { expect, test } from 'vitest'
import { lineMap } from '../../../../server/src/core/coverage/line-map.ts'
import { readCaptions } from '../../../../server/src/core/coverage/read-captions.ts'
import { readHtml } from '../../../../server/src/core/coverage/read-html.ts'
import { readMarkdown } from '../../../../server/src/core/coverage/read-markdown.ts'
import { readPlainText } from '../../../../server/src/core/coverage/read-text.ts'
import { parseProject } from '../../../../server/src/core/project/parse-project.ts'

const signs = [
  ' ',
  '\n',
  '\r',
  '>',
  '<',
  '<v ',
  '&',
  '"',
  "'",
  '-',
  '--- ',
  '*',
  '[',
  '{',
  '\\',
  'a: ',
  'A: ',
  '\u2028',
  '“',
  '<p',
  '<!--',
  '{\\',
  '-->',
  '1',
  '.'
]
const starts = ['', 'title: ', '---\ntitle:', '00:01.000 --> 00:02.000\n', '<p>', '{"text": "']

test.each([
  ['Markdown', readMarkdown],
  ['plain text', readPlainText],
  ['captions', readCaptions],
  ['a page', readHtml],
  ['a line', (text: string) => ({ published: [lineMap(text)] })],
  ['a project file', (text: string) => ({ published: [parseProject(text.slice(0, 20_000))] })]
] as const)('%s', (_, reader) => {
  for (const start of starts)
    for (const sign of signs) {
      const text = start + sign.repeat(Math.ceil(50_000 / sign.length))
      expect(reader(`${text}x`, 'a').published).toHaveLength(1)
    }
})
