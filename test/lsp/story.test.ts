/** What the views ask: the story's parts, the takeaways that are missing, and who speaks. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { parsePack } from '../../server/src/core/coverage/parse-pack.ts'
import type { StoryResult } from '../../server/src/lsp/protocol.ts'
import { type Client, inMemory, type Wishes } from '../support/connection.ts'

const root = join(import.meta.dirname, '..', '..')
const URI = 'file:///story.md'
const STORY = `---
byline: Ana Roth
---

# The levy stays

The council has settled the levy for the year to come, at last.

“A pause,” said Samuel Okafor, who sells fish.

## No rise

“We will not raise it,” said Dana Ortiz, the mayor.

It rained all afternoon.

“Nobody has asked us what we can afford.”
`

const running: Client[] = []
afterEach(async () => {
  for (const client of running.splice(0)) await client.stop()
})

/** The first answer that fits: packs are read after the draft was opened. */
async function story(text: string, wishes: Wishes = {}, fits: (told: StoryResult) => boolean = () => true): Promise<StoryResult> {
  const client = await inMemory(wishes)
  running.push(client)
  await client.open(URI, text)
  for (;;) {
    const told = await client.connection.sendRequest<StoryResult>('saidby/story', { textDocument: { uri: URI } })
    if (fits(told)) return told
  }
}

test('parts with their places, quotations and people; what stands in none; who speaks', async () => {
  const { parts, quotations, missing, speakers } = await story(STORY)
  expect(parts.map(({ kind, title, selection }) => `${kind} ${title} :${selection.start.line}`)).toEqual([
    'headline The levy stays :4',
    'lede The council has settled the levy for the year to come, at last. :6',
    'takeaway No rise :10'
  ])
  expect(parts[2]).toMatchObject({ marked: true, known: null, people: ['Dana Ortiz'], words: 24 })
  expect(parts[2]?.quotations.map(({ words, speakers: who }) => `${words} ${who.join()}`)).toEqual([
    '“We will not raise it,” Dana Ortiz',
    '“Nobody has asked us what we can afford.” '
  ])
  expect(quotations.map(({ words, range }) => `${words} :${range.start.line}`)).toEqual(['“A pause,” :8'])
  expect(missing).toEqual([])
  expect(speakers.map(({ kind, name, quotations: count, places }) => `${kind} ${name} ${count} :${places[0]?.start.line}`)).toEqual([
    'nobody  1 :16',
    'named Dana Ortiz 1 :12',
    'named Samuel Okafor 1 :8'
  ])
})

test('with a pack that knows the story: which takeaways the draft has, and which it has not', async () => {
  const { pack } = parsePack(readFileSync(join(root, 'coverage', 'summit.yaml'), 'utf8'))
  const sample = readFileSync(join(root, 'samples', 'moscow-takeaways.md'), 'utf8').replace(/## Alarm at NATO[\s\S]*?(?=## Trade)/, '')
  const { parts, missing } = await story(sample, { packs: pack ? [pack] : [] }, (told) => told.missing.length > 0)
  expect(parts.filter(({ kind }) => kind === 'takeaway').map(({ known }) => known)).toEqual(
    pack?.takeaways.filter(({ id }) => id !== 'alarm-at-nato').map(({ title }) => title)
  )
  expect(missing.map(({ title }) => title)).toEqual(['Alarm at NATO and AUKUS, closer military trust'])
})

test('nothing where Saidby is switched off, and for an empty draft', async () => {
  const nothing = { parts: [], quotations: [], missing: [], speakers: [] }
  expect(await story(STORY, { options: { enable: false } })).toEqual(nothing)
  expect(await story('')).toEqual(nothing)
})
