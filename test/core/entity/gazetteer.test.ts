/** Names of known entities in prose. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entity } from '../../../server/src/core/entity/entity.ts'
import { buildGazetteer } from '../../../server/src/core/entity/gazetteer.ts'

const entity = (id: string, name: string, rest: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'person',
  name,
  aliases: [],
  roles: [],
  description: '',
  pronouns: [],
  ...rest
})

const gazetteer = buildGazetteer(
  [
    entity('ortiz', 'Dana Ortiz', { family: 'Ortiz', aliases: ['Daña Ortiz'] }),
    entity('li', 'Li Wei', { family: 'Li' }),
    entity('may', 'Ann May', { family: 'May' }),
    entity('union', 'United Traders', { kind: 'body', aliases: ['UT', 'U.T.'] }),
    entity('ortiz-2', 'Luis Ortiz', { family: 'Ortiz' }),
    entity('odd', '…'),
    entity('pact', 'HARBOR', { kind: 'body' }),
    entity('statement', 'joint statement', { kind: 'document', aliases: ['the Accord'] })
  ],
  1
)

const named = (prose: string): string[] =>
  gazetteer
    .match(prose)
    .map(({ span, entities, form }) => `${prose.slice(span.start, span.end)} ${form} ${entities.map(({ id }) => id).join('+')}`)

test.each([
  ['the longest name wins', 'Dana Ortiz left.', ['Dana Ortiz full ortiz']],
  ['a family name that two share', 'Ortiz left.', ['Ortiz family ortiz+ortiz-2']],
  ['possessives are not part of it', "Ortiz’s levy, Dana Ortiz's too", ['Ortiz family ortiz+ortiz-2', 'Dana Ortiz full ortiz']],
  ['over a soft break', 'Dana\nOrtiz left.', ['Dana Ortiz full ortiz'].map((line) => line.replace(' ', '\n'))],
  ['diacritics fold', 'Dāna Ortíz left.', ['Dāna Ortíz full ortiz']],
  ['only where capitalised', 'ortiz and dana ortiz', []],
  ['not inside words', 'Ortizes and Lithium', []],
  ['short acronyms are exact', 'UT and U.T. and Ut and ut', ['UT alias union', 'U.T alias union']],
  ['an everyday word is a name only inside a sentence', 'May it stay? Then May left. “May we?”', ['May family may']],
  ['a month is no family', 'in May, on 5 May, May 5, but Ann May and Mr. May', ['Ann May full may', 'May family may']],
  ['long acronyms are exact, too', 'HARBOR’s harbor, the Harbor', ['HARBOR full pact']],
  [
    'small letters of a name match any',
    'Joint statement, joint\nstatement, the Accord, The Accord, the accord',
    ['Joint statement full statement', 'joint\nstatement full statement', 'the Accord alias statement', 'The Accord alias statement']
  ],
  [
    'names joined by a dash or hyphen',
    'the Ortiz–Li talks, Ortiz-Li',
    ['Ortiz family ortiz+ortiz-2', 'Li family li', 'Ortiz family ortiz+ortiz-2', 'Li family li']
  ],
  [
    'a name is not cut in two by a sentence',
    'She met Dana. Ortiz left. Dana  Ortiz',
    ['Ortiz family ortiz+ortiz-2', 'Ortiz family ortiz+ortiz-2']
  ],
  ['capitals in a headline', 'DANA ORTIZ LEAVES', ['DANA ORTIZ full ortiz']]
])('%s', (_, prose, expected) => {
  expect(named(prose)).toEqual(expected)
})

test('entities are found by id', () => {
  expect(gazetteer.byId('li')?.name).toBe('Li Wei')
  expect(gazetteer.byId('nobody')).toBeUndefined()
})

test('any prose and any names: spans in order, inside the prose, never overlapping', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      (names, prose) => {
        const found = buildGazetteer(
          names.map((name, i) => entity(String(i), name)),
          1
        ).match(`${prose} ${names.join(' ')}`)
        found.reduce((last, { span }) => {
          expect(span.start).toBeGreaterThanOrEqual(last)
          expect(span.end).toBeGreaterThan(span.start)
          return span.end
        }, 0)
      }
    )
  )
})

test('an adjective points at its entity, and a longer name goes before it', () => {
  const harbour = buildGazetteer(
    [
      entity('vikland', 'Vikland', { kind: 'place', adjectives: ['Viklandic', 'Viklanders'] }),
      entity('bank', 'Viklandic Bank', { kind: 'body' })
    ],
    1
  )
  const found = harbour
    .match('Viklandic ships; the Viklandic Bank; Viklanders; viklandic')
    .map(({ form, entities }) => `${form} ${entities[0]?.id}`)
  expect(found).toEqual(['adjective vikland', 'full bank', 'adjective vikland'])
})
