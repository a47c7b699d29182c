/** What stands in marks, in every style a draft may use, and what only looks like marks. `^` draws a segment, `~` one never closed. */
import { describe, expect, test } from 'vitest'
import { drawn, undrawn } from '../../support/drawn.ts'

/** The drawing is the answer: the same text, drawn anew, must give the same lines. */
function draws(drawings: readonly (readonly [string, string])[]): void {
  test.each(drawings)('%s', (_, drawing) => {
    expect(drawn(undrawn(drawing))).toBe(drawing)
  })
}

describe('several paragraphs', () => {
  draws([
    [
      'an opening mark on each, a closing one on the last',
      `
“We came with a plan,” said Dana Ortiz. “It had nine points.
^^^^^^^^^^^^^^^^^^^^^^                  ~~~~~~~~~~~~~~~~~~~~

“Nobody read beyond the third.
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

“So we went home.” The hall was empty by nine.
^^^^^^^^^^^^^^^^^^`
    ],
    [
      'the same with straight marks',
      `
"We came with a plan.
~~~~~~~~~~~~~~~~~~~~~

"So we went home," Ortiz said.
^^^^^^^^^^^^^^^^^^`
    ],
    [
      'the same with single marks',
      `
‘We came with a plan. It wasn’t read, or not by the traders’ union.
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

‘So we went home,’ Ortiz said.
^^^^^^^^^^^^^^^^^^`
    ],
    [
      'each paragraph ends on a single newline',
      `
“We came with a plan.
~~~~~~~~~~~~~~~~~~~~~
“So we went home,” said Dana Ortiz, who had been mayor of the town for as long as most of its traders could remember.
^^^^^^^^^^^^^^^^^^
She left.`
    ],
    [
      'a stray mark ends with its paragraph',
      `
The “levy stays, she said.
    ~~~~~~~~~~~~~~~~~~~~~~

“We go,” he said.
^^^^^^^^`
    ]
  ])
})

