/** Bad input of any length: what no writer writes, and what nevertheless must not hang anything. */

/** What it is, and text of it of roughly that many units. */
export const shapes = [
  ['opening marks, never closed', (n) => '“we go '.repeat(n / 7)],
  ['straight marks, every second one missing', (n) => 'She said "we go, and left. '.repeat(n / 27)],
  ['single marks, never closed', (n) => '‘we don’t go '.repeat(n / 13)],
  ['marks of all styles at random', (n) => random(n, ['“', '”', '"', '‘', '’', "'", '«', '»', '„', '``', "''", 'we ', 'go, ', '. ', '5'])],
  ['marks nested in each other', (n) => `${'“'.repeat(n / 2)}we go${'”'.repeat(n / 2)}`],
  ['marks nested in words', (n) => `${'“we '.repeat(n / 8)}${' go”'.repeat(n / 8)}`],
  ['lone surrogates', (n) => '\ud83d“\udc00we go\ud83d” '.repeat(n / 11)],
  ['right-to-left text', (n) => '"אנחנו הולכים," אמרה דנה. '.repeat(n / 25)],
  ['zero-width signs', (n) => '“\u200bwe\u200d go\u2060”\u200e she said.\u200b '.repeat(n / 26)],
  ['zero-width signs alone', (n) => `“${'\u200b'.repeat(n)}” she said.`],
  ['one word', (n) => 'a'.repeat(n)],
  ['commas', (n) => ','.repeat(n)],
  ['full stops', (n) => 'a. '.repeat(n / 3)],
  ['spaces', (n) => `a${' '.repeat(n)}b`],
  ['spaces at line starts and ends', (n) => `${' '.repeat(500)}a${' '.repeat(499)}\n`.repeat(n / 1001)],
  ['cues', (n) => 'said '.repeat(n / 5)],
  ['names', (n) => 'Dana Ortiz and '.repeat(n / 15)],
  ['new names', (n) => many(n / 14, (i) => `Dana Or${letters(i)} said. `)],
  ['names, cues and quotations in one paragraph', (n) => '“We go,” Dana Ortiz said, and Lena Brandt told Reed “never.” '.repeat(n / 60)],
  ['one sentence of names and cues', (n) => '“we go” Dana Ortiz said and Lena Brandt told Reed “never” '.repeat(n / 58)],
  ['quotations of nobody, paragraph by paragraph', (n) => '“We go, and we do not come back.”\n\n'.repeat(n / 36)],
  ['a quotation that runs on for ever', (n) => `Dana Ortiz said: ${'“We go, and we do not come back.\n\n'.repeat(n / 35)}`],
  ['pronouns in paragraphs of their own', (n) => '“We go,” she said.\n\n'.repeat(n / 20)],
  ['short lines', (n) => '“We go,” she said.\n'.repeat(n / 19)],
  ['block quotations in each other', (n) => many(n / 40, (i) => `${'> '.repeat(1 + (i % 38))}“we go”\n`)],
  ['block quotations of one line', (n) => '> We go and do not come back.\n\n'.repeat(n / 31)],
  ['lists in each other', (n) => many(n / 40, (i) => `${'  '.repeat(i % 30)}- “we go”\n`)],
  ['emphasis in each other', (n) => `${'*a **b '.repeat(n / 14)}${'c** d* '.repeat(n / 14)}`],
  ['brackets in each other', (n) => `${'['.repeat(n / 2)}${']'.repeat(n / 2)}`],
  ['links', (n) => '[“we go”](https://example.org) '.repeat(n / 31)],
  ['labels', (n) => many(n / 40, (i) => `[a${i}] “we go”\n\n[a${i}]: https://example.org\n\n`)],
  ['table cells', (n) => `| a | b |\n|---|---|\n${'| “we go” | she said |\n'.repeat(n / 23)}`],
  ['footnotes', (n) => many(n / 45, (i) => `Note.[^${i}]\n\n[^${i}]: “We go,” she said.\n\n`)],
  ['code spans', (n) => '`“we go”` '.repeat(n / 10)],
  ['tags', (n) => '<b title="“we”">we</b> '.repeat(n / 23)],
  ['comments', (n) => '<!-- “we go” -->\n\n'.repeat(n / 18)],
  ['entities', (n) => '&ldquo;we go&rdquo; '.repeat(n / 20)]
]

const many = (count, one) => Array.from({ length: count }, (_, i) => one(i)).join('')
const letters = (i) => i.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[digit])

function random(n, parts) {
  let state = 7
  let text = ''
  while (text.length < n) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    text += parts[(state >>> 8) % parts.length]
  }
  return text
}
