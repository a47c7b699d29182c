/** What a house has settled reaches every draft of a workspace, and its own people are believed before a pack's. */
import { describe, expect, test } from 'vitest'
import { createWorkspace, defaultLevels, findings, type House, noHouse, type Pack } from '../../../server/src/core/api.ts'
import { parseProject } from '../../../server/src/core/project/parse-project.ts'

const URI = 'file:///levy.md'

const house = (yaml: string): House => parseProject(yaml).project.house

/** The rules that tell something of the draft. */
function told(text: string, known: House): readonly string[] {
  const analysis = createWorkspace().withDraft(URI, text).withHouse(known).analysis(URI)!
  return findings(analysis, defaultLevels).map(({ rule }) => rule)
}

describe('what is settled', () => {
  test.each([
    [
      'unattributed-quotation',
      'notQuotations: Nobody asks us, and nobody will',
      'Traders in the market hall had feared the worst for months.\n\n“Nobody asks us, and nobody will.”\n\n'
    ],
    [
      'first-reference',
      'wellKnown: Okafor',
      'Nobody had told the traders. Okafor shrugged when he heard of it, and went back to his stall.\n\n'
    ]
  ])('%s is silent by “%s”', (rule, yaml, words) => {
    const text = `---\nbyline: Ana Roth\n---\n\n${words}“We have agreed on nothing,” said Samuel Okafor, who sells fish in the hall.\n`
    expect(told(text, noHouse)).toContain(rule)
    expect(told(text, house(yaml))).not.toContain(rule)
  })

  test('an open draft is read anew when it is settled otherwise, and is then as if it had been opened so', () => {
    const text = '---\nbyline: Ana Roth\n---\n\nThe mayor flew to Kiev on Monday. “It is cold,” said Dana Ortiz, the mayor.\n'
    const [kyiv, kiev] = [house('spellings: { Kiev: Kyiv }'), house('spellings: { Kyiv: Kiev }')]
    let workspace = createWorkspace().withDraft(URI, text)
    for (const settled of [kyiv, kiev, noHouse, kyiv]) {
      workspace = workspace.withHouse(settled)
      const found = findings(workspace.analysis(URI)!, defaultLevels).map(({ rule }) => rule)
      expect(found).toEqual(settled === kyiv ? ['inconsistent-name'] : [])
      expect(found).toEqual(told(text, settled))
    }
  })
})

describe('somebody whom a pack knows as well', () => {
  const person = (id: string, name: string, description: string): string =>
    `{ id: ${id}, kind: person, name: ${name}, description: ${description} }`
  const entities = (...people: readonly string[]) => parseProject(`entities: [${people.join(', ')}]`).project.entities
  const pack = (id: string, known: Pack['entities']): Pack => ({
    id,
    title: id,
    entities: known,
    statements: [],
    takeaways: [],
    positions: {}
  })
  const levy = pack(
    'levy',
    entities(
      person('ortiz', 'Dana Ortiz', 'From a pack.'),
      person('okafor', 'Samuel Okafor', 'A trader.'),
      person('brandt', 'Lena Brandt', 'A baker.')
    )
  )
  const text = '“It stays,” said Dana Ortiz, the mayor. “It goes,” said Samuel Okafor and Lena Brandt.\n'

  test.each(['ortiz', 'dana-ortiz'])('is one, as the house has it, under the pack’s id: %s', (id) => {
    const own = { ...pack('saidby.yaml', entities(person(id, 'Dana Ortiz', 'From the house.'))), house: true }
    const analysis = createWorkspace().withPacks([levy, own]).withDraft(URI, text).analysis(URI)!
    expect(analysis.packs.map(({ title }) => title)).toEqual(['levy', 'saidby.yaml'])
    expect(analysis.gazetteer.entities.map(({ id, description }) => `${id}: ${description}`)).toEqual([
      'ortiz: From the house.',
      'okafor: A trader.',
      'brandt: A baker.'
    ])
    expect(analysis.quotations[0]?.speaker?.entity).toBe('ortiz')
  })
})