describe('styles of double marks', () => {
  draws([
    [
      'curly',
      `
“We go,” she said. “Now.”
^^^^^^^^           ^^^^^^`
    ],
    [
      'straight',
      `
"We go," she said. "Now."
^^^^^^^^           ^^^^^^`
    ],
    [
      'both in one paragraph',
      `
“We go,” she said. "Now," he said, “or never.”
^^^^^^^^           ^^^^^^          ^^^^^^^^^^^`
    ],
    [
      'one of each kind in a pair',
      `
“We go," she said. "Now,” he said.
^^^^^^^^           ^^^^^^`
    ],
    [
      'TeX',
      `
\`\`We go,'' she said. \`\`Now.''
^^^^^^^^^^           ^^^^^^^^`
    ],
    [
      'TeX with a straight mark at the end',
      `
\`\`We go," she said.
^^^^^^^^^`
    ],
    [
      'two apostrophes',
      `
''We go,'' she said. ''Now.''
^^^^^^^^^^           ^^^^^^^^`
    ],
    [
      'two single curly marks',
      `
‘‘We don’t go,’’ she said. ‘‘Now.’’
^^^^^^^^^^^^^^^^           ^^^^^^^^`
    ],
    [
      'curly, all turned right',
      `
”We go,” she said. ”Now.”
^^^^^^^^           ^^^^^^`
    ],
    [
      'curly, all turned left',
      `
“We go,“ she said. “Now.“
^^^^^^^^           ^^^^^^`
    ],
    [
      'curly, turned the wrong way round',
      `
”We go,“ she said. ”Now.“
^^^^^^^^           ^^^^^^`
    ],
    [
      'turned right, with single marks inside',
      `
”He told me ‘never’ twice,” she said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'French guillemets, with and without spaces',
      `
« On part », dit-elle. «Maintenant.»
^^^^^^^^^^^            ^^^^^^^^^^^^^`
    ],
    [
      'French guillemets with no-break and narrow spaces',
      `
«\u00a0On part\u00a0», dit-elle. «\u202fMaintenant.\u202f»
^^^^^^^^^^^            ^^^^^^^^^^^^^^^`
    ],
    [
      'German guillemets',
      `
»Wir gehen«, sagte sie. »Jetzt.«
^^^^^^^^^^^             ^^^^^^^^`
    ],
    [
      'guillemets turned one way',
      `
»Vi går», sade hon. »Nu.»
^^^^^^^^            ^^^^^`
    ],
    [
      'single guillemets, alone and inside',
      `
Sie sprach von ‹Ruhe›. «Er sagt ‹nie› zu uns», sagte sie.
               ^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'German low marks',
      `
„Wir gehen“, sagte sie, „und zwar jetzt.“
^^^^^^^^^^^             ^^^^^^^^^^^^^^^^^`
    ],
    [
      'low marks closed by a right curly or a straight one',
      `
„Idziemy”, powiedziała. „Teraz."
^^^^^^^^^               ^^^^^^^^`
    ],
    [
      'German and English in one paragraph',
      `
She read it out: „Wir gehen.“ “Which means, we go,” she said.
                 ^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'single low marks',
      `
‚Wir gehen‘, sagte sie. ‚Jetzt.‘
^^^^^^^^^^^             ^^^^^^^^`
    ]
  ])
})

describe('single marks outside', () => {
  draws([
    [
      'as in British books',
      `
‘We don’t go,’ she said. ‘The traders’ hall isn’t ours.’
^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'straight',
      `
'We don't go,' she said. 'The traders' hall isn't ours.'
^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'with double marks inside',
      `
‘He told us “we don’t go” twice,’ she said. ‘“Never,” he said.’
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'the essay with its full stop outside',
      `
She thinks the hall ‘a folly’, and the levy ‘the price of one’. Nobody’s asked.
                    ^^^^^^^^^               ^^^^^^^^^^^^^^^^^^`
    ],
    [
      'a headline',
      `
# Mayor says ‘levy stays’ after traders’ protest
             ^^^^^^^^^^^^`
    ],
    [
      'a headline in straight marks',
      `
# Mayor says 'levy stays' after traders' protest
             ^^^^^^^^^^^^`
    ],
    [
      'a possessive before the closing mark',
      `
‘It was the voters’ choice and the traders’ loss,’ he said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'a dropped letter before the closing mark',
      `
‘We’ve been runnin’ all night, an’ nobody’s asked,’ he said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'a closing mark behind an s, before a word that nothing belongs to',
      `
It was called ‘the house of a thousand doors’ when the traders’ guild ran it.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'a slogan before the noun it belongs to',
      `
# ‘Save our shops’ campaign reaches Ortizville
  ^^^^^^^^^^^^^^^^`
    ],
    [
      'both turned right',
      `
’We go,’ she said.
^^^^^^^^`
    ],
    [
      'the closing one turned left',
      `
‘We go,‘ she said, grading it ‘D-‘ and no more.
^^^^^^^^                      ^^^^`
    ],
    [
      'straight beside curly',
      `
'We go,' she said; ‘we don't,’ said he.
^^^^^^^^           ^^^^^^^^^^^`
    ]
  ])
})

describe('nested marks', () => {
  draws([
    [
      'single in double',
      `
“He told me ‘never,’ and left,” she said. “I said: ‘Fine.’”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^^^^`
    ],
    [
      'straight in straight',
      `
"He told me "never" and left," she said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'curly in curly',
      `
“They wore “Save the hall” shirts,” she said. “All of them.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^`
    ],
    [
      'straight in curly and curly in straight',
      `
“It was "never" twice,” she said. "It was “never” twice," he said.
^^^^^^^^^^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'German in German',
      `
„Er sagte ‚nie‘ zu mir“, sagte sie. »Er sagte ›nie‹ zu mir«, sagte er.
^^^^^^^^^^^^^^^^^^^^^^^             ^^^^^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'three deep',
      `
“She said, ‘He told me “never.”’ So I left.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'a mark that is never closed inside one that is',
      `
“He told me "never and left,” she said. “I stayed.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^           ^^^^^^^^^^^`
    ]
  ])
})

describe('interrupted', () => {
  draws([
    [
      'with commas, a full stop, dashes',
      `
“We go,” he said, “now.” “Or never,” he said. “Who knows?” “But I”—he paused—“I doubt it.”
^^^^^^^^          ^^^^^^ ^^^^^^^^^^^          ^^^^^^^^^^^^ ^^^^^^^           ^^^^^^^^^^^^^`
    ],
    [
      'straight marks at dashes',
      `
"But I—" he paused. "But I"—he looked up—"doubt it." He left—"for good," he said.
^^^^^^^^            ^^^^^^^              ^^^^^^^^^^^         ^^^^^^^^^^^`
    ]
  ])
})

