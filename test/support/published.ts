/** Random articles of the small world of the tests, and drafts that quote them well or badly, for the property tests. */
import fc from 'fast-check'
import { type Coverage, coverageOf } from '../../server/src/core/coverage/coverage.ts'
import { draft } from './drafts.ts'

const people = ['Dana Ortiz', 'Samuel Okafor', 'Lena Brandt', 'Jonas Vik']

const said = [
  'We will not raise the levy this year for any trader, whatever the council decides.',
  'Nobody in this town remembers a market hall with a dry floor and a working clock.',
  'The traders would rather pay the levy than lose the hall to the bank across the street.',
  'I have never liked the clock, and I told the mayor so in her own kitchen.',
  'Moscow is ready to buy every fish that the harbour lands before the first frost.'
]

const publishers = ['Harbour Wire', 'The Quay', undefined]
const wordings = [undefined, undefined, 'translated', 'rough'] as const

/** How an article has words: quoted in several ways, reported, or as its own. */
const passage = fc.tuple(fc.constantFrom(...said), fc.constantFrom(...people), fc.nat(5)).map(([words, who, how]) => {
  const bare = words.slice(0, -1)
  const [first, ...rest] = bare.split(', ')
  return [
    `“${bare},” said ${who}, who was there.`,
    `“${first},” ${who} said, “${rest.join(', ') || 'and so on'}.”`,
    `${who} said: “${words}”`,
    `${who} said that ${bare.charAt(0).toLowerCase()}${bare.slice(1).replace(' is ', ' was ')}.`,
    words,
    `“${words} It rained all day.`
  ][how] as string
})

const article = fc
  .tuple(
    fc.array(passage, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(...publishers),
    fc.constantFrom(...wordings),
    fc.constantFrom(...people, undefined)
  )
  .map(([passages, publisher, wording, speaker]) => ({
    text: passages.join('\n\n'),
    facts: { ...(publisher && { publisher, date: '2026-11-20' }), ...(wording && { wording }), ...(speaker && { speakers: [speaker] }) }
  }))

/** One in which the reporter alone has the words. */
const reporters = fc
  .constantFrom(...said)
  .map((words) => ({ text: `“No,” said Dana Ortiz. ${words} “Never,” she said.`, facts: { publisher: 'Harbour Wire' } }))

export const anyCoverage: fc.Arbitrary<Coverage> = fc
  .array(
    fc.oneof(
      article,
      reporters,
      draft.map((text) => ({ text, facts: {} }))
    ),
    { maxLength: 5 }
  )
  .map((articles) =>
    coverageOf(
      articles.map(({ text, facts }, i) => ({ article: { id: `article-${i}`, ...facts }, text })),
      [],
      1
    )
  )

/** Some words changed, left out, put in, joined with others, or taken as they are. */
const quoted = fc.tuple(fc.constantFrom(...said), fc.constantFrom(...said), fc.nat(8), fc.nat(12)).map(([words, others, how, at]) => {
  const list = words.slice(0, -1).split(' ')
  const place = 1 + (at % (list.length - 2))
  const changed = (...put: string[]) => [...list.slice(0, place), ...put, ...list.slice(place + 1)].join(' ')
  return [
    list.join(' '),
    changed('never'),
    changed(),
    changed('…'),
    changed('[so]'),
    `${list.join(' ')}. ${others.slice(0, -1)}`,
    `${list.join(' ')} and ${others.charAt(0).toLowerCase()}${others.slice(1, -1)}`,
    list.slice(0, place + 1).join(' '),
    'It will be twice as wide before anybody thinks of asking for more'
  ][how] as string
})

const quoting = fc.tuple(quoted, fc.constantFrom(...people, 'Ortiz', 'he', 'a spokesman'), fc.nat(5)).map(([words, who, how]) => {
  return [
    `“${words},” ${who} said.`,
    `${who} said: “${words}.”`,
    `"${words}," said ${who}.`,
    `${words}.`,
    `${who} said ${words}.`,
    `> ${words}.`
  ][how] as string
})

/** A story of such paragraphs. */
export const quotingStory = fc
  .array(quoting, { minLength: 1, maxLength: 5 })
  .map((paragraphs) => `---\nbyline: Ana Roth\n---\n\n${paragraphs.join('\n\n')}`)
