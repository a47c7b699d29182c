/** The coverage’s words for a draft, and what the desk gets of it, over a connection. */
import { describe, expect, test } from 'vitest'
import type { CodeAction, CodeLens, CompletionList } from 'vscode-languageserver'
import type { SearchResult, SheetResult } from '../../server/src/lsp/protocol.ts'
import { everything } from '../support/connection.ts'
import { at, type Furniture, type Newsroom, newsroom, QUOTE, QUOTED, STORY } from '../support/newsroom.ts'

async function opened(text: string, furniture?: Furniture): Promise<Newsroom> {
  const room = await newsroom(furniture)
  await room.open('draft.md', text)
  return room
}

describe('completion', () => {
  test('offers what the speaker said, in the place of what was typed', async () => {
    const { ask, client } = await opened('Lena Brandt, a baker, was there. Brandt said “The old')
    expect(client.capabilities.completionProvider?.triggerCharacters).toContain('“')
    const list = await ask<CompletionList>('textDocument/completion', 'draft.md', { position: at(0, 53) })
    expect(list).toMatchObject({
      isIncomplete: true,
      items: [
        {
          label: 'The old bridge can wait for another winter',
          detail: 'Coast Wire, 21 November 2026',
          filterText: 'The old',
          textEdit: { range: { start: at(0, 46), end: at(0, 53) }, newText: 'The old bridge can wait for another winter”' }
        }
      ]
    })
  })

  test('offers nothing elsewhere, and refuses what is no position', async () => {
    const { ask } = await opened('Brandt said nothing.')
    expect(await ask('textDocument/completion', 'draft.md', { position: at(0, 7) })).toBeNull()
    await expect(ask('textDocument/completion', 'draft.md', { position: {} })).rejects.toThrow('a line and a character')
  })
})

describe('search', () => {
  test('finds statements by their words and their speaker, ready to be put in', async () => {
    const { ask } = await opened('Lena Brandt was there.\n\n')
    const position = at(2, 0)
    const found = await ask<SearchResult[]>('saidby/search', 'draft.md', { position, query: 'old bridge' })
    expect(found).toEqual([
      {
        words: 'The old bridge can wait for another winter',
        speaker: 'Lena Brandt',
        place: 'Coast Wire, 21 November 2026',
        newText: '“The old bridge can wait for another winter,” Brandt said.'
      }
    ])
    const all = await ask<SearchResult[]>('saidby/search', 'draft.md', { position, query: '', speaker: { name: 'Dana Ortiz' } })
    expect(all.map(({ words }) => words)).toEqual(['We will not raise the levy this year, whatever the harbour board asks of us'])
  })

  test('refuses a query that is none', async () => {
    const { ask } = await opened('')
    await expect(ask('saidby/search', 'draft.md', { position: at(0, 0) })).rejects.toThrow('a search should have a query')
    await expect(ask('saidby/search', 'draft.md', { position: at(0, 0), query: '', speaker: 'Ortiz' })).rejects.toThrow(
      'should have a name'
    )
  })
})

describe('what somebody said', () => {
  const range = { start: at(QUOTED, 52), end: at(QUOTED, 52) }
  const actions = ({ ask }: Newsroom, only?: string[]) =>
    ask<CodeAction[]>('textDocument/codeAction', 'draft.md', { range, context: { diagnostics: [], ...(only && { only }) } })

  test('is an action on a name, in an editor that can list it', async () => {
    const room = await opened(STORY, { commands: ['saidby.quote'] })
    expect(await actions(room)).toEqual([
      {
        title: 'What Ortiz said…',
        kind: 'refactor',
        command: {
          title: 'What Ortiz said…',
          command: 'saidby.quote',
          arguments: [{ speaker: { entity: null, name: 'Dana Ortiz' }, shortName: 'Ortiz' }]
        }
      }
    ])
    expect(await actions(room, ['quickfix'])).toEqual([])
  })

  test('is none in others, and none for somebody whom the coverage does not name', async () => {
    expect(await actions(await opened(STORY))).toEqual([])
    expect(await actions(await opened(STORY.replace('Dana Ortiz', 'Tomas Valera'), { commands: ['saidby.quote'] }))).toEqual([])
  })
})

