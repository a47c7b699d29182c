/** Which newlines end a paragraph: those of drafts that end each with one, and none of a draft that is wrapped at a width. */
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../../server/src/core/markdown/parse.ts'

/** The paragraphs of the draft's blocks, their lines joined. */
const paragraphs = (text: string): string[] =>
  parseMarkdown(text).blocks.flatMap(({ prose }) =>
    prose.paragraphs.map(({ start, end }) => prose.text.slice(start, end).replaceAll('\n', ' '))
  )

test.each([
  [
    'lines of any length that end sentences',
    'The mayor spoke for an hour on Monday, and those who had come to hear her about the levy, which she had promised to, left.\n“The levy stays,” she said.\nTraders left.',
    3
  ],
  ['short lines that end sentences', '“We go,” she said.\n“We stay,” he said.\n‘Never,’ they said.', 3],
  [
    'a line that ends no sentence goes on',
    'The mayor\nspoke to those who had come on Monday to hear her about the levy, which for an hour she did not mention at all.\nThey left.',
    2
  ],
  ['a lead-in with a colon and what it leads to', 'The mayor wrote:\n“The levy stays.”', 1],
  [
    'wrapped at a width',
    'The mayor spoke for an hour on Monday. Nobody had\nasked her to. The levy stays where it is, she said,\nand left.',
    1
  ],
  [
    'wrapped at a width, where a line happens to end a sentence',
    'The mayor spoke for an hour on Monday, of the hall and its roof.\n“The levy stays where it is until the bridge is paid for,” she\nsaid, and left the room to those who had come to hear her.',
    1
  ],
  [
    'wrapped at a width with links in the lines',
    'The mayor spoke for an hour on Monday, on [the\nroof](https://example.org/roof) and [the hall](https://example.org/hall).\n“The levy stays where it is until the bridge is paid for,” she said\nand left the room to those who had come.',
    1
  ],
  [
    'wrapped, and one line mended without wrapping anew',
    'The mayor spoke for an hour on Monday, of the hall and its roof.\n“The levy stays,” she said.\nThen she left the room, and those who had come to hear her about\nthe bridge were told by a clerk that she would not be back before\nthe end of the week.',
    1
  ],
  [
    'wrapped in a block quotation',
    '> The mayor spoke for an hour on Monday. Nobody had\n> asked her to. The levy stays where it is, she said,\n> and left.',
    1
  ],
  ['a transcript', 'Q: Why now?\nA: Because the bridge is not paid for, and nobody else will.\nQ: And then?', 3],
  [
    'a transcript with names, wrapped',
    'ORTIZ: We came with a plan, and the plan had nine points, but nobody\nread beyond the third.\nREED: I did. I read all of it on the night before the vote, twice, and\nI still do not know what it wants.\nDana Ortiz: Well.',
    3
  ],
  ['a credit under words without marks', '> We came with a plan.\n> — Dana Ortiz, the mayor', 2],
  ['a credit under a quotation belongs to it', '“We came with a plan.”\n— Dana Ortiz, the mayor', 1],
  ['lines broken by hand', 'We came with a plan.\\\nNobody read it.  \nWe left.', 3]
])('%s', (_, text, expected) => {
  expect(paragraphs(text)).toHaveLength(expected)
})

test('no sentence runs over the end of a paragraph', () => {
  const { prose } = parseMarkdown('“We came\n\nwith a plan.\n“We left, she said.\nNobody asked.').blocks[1] ?? {}
  expect(
    prose?.paragraphs.map(({ start, end }) => prose.sentences.filter((sentence) => sentence.start >= start && sentence.end <= end).length)
  ).toEqual([1, 1, 1])
})
