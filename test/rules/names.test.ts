/** Findings about names are found anew only where a name changes; they stand where the names stand now. */
import { expect, test } from 'vitest'
import { createWorkspace, defaultLevels, findings } from '../../server/src/core/api.ts'
import { parsePack } from '../../server/src/core/coverage/parse-pack.ts'

const NAMES = new Set(['misspelled-name', 'inconsistent-name', 'first-reference', 'ambiguous-name'])

const STORY = `---
byline: Ana Roth
---

It rained in Kyiv. Vik shrugged when he heard of the decision about the hall by the harbour.

Dana Ortiz, the mayor, and Luis Ortiz, a carpenter, met Tom Vik at the hall. “It leaks,” Ortiz said.

Samuel Okafor left. Okafor was late, Okafor said. Trains from Kiev are slow, and Okofar knows.
`

function told(text: string): string[] {
  const workspace = createWorkspace().withDraft('file:///draft.md', STORY)
  findings(workspace.analysis('file:///draft.md')!, defaultLevels)
  const analysis = workspace.withDraft('file:///draft.md', text).analysis('file:///draft.md')!
  return findings(analysis, defaultLevels)
    .filter(({ rule }) => NAMES.has(rule))
    .map(({ rule, span, fixes }) => `${rule}: ${text.slice(span.start, span.end)} at ${span.start}, ${fixes()[0]!.edits[0]!.start}`)
}

const shifted = (lines: readonly string[], by: number) => lines.map((line) => line.replace(/\d+/g, (place) => String(Number(place) + by)))

test('a word typed in front of all names moves every finding', () => {
  const before = told(STORY)
  expect(before.map((line) => line.replace(/ at .*/, ''))).toEqual([
    'first-reference: Vik',
    'ambiguous-name: Ortiz',
    'inconsistent-name: Kiev',
    'misspelled-name: Okofar'
  ])
  expect(told(STORY.replace('It rained', 'It often rained'))).toEqual(shifted(before, 'often '.length))
})

test('a name that changes is found anew', () => {
  expect(told(STORY.replace('Trains from Kiev', 'Trains from Kyiv')).some((line) => line.startsWith('inconsistent-name'))).toBe(false)
  expect(told(STORY.replace('Vik shrugged', 'Tom Vik shrugged')).some((line) => line.startsWith('first-reference'))).toBe(false)
  expect(told(STORY.replace('Luis Ortiz', 'Luis Vale')).some((line) => line.startsWith('ambiguous-name'))).toBe(false)
})

test('related places: the other spelling, both people, the entry of the pack', () => {
  const date = '---\nbyline: Ana Roth\ndate: 2026-05-12\n---\n'
  const text = `${STORY.replace(/^---[\s\S]*?---\n/, date)}\nChancellor Ruth Lund left.\n`
  const { pack } = parsePack(`id: levy
title: The levy
house: true
entities:
  - id: lund
    kind: person
    name: Ruth Lund
    family: Lund
    given: Ruth
    roles: [{ title: President, of: Vikland, from: 2024-01 }, { title: Chancellor, of: Vikland, from: 2019-01, until: 2023-12 }]
    description: Ruth Lund leads Vikland.
    pronouns: [she]
`)
  const analysis = createWorkspace().withPacks([pack!]).withDraft('file:///draft.md', text).analysis('file:///draft.md')!
  const related = Object.fromEntries(
    findings(analysis, defaultLevels).map((finding) => [
      finding.rule,
      (finding.related ?? []).map((other) =>
        other.kind === 'draft' ? text.slice(other.span.start, other.span.end) : other.passage.article.id
      )
    ])
  )
  expect(related).toMatchObject({
    'inconsistent-name': ['Kyiv'],
    'ambiguous-name': ['Dana Ortiz', 'Luis Ortiz'],
    'wrong-role': ['levy#lund']
  })
})

test('the names of one workspace are never given to another', () => {
  const misspelled = (name: string): number => {
    const { pack } = parsePack(`id: house
title: The house
house: true
entities:
  - { id: okafor, kind: person, name: ${name}, family: ${name.split(' ')[1]}, given: ${name.split(' ')[0]}, description: ${name} sells fish., pronouns: [he] }
`)
    const text = `${STORY.slice(0, STORY.indexOf('It rained'))}Samuel Okofar, a fishmonger, left the hall. “It leaks,” he said.\n`
    const analysis = createWorkspace().withPacks([pack!]).withDraft('file:///draft.md', text).analysis('file:///draft.md')!
    return findings(analysis, defaultLevels).filter(({ rule }) => rule === 'misspelled-name').length
  }
  const [known, unknown] = [misspelled('Samuel Okafor'), misspelled('Tom Brenner')]
  expect(known).toBeGreaterThan(0)
  expect(unknown).toBe(0)
  expect(misspelled('Samuel Okafor')).toBe(known)
})
