/** The small world as a pack, for tests of who is named. */
import { type Analysis, createWorkspace, type Pack } from '../../server/src/core/api.ts'
import { parsePack } from '../../server/src/core/coverage/parse-pack.ts'

export const levyYaml = `id: levy
title: The levy on the market hall
date: 2026-05-12
house: true
entities:
  - id: dana-ortiz
    kind: person
    name: Dana Ortiz
    family: Ortiz
    given: Dana
    aliases: [Mayor Ortiz]
    roles: [{ title: Mayor, of: Ortizville, from: 2024-05 }]
    description: Dana Ortiz has been mayor since May 2024.
    pronouns: [she]
  - id: li-wei
    kind: person
    name: Li Wei
    family: Li
    given: Wei
    order: family-given
    description: Li Wei builds bridges.
    pronouns: [he]
  - id: traders
    kind: body
    name: United Traders
    aliases: [UT]
    adjectives: [Traderish]
    description: The traders of the hall.
statements:
  - id: no-levy
    words: we will never raise it
    speakers: [dana-ortiz]
    kind: direct
    certainty: sure
    language: en
    wording: as-published
    paragraph: 3
takeaways:
  - { id: stays, title: The levy stays, summary: No rise., people: [dana-ortiz], statements: [no-levy] }
`

export function levyPack(): Pack {
  const { pack } = parsePack(levyYaml)
  if (!pack) throw new Error('the pack is broken')
  return pack
}

/** What is known of the draft, with that pack. */
export function analyzed(text: string): Analysis {
  const analysis = createWorkspace().withPacks([levyPack()]).withDraft('file:///draft.md', text).analysis('file:///draft.md')
  if (!analysis) throw new Error('there is no analysis')
  return analysis
}
