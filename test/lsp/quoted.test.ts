/** What other checkers are told to pass over. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { parsePack } from '../../server/src/core/coverage/parse-pack.ts'
import type { QuotedResult } from '../../server/src/lsp/protocol.ts'
import { type Client, inMemory, type Wishes } from '../support/connection.ts'

const URI = 'file:///story.md'
const STORY = '---\nbyline: Ana Roth\ndate: 2023-03-21\n---\n\n# Xi and Putin in Moscow\n\n“It will pass,” said Xi Jinping.\n'
const running: Client[] = []
afterEach(async () => {
  for (const client of running.splice(0)) await client.stop()
})

async function quoted(wishes: Wishes = {}): Promise<(fits: (told: QuotedResult) => boolean) => Promise<QuotedResult>> {
  const client = await inMemory(wishes)
  running.push(client)
  await client.open(URI, STORY)
  return async (fits) => {
    for (;;) {
      const told = await client.connection.sendRequest<QuotedResult>('saidby/quoted', { textDocument: { uri: URI } })
      if (fits(told)) return told
    }
  }
}

test('ranges with marks, their speaker, and the names that are right, of the version that is open', async () => {
  const { pack } = parsePack(readFileSync(join(import.meta.dirname, '..', '..', 'coverage', 'summit.yaml'), 'utf8'))
  const ask = await quoted({ packs: pack ? [pack] : [] })
  // The packs are read after the draft was opened.
  const { version, ranges, names } = await ask(({ names }) => names.length > 0)
  expect(version).toBe(1)
  expect(ranges).toEqual([{ range: { start: { line: 7, character: 0 }, end: { line: 7, character: 15 } }, speaker: 'Xi Jinping' }])
  expect(names).toEqual(expect.arrayContaining(['Jinping', 'Putin', 'Xi']))
})

test('nothing where Saidby is switched off', async () => {
  const ask = await quoted({ options: { enable: false } })
  expect(await ask(() => true)).toEqual({ version: 1, ranges: [], names: [] })
})