describe('stray and missing marks', () => {
  draws([
    [
      'the first never closed',
      `
“We go, she said. “We stay,” he said.
~~~~~~~~~~~~~~~~~ ^^^^^^^^^^`
    ],
    [
      'the first straight one never closed',
      `
"We go, she said. "We stay," he said.
~~~~~~~~~~~~~~~~~ ^^^^^^^^^^`
    ],
    [
      'the last never closed',
      `
“They wore “Save the hall” shirts,” she said. “All of them.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^           ~~~~~~~~~~~~~`
    ],
    [
      'closed by a single mark',
      `
“We go.’ She left. “We don’t,” he said.
^^^^^^^^           ^^^^^^^^^^^`
    ],
    [
      'opened by a single mark',
      `
‘We go,” she said. “We don’t,” he said.
^^^^^^^^           ^^^^^^^^^^^`
    ],
    [
      'a closing mark that closes nothing',
      `
The levy stays.” “We go,” she said." And so on.”
                 ^^^^^^^^`
    ],
    [
      'an opening mark at the end of the paragraph',
      `
“We go,” she said. “
^^^^^^^^`
    ],
    [
      'a straight mark adrift',
      `
The levy " stays. "We go," she said.
                  ^^^^^^^^`
    ],
    [
      'spaces inside the marks',
      `
" We go, " she said. “ Now. ” He left.
^^^^^^^^^^           ^^^^^^^^`
    ],
    [
      'no space outside the marks',
      `
She said:"We go".He said:“We don’t”.
         ^^^^^^^         ^^^^^^^^^^`
    ],
    [
      'nothing between the marks',
      `
He typed "" and “” and left.`
    ]
  ])
})

describe('apostrophes', () => {
  draws([
    ['possessives and contractions', 'The traders’ hall isn’t the mayor’s; it’s the voters’, and James’ too.'],
    ['the same, straight', "The traders' hall isn't the mayor's; it's the voters', and James' too."],
    ['decades and years', 'In the ’80s, the ‘90s and the summer of ’76 it was the traders’ hall.'],
    ['the same, straight', "In the '80s, the '90s and the summer of '76 it was the traders' hall."],
    ['left-out letters', '’Twas rock ’n’ roll for ’em, ’cause ’til then nobody’d heard it.'],
    ['left-out letters turned the wrong way', 'Rock ‘n’ roll for ‘em, ‘cause ‘til then nobody’d heard the traders’ band.'],
    ['dropped letters', "They were runnin' and gunnin', singin' o' the old days."],
    ['names', "O’Brien of Cote d’Ivoire met 't Hart and D'Angelo at the Queen's Arms'."],
    [
      'apostrophes around a quotation',
      `
The traders’ ‘charter’ isn’t the voters’ ‘bible’.
             ^^^^^^^^^                   ^^^^^^^`
    ]
  ])
})

