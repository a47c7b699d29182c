/** Every way to name or point at somebody, and whom it stands for. */
import { describe, expect, test } from 'vitest'
import { type Analysis, createWorkspace, hover } from '../../../server/src/core/api.ts'
import { parsePack } from '../../../server/src/core/coverage/parse-pack.ts'

const { pack } = parsePack(`id: talks
title: The talks in Port Ellen
house: true
entities:
  - { id: vik, kind: person, name: Vik Hana, family: Vik, given: Hana, order: family-given, aliases: [Wik Hana], roles: [{ title: President, of: Vikland }], description: She leads., pronouns: [she] }
  - { id: orlow, kind: person, name: Pjotr Orlow, family: Orlow, given: Pjotr, aliases: [Piotr Orlov, Orlov], roles: [{ title: President, of: Suderland }], description: He leads., pronouns: [he] }
  - { id: may, kind: person, name: Ann May, family: May, given: Ann, aliases: [], roles: [], description: She trades., pronouns: [she] }
  - { id: ortiz, kind: person, name: Dana Ortiz, family: Ortiz, given: Dana, aliases: [], roles: [{ title: Mayor, of: Port Ellen }], description: The mayor., pronouns: [she] }
  - { id: luis, kind: person, name: Luis Ortiz, family: Ortiz, given: Luis, aliases: [], roles: [], description: A baker., pronouns: [he] }
  - { id: roig, kind: person, name: Marie-Claire Roig, family: Roig, given: Marie-Claire, aliases: [], roles: [], description: A scholar., pronouns: [she] }
  - { id: vikland, kind: place, name: Vikland, adjectives: [Viklandic, Viklanders], description: A country. }
  - { id: suderland, kind: place, name: Suderland, adjectives: [Suderlandic], description: A country. }
  - { id: halmstrand, kind: place, name: Halmstrand, standsFor: vikland, description: Its capital. }
  - { id: castle, kind: body, name: Castle, aliases: [the Castle], standsFor: suderland, description: Its seat. }
  - { id: hbu, kind: body, name: Harbour Board Union, aliases: [HBU], description: A union. }
`)

function analyzed(text: string): Analysis {
  const analysis = createWorkspace().withPacks([pack!]).withDraft('file:///draft.md', text).analysis('file:///draft.md')
  return analysis!
}

/** Everything that stands for the entity, as the draft has it. */
function meant(text: string, id: string): string[] {
  const chain = analyzed(text).chains.find(({ entity, name }) => entity === id || name === id)
  return (chain?.mentions ?? []).map(({ span }) => text.slice(span.start, span.end))
}

describe('names', () => {
  test.each([
    ['a family name that stands first', 'Vik Hana left. Vik waved.', 'vik', ['Vik Hana', 'Vik']],
    ['title and family name', 'President Orlow left.', 'orlow', ['President Orlow']],
    ['a spelling variant and a transliteration', 'Piotr Orlov left. Orlov waved.', 'orlow', ['Piotr Orlov', 'Orlov']],
    ['diacritics', 'Pjötr Orłow left.', 'orlow', ['Pjötr Orłow']],
    ['an acronym', 'The Harbour Board Union met. HBU voted.', 'hbu', ['Harbour Board Union', 'HBU']],
    ['a possessive', 'Orlow’s car left.', 'orlow', ['Orlow']],
    ['an article that is part of an alias', 'The Castle slept. “No,” the Castle said.', 'castle', ['Castle', 'Castle']],
    ['where they are from', 'Pjotr Orlow of Suderland left.', 'orlow', ['Pjotr Orlow of Suderland']],
    [
      'over a soft break',
      'On that day nobody had thought that the president, Pjotr\nOrlow, would come to the hall.',
      'orlow',
      ['Pjotr\nOrlow']
    ],
    ['hyphenated over a soft break', 'On that day nobody had thought that the president would, but Or-\nlow came.', 'orlow', ['Or-\nlow']],
    [
      'at a hyphen over a soft break',
      'With him came on that very day and at that hour the scholar Marie-\nClaire Roig.',
      'roig',
      ['Marie-\nClaire Roig']
    ],
    ['a common word inside a sentence', 'May we? In May, the trader Ann May left.', 'may', ['Ann May']]
  ])('%s', (_, text, id, expected) => {
    expect(meant(text, id)).toEqual(expected)
  })

  test('a name of no gazetteer teaches name, role and affiliation', () => {
    const [chain] = analyzed('“No,” said Tomas Vale, a shipping expert at the Harbour Institute. Vale left.').chains
    expect([chain?.name, chain?.role, chain?.mentions.length]).toEqual(['Tomas Vale', 'a shipping expert at the Harbour Institute', 3])
  })

  test('a family name that two share is whose the draft has named', () => {
    const text = 'Luis Ortiz left. Ortiz waved.'
    expect(meant(text, 'luis')).toEqual(['Luis Ortiz', 'Ortiz'])
    expect(meant(text, 'ortiz')).toEqual([])
  })

  test('lines that were ended by hand are no one name', () => {
    expect(meant('Dana Ortiz\nPjotr Orlow\nVik Hana', 'orlow')).toEqual(['Pjotr Orlow'])
  })
})

