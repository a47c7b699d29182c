/** The pack that comes with Saidby: that it is whole, and that its schema says what its parser does. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { entityShape, packShape, statementShape, takeawayShape } from '../../../server/src/core/coverage/pack-shape.ts'
import { parsePack } from '../../../server/src/core/coverage/parse-pack.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'coverage')
const { pack, problems } = parsePack(readFileSync(join(folder, 'summit.yaml'), 'utf8'))

test('the summit’s pack has no problem and knows the whole story', () => {
  expect(problems).toEqual([])
  expect(pack?.entities.length).toBeGreaterThanOrEqual(45)
  expect(pack?.statements.length).toBeGreaterThanOrEqual(25)
  expect(pack?.takeaways.length).toBe(5)
})

test('everybody is described in one sentence, and people have their pronouns', () => {
  for (const { id, kind, description, pronouns } of pack?.entities ?? []) {
    expect([id, /[.]$/.test(description), (description.match(/[.!?](?=\s+\p{Lu})/gu) ?? []).length <= 1]).toEqual([id, true, true])
    if (kind === 'person') expect([id, pronouns.length]).toEqual([id, 1])
  }
})

test('every takeaway has its people and its statements', () => {
  for (const { id, statements, people } of pack?.takeaways ?? [])
    expect([id, statements.length > 0, people.length > 0]).toEqual([id, true, true])
})

test('the schema for editors has the parser’s keys', () => {
  const schema = JSON.parse(readFileSync(join(folder, 'pack.schema.json'), 'utf8'))
  const keys = (of: { properties: object }): string[] => Object.keys(of.properties).sort()
  expect(keys(schema)).toEqual([...Object.keys(packShape), 'entities', 'statements', 'takeaways'].sort())
  for (const [name, shape] of Object.entries({ entity: entityShape, statement: statementShape, takeaway: takeawayShape }))
    expect(keys(schema.$defs[name])).toEqual(Object.keys(shape.entries).sort())
})
