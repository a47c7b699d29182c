/** Names over every draft of the workspace, open or not. */
import { expect, test } from 'vitest'
import type { Location, WorkspaceSymbol } from 'vscode-languageserver'
import { at, newsroom } from '../support/newsroom.ts'

const files = {
  'coverage/levy.yaml': `id: levy
title: The levy
house: true
entities:
  - { id: brandt, kind: person, name: Lena Brandt, family: Brandt, aliases: [], description: A baker., pronouns: [she] }
statements:
  - { id: wait, words: the bridge can wait, speakers: [brandt], kind: direct, certainty: sure, language: en, wording: as-published, paragraph: 1 }
`,
  'coverage/monday.md': '---\npublisher: Coast Wire\n---\n\nThe council met.\n',
  'closed.md': 'Brandt left. She waved.\n\n## The bridge waits\n\nNobody came.\n'
}

test('references reach drafts that are not open, pronouns included', async () => {
  const { open, ask, uri } = await newsroom({ files })
  await open('open.md', 'Lena Brandt, a baker, left.\n')
  const found = await ask<Location[]>('textDocument/references', 'open.md', { position: at(0, 2), context: { includeDeclaration: true } })
  expect(found.filter((one) => one.uri === uri('closed.md')).map(({ range }) => [range.start.character, range.end.character])).toEqual([
    [0, 6],
    [13, 16]
  ])
})

test('symbols of people, statements and takeaways, without an open draft', async () => {
  const { client, uri } = await newsroom({ files })
  const names = async (query: string) =>
    (await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query })).map(
      ({ name, location }) => `${name} ${location.uri.replace(`${uri('')}/`, '')}`
    )
  expect(await names('brandt')).toEqual(['Lena Brandt coverage/levy.yaml', 'Lena Brandt closed.md'])
  expect(await names('bridge')).toEqual(['“the bridge can wait” coverage/levy.yaml', 'The bridge waits closed.md'])
})