describe('feet, inches, minutes', () => {
  draws([
    ['feet and inches', 'He is 5\'10" tall, she is 5’9” and the gap is 6" wide by 40\' long, or 6\u2032 2\u2033.'],
    [
      'inside a quotation',
      `
"He is 5'10" tall," she said. "The gap is 6" wide."
^^^^^^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'inside curly marks',
      `
“He is 5’10” tall,” she said. “She is 6’ 2”.”
^^^^^^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^^`
    ],
    [
      'a number that ends a quotation is none',
      `
"We won in 2016" and "lost in 2020," he said. “Nobody mentions 1984”.
^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^          ^^^^^^^^^^^^^^^^^^^^^^`
    ]
  ])
})

describe('what is not prose', () => {
  draws([
    ['code spans and fences', 'Run `echo "hello"` now.\n\n```\n“We go,” she said.\n```\n\n    "indented"\n'],
    [
      'a link’s words, not its address or title',
      `
[“We go,”](https://example.org/"a" "The “title”") she said, at https://example.org/?q="b" or <https://example.org/“c”>.
 ^^^^^^^^`
    ],
    ['link definitions', 'The [hall] stays.\n\n[hall]: https://example.org "“The hall”"'],
    ['pictures', '![“The hall”](hall.png "“At night”") stands there.'],
    [
      'tags and their attributes',
      `
<a href="x" title="“y”">“We go,”</a> she <br class="z">said.
                        ^^^^^^^^`
    ],
    ['attributes outside of tags', '{{< figure src="hall.png" caption="The hall" >}} and {.note title="We go"}'],
    ['blocks of HTML and comments', '<div title="a">\n“We go,” she said.\n</div>\n\n<!-- “never” -->\n'],
    ['front matter', '---\ntitle: “We go”\nquote: "never"\n---\n'],
    [
      'emphasis inside, outside and across marks',
      `
*“We go,”* she said. “We **really** _go_.” **“**Now**,”** he said.
 ^^^^^^^^            ^^^^^^^^^^^^^^^^^^^^^   ^^^^^^^^^^`
    ],
    [
      'escapes and entities',
      `
\\"We go,\\" she said. &ldquo;We go,&rdquo; he said. &quot;Now,&quot; she said.
^^^^^^^^^^           ^^^^^^^^^^^^^^^^^^^^          ^^^^^^^^^^^^^^^^`
    ]
  ])
})

describe('brackets, ellipses, dashes inside', () => {
  draws([
    [
      'editorial brackets',
      `
“[China] will [sic] go,” he said. "[l]asting (almost)," she said.
^^^^^^^^^^^^^^^^^^^^^^^^          ^^^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'ellipses at the edges',
      `
“… and so we went …” she said. "...and so we went..." he said. "— and that was that —" they said.
^^^^^^^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^^^^^^^^^          ^^^^^^^^^^^^^^^^^^^^^^^`
    ],
    [
      'a quotation inside brackets',
      `
The mayor (“a fool”, said one) left ["for good"].
           ^^^^^^^^                  ^^^^^^^^^^`
    ]
  ])
})

describe('final punctuation', () => {
  draws([
    [
      'inside and outside',
      `
“We go.” “We go”. “Go?” “Go”? “Go!”; “go”, “go”: “go”—and “go”.
^^^^^^^^ ^^^^^^^  ^^^^^ ^^^^  ^^^^^  ^^^^  ^^^^  ^^^^     ^^^^`
    ]
  ])
})

describe('every kind of block', () => {
  draws([
    [
      'headings, lists, tables, footnotes, block quotations',
      `
# Mayor: “Levy stays”
         ^^^^^^^^^^^^

- “One,” she said.
  ^^^^^^
- [ ] “Two,” he said,
      ^^^^^^
  “and three.”
  ^^^^^^^^^^^^

| who | what |
|---|---|
| Ortiz | “We go.” |
          ^^^^^^^^

> “We stay,” said Reed.[^1]
  ^^^^^^^^^^

[^1]: “For now,” he added.
      ^^^^^^^^^^`
    ],
    [
      'hard-wrapped lines',
      `
“We came with a plan, and the plan had nine points. Nobody
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
read beyond the third of them,” said Dana Ortiz, the mayor
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
of Ortizville. “So we went home.”
               ^^^^^^^^^^^^^^^^^^`
    ],
    [
      'over lines that a block quotation marks',
      `
> “We came
  ^^^^^^^^
> with a plan,” she said.
^^^^^^^^^^^^^^^`
    ]
  ])
})

describe('other scripts and unseen signs', () => {
  draws([
    [
      'right to left',
      `
"אנחנו הולכים," אמרה. «نحن ذاهبون»، قالت.
^^^^^^^^^^^^^^^       ^^^^^^^^^^^^`
    ],
    [
      'zero-width signs beside marks',
      `
\u200b"\u200bWe go,\u200b"\u200b she said. \u200e“Now,”\u200f he said.
 ^^^^^^^^^^             ^^^^^^`
    ],
    [
      'Chinese without spaces',
      `
她说：“我们走。”他没走。
   ^^^^^^`
    ],
    [
      'pictographs and lone surrogates',
      `
"😀 yes 😀" she wrote. “\ud83d no \ude00” he wrote.
^^^^^^^^^^^            ^^^^^^^^`
    ]
  ])
})