describe('for the desk', () => {
  test('the sheet of a draft', async () => {
    const { ask } = await opened(STORY)
    const { markdown } = await ask<SheetResult>('saidby/quotationSheet', 'draft.md')
    expect(markdown).toContain('1 quotation: 1 altered.')
    expect(markdown).toContain('| “We will never raise the levy this year” | Dana Ortiz | **altered** (“never” for “not”;')
    expect(markdown).toContain('[Coast Wire](https://coast.example/monday)')
    await expect(ask('saidby/quotationSheet', 'none.md')).rejects.toThrow('this draft is not open')
  })

  test('every quotation of the workspace, with what needs a look first', async () => {
    const capabilities = { ...everything, window: { workDoneProgress: true } }
    const { client, folder, uri } = await opened(STORY, { capabilities })
    folder.write({ 'drafts/good.md': STORY.replace('never', 'not'), 'README.md': 'It prints “usage”, said nobody.\n' })
    const { markdown } = await client.connection.sendRequest<SheetResult>('saidby/checkWorkspace', {})
    expect(markdown).toContain('2 quotations: 1 verbatim, 1 altered, in 2 drafts.')
    expect(markdown).toContain(`## draft.md\n\n- [line ${QUOTED + 1}](${uri('draft.md')}#L${QUOTED + 1}): **altered**`)
    expect(markdown).not.toContain('good.md')
    expect(client.progress).toEqual(expect.arrayContaining(['begin', 'report', 'end']))
  })

  test('stopped by the writer, it lists what was read so far', async () => {
    const capabilities = { ...everything, window: { workDoneProgress: true } }
    const room = await newsroom({ capabilities })
    const drafts = Array.from({ length: 40 }, (_, i) => [`drafts/${i}.md`, STORY] as const)
    room.folder.write(Object.fromEntries(drafts))
    const { connection } = room.client
    const answer = connection.sendRequest<SheetResult>('saidby/checkWorkspace', {})
    await expect.poll(() => room.client.tokens.length, { interval: 1 }).toBeGreaterThan(0)
    await connection.sendNotification('window/workDoneProgress/cancel', { token: room.client.tokens.at(-1) })
    expect((await answer).markdown).toContain('**Stopped before every draft was read.**')
  })

  test('a line over each takeaway, where it is switched on', async () => {
    const on = await opened(STORY, { options: { codeLens: { enable: true } }, commands: ['saidby.quotationSheet'] })
    expect(await on.ask<CodeLens[]>('textDocument/codeLens', 'draft.md')).toEqual([
      {
        range: { start: at(6, 0), end: at(6, 18) },
        command: { title: '1 quotation: 1 altered', command: 'saidby.quotationSheet', arguments: [on.uri('draft.md')] }
      }
    ])
    expect(await (await opened(STORY)).ask('textDocument/codeLens', 'draft.md')).toEqual([])
  })
})

test('everything is silent where Saidby is switched off', async () => {
  const { ask } = await opened(`${QUOTE} She said “`, {
    options: { enable: false, codeLens: { enable: true } },
    commands: ['saidby.quote']
  })
  const position = at(0, 5)
  expect(await ask('textDocument/definition', 'draft.md', { position })).toBeNull()
  expect(await ask('textDocument/references', 'draft.md', { position, context: { includeDeclaration: true } })).toBeNull()
  expect(await ask('textDocument/completion', 'draft.md', { position: at(0, QUOTE.length + 11) })).toBeNull()
  expect(await ask('textDocument/codeLens', 'draft.md')).toEqual([])
  expect(
    await ask('textDocument/codeAction', 'draft.md', { range: { start: position, end: position }, context: { diagnostics: [] } })
  ).toEqual([])
})
