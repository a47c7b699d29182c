/** The schema that editors have of a project file says what its reader does, whatever stands in the file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseProject, projectKeys } from '../../../server/src/core/project/parse-project.ts'
import { defaultLevels, levels, ruleIds } from '../../../server/src/core/rules/settings.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))
const schema = json('schemas/saidby.schema.json')
const isValid = new Ajv({ unicodeRegExp: true, strict: false }).compile(schema)

/** Something of each kind, and the strings that the keys are about. */
const thing = fc.oneof(
  fc.constantFrom(null, true, 0, '', ' ', 'a', '9', 'drafts/**', 'en-GB', 'en_GB', 'off', 'loud', '“”', '“”‘’', '“"', '“”‘', '« »'),
  fc.constantFrom<unknown>([], {}, [null], ['a'], ['a', ''], [['a']], { a: 'b' })
)
const rules = fc.oneof(
  thing,
  fc.dictionary(fc.constantFrom('loaded-cue', 'wrong-role', 'no-rule'), fc.constantFrom('off', 'hint', 'loud', null, 1))
)
const entity = fc.record(
  {
    id: fc.constantFrom('ortiz', 'Ortiz', 7),
    kind: fc.constantFrom('person', 'fish'),
    name: fc.constantFrom('Dana Ortiz', ''),
    description: fc.constantFrom('Dana Ortiz is mayor.', ''),
    aliases: fc.oneof(fc.constant(['The Mayor of Ortizville']), thing),
    roles: fc.constantFrom<unknown>([], [{ title: 'Mayor', from: '2024-05' }], [{ title: 'Mayor', from: 'May' }], [{ from: 2024 }])
  },
  { requiredKeys: ['id', 'kind', 'name'] }
)
const values: Readonly<Record<(typeof projectKeys)[number] | 'other', fc.Arbitrary<unknown>>> = {
  $schema: thing,
  coverage: thing,
  entities: fc.oneof(thing, fc.array(entity, { maxLength: 1 })),
  spellings: fc.oneof(thing, fc.dictionary(fc.constantFrom('Kiev', 'Kyjiw', '9'), fc.constantFrom('Kyiv', '9', '', null, 1))),
  wellKnown: thing,
  courtesyTitles: fc.oneof(thing, fc.boolean()),
  notQuotations: thing,
  language: thing,
  quotes: thing,
  rules,
  files: thing,
  ignore: thing,
  overrides: fc.oneof(thing, fc.array(fc.record({ files: thing, rules, other: thing }, { requiredKeys: [] }), { maxLength: 2 })),
  other: thing
}

/** What only the reader knows, since a schema compares no values. */
const beyond = /is here twice|common word|looks like a regular expression/

test('a file is right by the one where it is right by the other', () => {
  let right = 0
  fc.assert(
    fc.property(
      fc.oneof(
        fc.record(values, { requiredKeys: [] }),
        ...Object.entries(values).map(([key, value]) => fc.record({ [key]: value })),
        thing
      ),
      (file) => {
        const { problems } = parseProject(JSON.stringify(file))
        fc.pre(!problems.some(({ message }) => beyond.test(message)))
        expect([problems.map(({ message }) => message), isValid(file)]).toEqual(
          problems.length === 0 ? [[], true] : [expect.anything(), false]
        )
        if (problems.length === 0) right += 1
      }
    ),
    { numRuns: 3000 }
  )
  expect(right).toBeGreaterThan(300)
})

test('it knows every key, rule and level, and says something about each', () => {
  expect(Object.keys(schema.properties)).toEqual([...projectKeys])
  expect(Object.entries<{ default: string }>(schema.$defs.rules.properties).map(([id, rule]) => [id, rule.default])).toEqual(
    ruleIds.map((id) => [id, defaultLevels[id]])
  )
  expect(schema.$defs.level.enum).toEqual(levels)
  for (const { description } of Object.values<{ description?: string }>({ ...schema.properties, ...schema.$defs.rules.properties }))
    expect(description).toMatch(/\S/)
})

test('its entities are a pack’s', () => {
  const pack = json('coverage/pack.schema.json')
  for (const name of ['id', 'date', 'entity', 'role']) expect(schema.$defs[name]).toEqual(pack.$defs[name])
})
