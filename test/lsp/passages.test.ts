/** From a quotation to its passages and to whatever else quotes them, over a connection. */
import { expect, test } from 'vitest'
import type { Definition, DefinitionLink, Location } from 'vscode-languageserver'
import { everything } from '../support/connection.ts'
import { at, type Furniture, type Newsroom, newsroom, QUOTE, QUOTED, STORY } from '../support/newsroom.ts'

async function opened(furniture?: Furniture): Promise<Newsroom> {
  const room = await newsroom(furniture)
  await room.open('draft.md', STORY)
  return room
}

const position = at(QUOTED, 6)
const pages = { ...everything, workspace: { ...everything.workspace, textDocumentContent: {} } }

test('the definition of a quotation is its passage, in the article’s own file', async () => {
  const { ask, uri } = await opened()
  expect(await ask<Definition>('textDocument/definition', 'draft.md', { position })).toEqual([
    { uri: uri('coverage/monday.md'), range: { start: at(8, 1), end: at(8, 37) } }
  ])
  expect(await ask('textDocument/definition', 'draft.md', { position: at(4, 3) })).toBeNull()
})

test('with the quotation it comes from, for an editor that takes links', async () => {
  const capabilities = { ...everything, textDocument: { ...everything.textDocument, definition: { linkSupport: true } } }
  const { ask, uri } = await opened({ capabilities })
  const [link] = await ask<DefinitionLink[]>('textDocument/definition', 'draft.md', { position })
  expect(link).toMatchObject({
    originSelectionRange: { start: at(QUOTED, 0), end: at(QUOTED, 41) },
    targetUri: uri('coverage/monday.md'),
    targetSelectionRange: { start: at(8, 1) }
  })
})

test('a pack that comes with Saidby opens as a page, for an editor that shows pages of a server’s', async () => {
  const { ask, client } = await opened({ files: {}, capabilities: pages })
  expect(client.capabilities.workspace?.textDocumentContent).toEqual({ schemes: ['saidby-pack'] })
  const [place] = await ask<Location[]>('textDocument/definition', 'draft.md', { position })
  expect(place?.uri).toBe('saidby-pack:/levy.md')
  const { text } = await client.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri: place?.uri })
  const line = text.split('\n')[place?.range.start.line ?? 0]
  expect(line).toBe('“We will not raise the levy this year, whatever the harbour board asks of us.”')
  await expect(client.connection.sendRequest('workspace/textDocumentContent', { uri: 'saidby-pack:/none.md' })).rejects.toThrow(
    'no such pack'
  )
})

test('and leads nowhere in an editor that cannot', async () => {
  const { ask, client } = await opened({ files: {} })
  expect(client.capabilities.workspace?.textDocumentContent).toBeUndefined()
  expect(await ask('textDocument/definition', 'draft.md', { position })).toBeNull()
})

test('references are the drafts that quote the passage, open and on disk, and the articles that have it', async () => {
  const { ask, uri, folder, open } = await opened()
  folder.write({
    'notes/other.md': `A draft.\n\n${QUOTE}\n`,
    'notes/none.md': 'Nobody spoke.\n',
    'notes/latin.md': Buffer.from([0xe9, 0x22]) as never
  })
  await open('second.md', `${QUOTE}\n`)
  const found = await ask<Location[]>('textDocument/references', 'draft.md', { position, context: { includeDeclaration: true } })
  expect(found.map((place) => [place.uri, place.range.start.line])).toEqual([
    [uri('draft.md'), QUOTED],
    [uri('second.md'), 0],
    [uri('notes/other.md'), 2],
    [uri('coverage/monday.md'), 8]
  ])
})

test('bad positions and drafts that are not open are refused', async () => {
  const { ask } = await opened()
  await expect(ask('textDocument/definition', 'none.md', { position })).rejects.toThrow('this draft is not open')
  await expect(ask('textDocument/references', 'draft.md', { position: 1, context: {} })).rejects.toThrow('a line and a character')
})

test('a finding leads to the passage as well', async () => {
  const capabilities = { ...everything, textDocument: { ...everything.textDocument, publishDiagnostics: { relatedInformation: true } } }
  const { client, uri } = await opened({ capabilities })
  const [finding] = client.diagnostics(uri('draft.md'))
  expect(finding?.code).toBe('altered-quotation')
  expect(finding?.relatedInformation?.[0]?.location).toEqual({ uri: uri('coverage/monday.md'), range: { start: at(8, 1), end: at(8, 37) } })
})

test('a hover reads well in an editor that shows plain text', async () => {
  const { ask } = await opened({ capabilities: {} })
  const { contents } = await ask<{ contents: { kind: string; value: string } }>('textDocument/hover', 'draft.md', { position })
  expect(contents.kind).toBe('plaintext')
  expect(contents.value).toContain('We will [never → not] raise the levy this')
  expect(contents.value).toContain('— Dana Ortiz, Coast Wire (https://coast.example/monday), 21 November 2026')
  expect(contents.value).not.toMatch(/\*\*|~~|^>/m)
})
