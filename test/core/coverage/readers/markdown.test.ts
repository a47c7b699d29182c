/** Articles in Markdown and plain text: what is known about them, their paragraphs, and the way back to the file. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { speakersAt } from '../../../../server/src/core/coverage/article.ts'
import { readMarkdown } from '../../../../server/src/core/coverage/read-markdown.ts'
import { readPlainText } from '../../../../server/src/core/coverage/read-text.ts'
import { draft } from '../../../support/drafts.ts'
import { fileWords, mapFaults, only, told } from './read.ts'

const HEADER = `---
title: "The levy: it stays"
publisher: The Ortizville Courier
date: 2026-05-12
url: https://courier.example/levy#top
author: [Ana Roth, 'Ben O''Hara']
language: en-GB
wording: translated
tags:
  - council
  - levy
# a comment
---
`

describe('Markdown', () => {
  const file = `${HEADER}
# The **levy** stays

“We will *not* raise
it,” said [Dana Ortiz](https://example.org), the mayor &amp; baker.

<!-- not for print -->

> Nobody asked us.

- The hall is \\*full\\*.
`
  const article = only(readMarkdown, file)

  test('the header is known, and is no text', () => {
    expect(article.article).toEqual({
      id: 'a',
      title: 'The levy: it stays',
      publisher: 'The Ortizville Courier',
      date: '2026-05-12',
      url: 'https://courier.example/levy#top',
      author: "Ana Roth, Ben O'Hara",
      language: 'en-GB',
      wording: 'translated'
    })
    expect(told(readMarkdown, file)).toEqual([])
  })

  test('paragraphs are prose with a blank line between them', () => {
    expect(article.text).toBe(
      'The levy stays\n\n“We will not raise\nit,” said Dana Ortiz, the mayor & baker.\n\nNobody asked us.\n\nThe hall is *full*.'
    )
  })

  test('a passage leads back to the words in the file', () => {
    expect(fileWords(article, file, 'not raise\nit')).toBe('not* raise\nit')
    expect(fileWords(article, file, 'Dana Ortiz, the mayor & baker')).toBe('Dana Ortiz](https://example.org), the mayor &amp; baker')
    expect(fileWords(article, file, 'asked us.\n\nThe')).toBe('asked us.\n\n- The')
  })

  test('a single line end in front is none of the text', () => {
    expect(only(readMarkdown, '---\ntitle: x\n---\n\nIt stays.\n').text).toBe('It stays.')
    expect(only(readMarkdown, '\nIt stays.').text).toBe('It stays.')
    expect(only(readMarkdown, '\n*It* stays.').text).toBe('It stays.')
  })

  test('the first heading is the title where no header says it', () => {
    expect(only(readMarkdown, '# One *title*\n\n# Two\n').article.title).toBe('One title')
  })

  test('one speaker said everything, where the header says so', () => {
    const { article } = only(readMarkdown, '---\nspeaker: Dana Ortiz\n---\nThe levy stays.\n')
    expect(speakersAt(article, 3)).toEqual(['Dana Ortiz'])
  })

  test('a broken header is told at its lines, and the rest is read', () => {
    const broken = '---\ntitle: |\n  two lines\npublisher The Courier\nwording: fine\ndate: 2026\n---\nThe levy stays.\n'
    expect(told(readMarkdown, broken)).toEqual([
      '2:1 title: this must be text on one line',
      '4:1 this is no “key: value”',
      '5:1 wording: a wording is as-published, translated or rough'
    ])
    expect(only(readMarkdown, broken)).toMatchObject({ text: 'The levy stays.', article: { date: '2026' } })
    expect(told(readMarkdown, '---\ntitle: The levy\n\nIt stays.\n')).toEqual(['1:1 the front matter that begins here has no --- below it'])
  })

  test('prose without markup is read as it stands, and comes out as the parser of Markdown has it', () => {
    const line = fc.constantFrom(
      'The levy stays.',
      '# Hall',
      '#no',
      '**Bold** it is',
      'a_b_c',
      '[sic] and [that](x)',
      'www.example.org',
      '    ',
      'x &amp; y',
      '1) one',
      '-',
      '===',
      '``',
      'a | b',
      '\\',
      'No. 5. ',
      'She  '
    )
    const gap = fc.constantFrom('\n', '\n\n', '\r\n', '\r\n\r\n', '\n \n')
    const text = fc.array(fc.tuple(line, gap), { maxLength: 10 }).map((parts) => parts.flat().join(''))
    fc.assert(
      fc.property(fc.oneof(text, draft), (body) => {
        fc.pre(!/^[ \t]+\S|^---/m.test(body))
        // A list makes the whole text one for the parser.
        const parsed = only(readMarkdown, `- list\n\n# End of it\n\n${body}`).text
        const own = only(readMarkdown, `# End of it\n\n${body}`).text
        expect(parsed).toBe(`list\n\n${own}`)
      }),
      { numRuns: 1000 }
    )
  })

  test('the map leads from every unit into the file, whatever the draft', () => {
    fc.assert(fc.property(draft, (text) => void expect(mapFaults(only(readMarkdown, text), text)).toEqual([])))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void expect(mapFaults(only(readMarkdown, text), text)).toEqual([])))
  })

  test('what is absurdly long is read as plain text', () => {
    const long = `${'The levy stays as it is, she said.\n\n'.repeat(60_000)}*End*`
    expect(only(readMarkdown, long).text.endsWith('*End*')).toBe(true)
  })
})

describe('plain text', () => {
  test('lines wrapped at a width are one paragraph; lines that end as sentences do are each one', () => {
    const wrapped =
      'The council has settled the levy for the year to come, the\nmayor said in the market hall on Monday, and nobody in the\ngallery asked for more.\n\n  It stays.  \n'
    expect(only(readPlainText, wrapped).text.split('\n\n')).toHaveLength(2)
    const single = 'The levy stays.\r\nNobody asked us.\r\n“Why now?” a baker said.\r\n'
    const article = only(readPlainText, single)
    expect(article.text).toBe('The levy stays.\n\nNobody asked us.\n\n“Why now?” a baker said.')
    expect(fileWords(article, single, 'stays.\n\nNobody')).toBe('stays.\r\nNobody')
  })

  test('a transcript has turns', () => {
    const { article, text } = only(
      readPlainText,
      '---\ndate: 2026-05-12\n---\nORTIZ: It stays.\n\nBRANDT: Why?\nORTIZ: Because.\n\nBRANDT: I see.\n'
    )
    expect(article).toMatchObject({ date: '2026-05-12', turns: { length: 4 } })
    expect(speakersAt(article, text.indexOf('Because'))).toEqual(['ORTIZ'])
  })

  test('the map leads from every unit into the file, whatever the text', () => {
    const line = fc.constantFrom('', ' ', 'The levy stays.', 'ORTIZ: No', '  wide  ', '---', 'a: b', '\u2028', '\f', 'x'.repeat(60))
    const text = fc.array(line, { maxLength: 20 }).chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((end) => lines.join(end)))
    fc.assert(fc.property(text, (file) => void expect(mapFaults(only(readPlainText, file), file)).toEqual([])))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (file) => void expect(mapFaults(only(readPlainText, file), file)).toEqual([])))
  })
})
