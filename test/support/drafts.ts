/** Random drafts and random edits of them, as writers make them, for the property tests. */
import fc from 'fast-check'

const people = [
  'Dana Ortiz',
  'Mayor Dana Ortiz',
  'Ortiz',
  'Lena Brandt, a baker',
  'Brandt',
  'the mayor',
  'a spokesman',
  'she',
  'He',
  'Tomas Vale and Ortiz'
]
const verbs = ['said', 'says', 'told reporters', 'asked', 'added on Monday', 'warned that']
const words = [
  'We will not raise the levy',
  'Nobody asked us',
  'The hall is **half** empty',
  'It is [sic] a [bad][deal] start',
  'Why now?',
  'the “old” hall'
]

/** One paragraph, of any kind. */
export const paragraph = fc.oneof(
  fc
    .tuple(fc.constantFrom(...words), fc.constantFrom(...people), fc.constantFrom(...verbs))
    .map(([said, who, verb]) => `“${said},” ${who} ${verb}. “It stays.”`),
  fc.tuple(fc.constantFrom(...people), fc.constantFrom(...words)).map(([who, said]) => `According to ${who}, ${said.toLowerCase()}.`),
  fc
    .tuple(fc.constantFrom(...people), fc.constantFrom(...verbs), fc.constantFrom(...words))
    .map(([who, verb, said]) => `${who} ${verb}: "${said}."`),
  fc.constantFrom(...words).map((said) => `“${said}.`),
  fc.constantFrom(...words).map((said) => `“${said}.”`),
  fc.constantFrom(...words).map((said) => `> ${said}.\n> — Dana Ortiz`),
  fc.constantFrom(
    '# Five points',
    '## The levy',
    '- one “item”\n- two',
    '```\n“code”\n```',
    '[bad]: https://example.org',
    '<!-- saidby: not-a-quotation -->',
    '| a | “b” |\n|---|---|\n| c | d |',
    '---\ntitle: A levy\n---',
    'Note.[^1]\n\n[^1]: “A note,” Ortiz said.'
  )
)

/** A draft of up to twelve paragraphs of all kinds. */
export const draft = fc.array(paragraph, { minLength: 1, maxLength: 12 }).map((paragraphs) => paragraphs.join('\n\n'))

/** What one edit does to a text. */
export type Edit = (text: string) => string

const typed = fc.constantFrom(
  'a',
  ' ',
  '.',
  '\n',
  '\n\n',
  '“',
  '”',
  '"',
  "'",
  '*',
  '_',
  '`',
  '```\n',
  '[',
  ']',
  '> ',
  '# ',
  '<!--',
  '-->',
  'Ortiz ',
  'she said',
  '&amp;',
  '\\',
  '[bad]: x\n',
  '---\n',
  '\ud83d',
  '\u200b'
)

const place = fc.double({ min: 0, max: 1, noNaN: true })

const at = (text: string, share: number): number => Math.floor(share * text.length)

/** Typing, deleting, moving a paragraph, and changing a name wherever it stands first. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, typed).map(
    ([share, insert]): Edit =>
      (text) =>
        text.slice(0, at(text, share)) + insert + text.slice(at(text, share))
  ),
  fc.tuple(place, fc.integer({ min: 1, max: 30 })).map(
    ([share, length]): Edit =>
      (text) =>
        text.slice(0, at(text, share)) + text.slice(at(text, share) + length)
  ),
  fc.tuple(place, place).map(
    ([from, to]): Edit =>
      (text) => {
        const paragraphs = text.split('\n\n')
        const [moved = ''] = paragraphs.splice(Math.floor(from * (paragraphs.length - 1)), 1)
        paragraphs.splice(Math.floor(to * paragraphs.length), 0, moved)
        return paragraphs.join('\n\n')
      }
  ),
  fc.constantFrom(...people).map(
    (name): Edit =>
      (text) =>
        text.replace(/Ortiz|Brandt/, name)
  )
)
