/** Packs as people write them, right and wrong. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCompiledPack } from '../../../server/src/core/coverage/pack.ts'
import { parsePack } from '../../../server/src/core/coverage/parse-pack.ts'

const good = `id: levy
title: The levy
date: 2026
entities:
  - id: ortiz
    kind: person
    name: Dana Ortiz
    family: Ortiz
    given: Dana
    roles: [{ title: Mayor, from: 2024-05 }]
    description: Dana Ortiz is mayor.
    pronouns: [she]
statements:
  - id: no-levy
    words: the levy will never be raised while she is mayor
    verbatim: [never be raised]
    speakers: [ortiz]
    kind: mixed
    certainty: sure
    language: en
    wording: as-published
    paragraph: 3
takeaways:
  - { id: first, title: No levy, summary: The levy stays., people: [ortiz], statements: [no-levy] }
`

/** The problems as a terminal shows them, and how much of the pack was kept. */
function told(text: string): string[] {
  const { pack, problems } = parsePack(text)
  for (const { start, end } of problems) expect(start >= 0 && start <= end && end <= text.length).toBe(true)
  const kept = pack ? `${pack.entities.length} ${pack.statements.length} ${pack.takeaways.length}` : 'no pack'
  return [...problems.map(({ line, column, message }) => `${line}:${column}: ${message}`), kept]
}

test('a good pack is read with its places and its verbatim ranges', () => {
  const { pack, problems } = parsePack(good)
  expect(problems).toEqual([])
  expect(pack?.date).toBe('2026')
  const [statement] = pack?.statements ?? []
  expect(statement?.verbatim?.map(([start, end]) => statement.words.slice(start, end))).toEqual(['never be raised'])
  const [start, end] = pack?.positions['ortiz'] ?? [0, 0]
  expect(good.slice(start, end)).toMatch(/^id: ortiz\n[\s\S]*pronouns: \[she\]/)
})

test.each([
  ['byte order mark', `\ufeff${good}`],
  ['Windows line ends', good.replaceAll('\n', '\r\n')],
  ['comments', `# levy\n${good}# end`],
  ['JSON', JSON.stringify({ id: 'levy', title: 'The levy', entities: [], statements: null })]
])('%s: no problem', (_, text) => {
  expect(parsePack(text).problems).toEqual([])
})

test('a byte order mark counts as a character of its line', () => {
  expect(told('\ufeffid: Levy\ntitle: x\n')[0]).toBe('1:6: id: an id is small letters, digits and hyphens: power-of-siberia-2')
})

const without = (from: string, to: string): string => {
  expect(good).toContain(from)
  return good.replace(from, () => to)
}

/** What else is told once the only entity is lost. */
const lost = ['17:16: there is no entity “ortiz” in this pack', '24:69: there is no entity “ortiz” in this pack']

