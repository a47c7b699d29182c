/** Markdown to blocks and prose: golden examples, and the two properties that everything else stands on. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Markdown } from '../../../server/src/core/markdown/block.ts'
import { editMarkdown, parseMarkdown } from '../../../server/src/core/markdown/parse.ts'
import { toDraft, unitAt } from '../../../server/src/core/text/offset-map.ts'
import { draft, edit } from '../../support/drafts.ts'

const proses = (text: string): string[] => parseMarkdown(text).blocks.map(({ kind, prose }) => `${kind}: ${prose.text}`)

describe('prose', () => {
  test.each([
    [
      'emphasis inside a quotation',
      '“We will **never** raise the *levy*,” he said.',
      ['paragraph: “We will never raise the levy,” he said.']
    ],
    [
      'escapes and entities',
      '\\*Not\\* &ldquo;now&rdquo; &amp; &#8220;then&#x201d; &unknown;',
      ['paragraph: *Not* “now” & “then” &unknown;']
    ],
    ['link targets and titles', 'The [levy](https://example.org "A “title”") stays.', ['paragraph: The levy stays.']],
    ['bare addresses and code', 'See https://example.org and `“x”` now.', ['paragraph: See \ufffc and \ufffc now.']],
    ['pictures', '![“alt”](a.png) below', ['paragraph: \ufffc below']],
    ['editorial brackets', '“[l]asting” and [sic] and […].', ['paragraph: “[l]asting” and [sic] and […].']],
    [
      'a label that is defined',
      'The [levy] stays, as [he said][l].\n\n[levy]: https://a.example\n[l]: https://b.example',
      ['paragraph: The levy stays, as he said.']
    ],
    ['tags and comments', '<b>Bold</b> <!-- “hidden” --> end', ['paragraph: Bold  end']],
    ['soft and hard breaks', 'one\n  two  \nthree\\\nfour\r\nfive', ['paragraph: one\ntwo\nthree\nfour\nfive']],
    ['a block quotation', '> “One\n> two”\nlazy', ['paragraph: “One\ntwo”\nlazy']],
    ['list items', '- “one”\n  more\n1. two', ['paragraph: “one”\nmore', 'paragraph: two']],
    ['tasks', '- [ ] “open”', ['paragraph: “open”']],
    ['headings', '# One *two* #\n\nThree\n-----', ['heading: One two', 'heading: Three']],
    ['tables', '| a | “b” |\n|---|---|\n| c \\| d | e |', ['table-cell: a', 'table-cell: “b”', 'table-cell: c | d', 'table-cell: e']],
    ['footnotes', 'Stays.[^1]\n\n[^1]: “A note.”\n\n    More.', ['paragraph: Stays.', 'paragraph: “A note.”', 'paragraph: More.']],
    ['a footnote of one word', 'x[^a]\n\n[^a]: Note', ['paragraph: x', 'paragraph: Note']],
    ['code, fenced and indented', '```\n“a”\n```\n\n    “b”\n\nc', ['paragraph: c']],
    ['HTML blocks', '<div title="“x”">\n“y”\n</div>\n\nz', ['paragraph: z']],
    ['front matter', '---\ntitle: “A”\n---\nText', ['paragraph: Text']],
    ['a byte order mark', '\ufeff“A”', ['paragraph: “A”']],
    ['strikethrough', '~~gone~~ here', ['paragraph: gone here']],
    ['TeX’s marks, between which Markdown sees code', "``We go,'' she said. ``Now.''", ["paragraph: ``We go,'' she said. ``Now.''"]],
    ['code that is code', "Run ``echo '' `x` `` now.", ['paragraph: Run \ufffc now.']],
    ['spaces at line ends', 'one \t \ntwo&nbsp;\n', ['paragraph: one\ntwo']]
  ])('%s', (_, text, expected) => {
    expect(proses(text)).toEqual(expected)
  })
})

test('containers are counted, so that two blocks can be seen to stand in one', () => {
  const { blocks } = parseMarkdown('> a\n>\n> b\n\ntext\n\n> c\n> - d')
  expect(blocks.map(({ containers }) => containers.map(({ kind, ordinal }) => `${kind} ${ordinal}`))).toEqual([
    ['block-quote 1'],
    ['block-quote 1'],
    [],
    ['block-quote 2'],
    ['block-quote 2', 'list-item 3']
  ])
})

test('comments are listed, block and inline', () => {
  const { comments } = parseMarkdown('<!-- saidby: not-a-quotation -->\n“a” <!-- b -->')
  expect(comments.map(({ text }) => text)).toEqual(['saidby: not-a-quotation', 'b'])
})

test('front matter is text between its lines; without a closing line there is none', () => {
  expect(parseMarkdown('---\r\ntitle: A\r\n---\r\nB').frontMatter).toEqual({ start: 5, end: 15, text: 'title: A\r\n' })
  expect(parseMarkdown('---\ntitle: A').frontMatter).toBeNull()
})

/** Every unit of prose comes from where the map says it does. */
function expectExactMaps({ blocks, text }: Markdown): void {
  for (const block of blocks) {
    const { prose, start, end } = block
    expect(text.slice(start, end)).toBe(block.text)
    let last = 0
    for (let i = 0; i < prose.text.length; i += 1) {
      const unit = unitAt(prose.map, i)
      expect(unit.start).toBeGreaterThanOrEqual(last)
      expect(unit.end).toBeLessThanOrEqual(end - start)
      last = unit.start
      const came = text.slice(start + unit.start, start + unit.end)
      const same = came === prose.text[i] || /^(?:\\[\s\S]|&[^;]+;|\\?[ \t]*\r?\n|\r|`[\s\S]*`|!\[[\s\S]*|<[^>]*>|[\s\S]{2,})$/.test(came)
      expect(same, `“${prose.text[i]}” from “${came}”`).toBe(true)
    }
    expect(toDraft(prose.map, { start: 0, end: prose.text.length }, start).end).toBeLessThanOrEqual(end)
  }
}

test('every prose character maps to the draft character it came from', () => {
  fc.assert(
    fc.property(draft, fc.array(edit, { maxLength: 6 }), (text, edits) =>
      expectExactMaps(parseMarkdown(edits.reduce((now, change) => change(now), text)))
    ),
    { numRuns: 300 }
  )
})

test('after any edits, the draft reads as it would from scratch', () => {
  fc.assert(
    fc.property(draft, fc.array(edit, { minLength: 1, maxLength: 8 }), (text, edits) => {
      let markdown = parseMarkdown(text)
      for (const change of edits) {
        markdown = editMarkdown(markdown, change(markdown.text))
        expect(markdown).toEqual(parseMarkdown(markdown.text))
      }
    }),
    { numRuns: 300 }
  )
})

test('any string is some Markdown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => expectExactMaps(parseMarkdown(text))),
    { numRuns: 300 }
  )
})

test('blocks of equal key share their prose, also when they are pasted again', () => {
  const before = parseMarkdown('“A,” she said.\n\nmiddle\n\n“A,” she said.')
  const after = editMarkdown(before, 'new\n\n“A,” she said.')
  expect(before.blocks[0]?.prose).toBe(before.blocks[2]?.prose)
  expect(after.blocks[1]?.prose).toBe(before.blocks[0]?.prose)
})

test.each([
  ['a megabyte in one paragraph', '“a *b [c '.repeat(115_000)],
  ['ten thousand block quotations in each other', '>'.repeat(10_000)],
  ['ten thousand brackets', '['.repeat(10_000)],
  ['ten thousand lists in each other', '- '.repeat(10_000)],
  ['emphasis five thousand deep', `${'*a **b '.repeat(2500)}${'c** d* '.repeat(2500)}`],
  ['a million spaces', `a${' '.repeat(1_000_000)}b`]
])('%s is read', (_, text) => {
  expect(parseMarkdown(text).blocks.length).toBeGreaterThanOrEqual(0)
})