describe('places as governments', () => {
  test.each([
    ['“We will not sign,” Halmstrand said.', 'Halmstrand'],
    ['According to the Castle, “nobody has signed.”', 'Castle']
  ])('%s', (text, name) => {
    expect(analyzed(text).quotations[0]?.speaker?.name).toBe(name)
  })

  test('what they say next is theirs', () => {
    expect(meant('Halmstrand said that it was over. It gave no reason.', 'halmstrand')).toEqual(['Halmstrand', 'it', 'It'])
  })

  test('a place that speaks may be offered as a speaker, one that does not may not', () => {
    const analysis = analyzed(
      '“We will not sign anything that others have written,” Halmstrand said in Suderland.\n\n“Nobody has asked us what we can afford.”\n'
    )
    expect(analysis.candidates(analysis.quotations[1]!).map(({ name }) => name)).toEqual(['Halmstrand'])
  })
})

describe('nouns', () => {
  const talks = 'Vik Hana met Pjotr Orlow in Port Ellen.'
  test.each([
    ['the Viklandic leader waved', 'vik', 'the Viklandic leader'],
    ['Vikland’s president waved', 'vik', 'Vikland’s president'],
    ['the Suderlandic president waved', 'orlow', 'the Suderlandic president'],
    ['the Castle’s leader waved', 'orlow', 'the Castle’s leader'],
    ['the two leaders signed', 'vik', 'the two leaders'],
    ['the two leaders signed', 'orlow', 'the two leaders'],
    ['both presidents signed', 'orlow', 'both presidents']
  ])('%s: %s', (words, id, mention) => {
    expect(meant(`${talks} Then ${words}.`, id)).toContain(mention)
  })

  test('of three leaders nobody knows which two', () => {
    const three = `${talks} So did President Lena Brandt. Then the two leaders signed.`
    expect(meant(three, 'vik')).toEqual(['Vik Hana'])
  })

  test('the leader of nobody knows what stands for nobody', () => {
    expect(meant(`${talks} Then the leader signed.`, 'orlow')).toEqual(['Pjotr Orlow'])
  })

  test('both say what the two leaders say', () => {
    const { speaker } = analyzed(`${talks}\n\n“It is over,” the two leaders said.`).quotations[0]!
    expect([speaker?.entity, speaker?.also.map(({ entity }) => entity)]).toEqual(['vik', ['orlow']])
  })
})

test('a hover on the two leaders tells of each, and on a seat of government whose it is', () => {
  const text = 'Vik Hana met Pjotr Orlow. Then the two leaders signed. Halmstrand said so.'
  const told = (words: string) => hover(analyzed(text), text.indexOf(words) + 1)?.markdown.split('\n')
  expect(told('the two leaders')).toEqual(['**Vik Hana**, the president of Vikland.', '', '**Pjotr Orlow**, the president of Suderland.'])
  expect(told('Halmstrand')?.slice(0, 3)).toEqual(['**Halmstrand**, a place.', '', 'It also stands for the government of Vikland.'])
})

test('pronouns, through the whole chain', () => {
  expect(meant('Vik Hana left. She waved to Pjotr Orlow, and he to her.', 'vik')).toEqual(['Vik Hana', 'She', 'her'])
})