test.each([
  ['empty', '', ['1:1: a pack has keys: id, title, entities, statements, takeaways', 'no pack']],
  ['a list', '- a', ['1:1: a pack has keys: id, title, entities, statements, takeaways', 'no pack']],
  ['no id', without('id: levy\n', ''), ['1:1: id: this is missing', 'no pack']],
  ['an unknown key', without('date: 2026', 'dated: 2026'), ['3:1: there is no key “dated” in a pack', '1 1 1']],
  ['an inherited key', without('date: 2026', 'toString: 2026'), ['3:1: there is no key “toString” in a pack', '1 1 1']],
  ['no date', without('2026', '2026-13'), ['3:7: date: a date is 2023, 2023-03 or 2023-03-21', '1 1 1']],
  ['a key twice', without('date: 2026', 'title: The toll'), ['3:1: Map keys must be unique', '1 1 1']],
  ['an unknown key of an entry', without('given: Dana', 'givn: Dana'), ['9:5: there is no key “givn” here', ...lost, '0 1 1']],
  [
    'an unknown kind',
    without('person', 'persona'),
    ['6:11: kind: a kind is person, body, place, document, event or project', ...lost, '0 1 1']
  ],
  ['an empty name', without('name: Dana Ortiz', "name: ' '"), ['7:11: name: a name needs a letter or a digit', ...lost, '0 1 1']],
  ['a name of signs', without('name: Dana Ortiz', 'name: …'), ['7:11: name: a name needs a letter or a digit', ...lost, '0 1 1']],
  [
    'a number for a name',
    without('name: Dana Ortiz', 'name: 1984'),
    ['7:11: name: this must be text; put it in quotation marks', ...lost, '0 1 1']
  ],
  ['a family name that is none', without('family: Ortiz', 'family: Oritz'), ['8:13: the family name is no part of the name', '1 1 1']],
  ['a role that ends before it begins', without('2024-05', '2024-05, until: 2023'), ['10:51: this role ended before it began', '1 1 1']],
  [
    'words that were not said',
    without('[never be raised]', '[ever be lowered]'),
    ['16:16: these are not among the words, or stand before the part above', '1 1 1']
  ],
  [
    'a mixed statement without a verbatim part',
    without('    verbatim: [never be raised]\n', ''),
    ['17:11: a mixed statement says which of its words are verbatim', '1 1 1']
  ],
  ['an unknown speaker', without('speakers: [ortiz]', 'speakers: [oritz]'), ['17:16: there is no entity “oritz” in this pack', '1 1 1']],
  ['nobody speaks', without('    speakers: [ortiz]\n', ''), ['14:5: a statement needs speakers, or somebody unnamed', '1 1 1']],
  [
    'a paragraph 0',
    without('paragraph: 3', 'paragraph: 0'),
    ['22:16: paragraph: paragraphs count from 1', '24:90: there is no statement “no-levy” in this pack', '1 0 1']
  ],
  [
    'entities that are no list',
    without('entities:', 'entities: x\nmore:'),
    [
      '4:11: entities: this must be a list',
      '5:1: there is no key “more” in a pack',
      ...lost.map((line) => line.replace(/^\d+/, (n) => String(Number(n) + 1))),
      '0 1 1'
    ]
  ],
  ['an entry that is a word', without('takeaways:', 'takeaways:\n  - five'), ['24:5: this must be an entry with keys', '1 1 1']],
  ['an id twice', `${good}  - { id: ortiz, title: x, summary: y }\n`, ['25:11: the id “ortiz” is already taken', '1 1 1']],
  [
    'references to nowhere',
    without('Mayor', '*mayor'),
    ['5:5: the references (*) in here lead nowhere, in a circle or to too much', ...lost, '0 1 1']
  ]
])('%s', (_, text, expected) => {
  const found = told(text)
  expect([...found].sort()).toEqual([...expected].sort())
})

test('references that stand for a million values are refused quickly', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)
  ]
  const { problems } = parsePack(`${good}${bomb.join('\n')}\nid2: *i\n`)
  expect(problems.length).toBeGreaterThan(8)
  const inside = parsePack(`${bomb.join('\n')}\n${good.replace('[she]', '*i')}`)
  expect(inside.problems.map(({ message }) => message)).toContain('the references (*) in here lead nowhere, in a circle or to too much')
  expect(inside.pack?.statements).toHaveLength(1)
})

test('a circle of references, and brackets without end', () => {
  expect(told(good.replace('[she]', '&circle [*circle]')).at(-1)).toBe('0 1 1')
  expect(told(`id: levy\ntitle: ${'['.repeat(20_000)}`).at(-1)).toBe('no pack')
})

test('any change of a pack is read without throwing', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(
      '&a ',
      '*a',
      '- ',
      '{',
      ']',
      ': ',
      '\n',
      '\r',
      '\t',
      '"',
      '|',
      '>-',
      '!!set ',
      '%YAML 9\n---\n',
      '...\n',
      '? ',
      '<<: ',
      '\u0000'
    )
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(good.length), fc.nat(30), piece), { minLength: 1, maxLength: 4 }), (edits) => {
      const text = edits.reduce((now, [at, cut, put]) => now.slice(0, at) + put + now.slice(at + cut), good)
      told(text)
    }),
    { numRuns: 500 }
  )
})

test('a compiled pack is taken as it is, and anything else refused', () => {
  const { pack } = parsePack(good)
  expect(readCompiledPack(JSON.parse(JSON.stringify(pack)))).toEqual(pack)
  for (const json of [null, 1, 'x', [], {}, { id: 'levy', entities: [], statements: [] }])
    expect(() => readCompiledPack(json)).toThrow(TypeError)
})

test('the compiled way does without the YAML parser', () => {
  const core = join(import.meta.dirname, '../../../server/src/core/coverage')
  for (const file of ['pack.ts', 'statement.ts'])
    expect(readFileSync(join(core, file), 'utf8')).not.toMatch(/from '(?:yaml|valibot|\.\/parse-pack\.ts)'/)
})

test('names that lead nowhere are told at their lines, and the rest is kept', () => {
  const entity = (id: string, name: string, aliases: string) =>
    `  - { id: ${id}, kind: person, name: "${name}", aliases: [${aliases}], description: Somebody. }\n`
  const text = `id: levy\ntitle: The levy\nentities:\n${[
    entity('ortiz', 'Dana Ortiz', 'Ruth Lund, Mayor Ortiz, Mayor Ortiz'),
    entity('lund', 'Ruth Lund', 'Dana Ortiz, Ruth Lund'),
    entity('vik', 'Jonas Vik', "'Vi(k|ck)', 'Vik.*', Will, will"),
    entity('ortiz', 'Luis Ortiz', ''),
    entity('nobody', '  ', '')
  ].join('')}`
  expect(told(text)).toEqual([
    '4:62: “lund” is called “Dana Ortiz” in turn: these two go round in a circle',
    '4:86: “Mayor Ortiz” is here twice',
    '5:60: “ortiz” is called “Ruth Lund” in turn: these two go round in a circle',
    '5:72: this is the name itself',
    '6:59: a name is taken letter by letter; this looks like a regular expression',
    '6:71: a name is taken letter by letter; this looks like a regular expression',
    '6:80: “Will” is a common word as well; it is taken for the name only with a capital and inside a sentence',
    '6:86: “will” is a common word; only with a capital it can be told from one',
    '7:11: the id “ortiz” is already taken',
    '8:39: name: a name needs a letter or a digit',
    '3 0 0'
  ])
})

test('a longer circle of aliases, and one that is none', () => {
  const entity = (id: string, name: string, alias: string) =>
    `  - { id: ${id}, kind: person, name: ${name}, aliases: [${alias}], description: Somebody. }\n`
  const circle = [entity('a', 'Ruth Lund', 'Jonas Vik'), entity('b', 'Jonas Vik', 'Hana Roig'), entity('c', 'Hana Roig', 'Ruth Lund')]
  const text = `id: levy\ntitle: The levy\nentities:\n${[...circle, entity('d', 'Pjotr Orlow', 'Ruth Lund')].join('')}`
  expect(told(text)).toEqual([
    '4:55: “Jonas Vik” leads by the names of others back to “Ruth Lund”: these go round in a circle',
    '5:55: “Hana Roig” leads by the names of others back to “Jonas Vik”: these go round in a circle',
    '6:55: “Ruth Lund” leads by the names of others back to “Hana Roig”: these go round in a circle',
    '4 0 0'
  ])
})

test('whose government a place stands for', () => {
  const text = `id: levy
title: The levy
entities:
  - { id: vikland, kind: place, name: Vikland, description: A country. }
  - { id: halmstrand, kind: place, name: Halmstrand, standsFor: vikland, description: Its capital. }
  - { id: port, kind: place, name: Port Ellen, standsFor: nowhere, description: A port. }
  - { id: cove, kind: place, name: Cove, standsFor: cove, description: A cove. }
  - { id: vik, kind: person, name: Jonas Vik, standsFor: vikland, description: A man. }
`
  expect(told(text)).toEqual([
    '6:59: there is no entity “nowhere” in this pack',
    '7:53: nobody stands for themselves',
    '8:58: only a place or a body stands for a government',
    '5 0 0'
  ])
  expect(parsePack(text).pack?.entities.map(({ standsFor }) => standsFor)).toEqual([undefined, 'vikland', undefined, undefined, undefined])
})
