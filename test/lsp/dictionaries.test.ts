/** Dictionaries of names over a connection: every draft of the workspace, open or not. */
import { expect, test } from 'vitest'
import type { DictionariesParams, DictionariesResult } from '../../server/src/lsp/protocol.ts'
import { newsroom } from '../support/newsroom.ts'

const files = {
  'coverage/monday.md': '---\npublisher: Coast Wire\n---\n\n“The bridge can wait,” said Lena Brandt, a baker. Samuel Okafor nodded.\n',
  'closed.md': '---\nbyline: Ana Roth\n---\n\n“The bridge can wait,” Samuel Okafor said.\n'
}

test('what each dictionary lacks of the names in all drafts', async () => {
  const { client, open } = await newsroom({ files })
  await open('open.md', '---\nbyline: Ana Roth\n---\n\n“The bridge can wait,” Lena Brandt told Hana Vik.\n')
  const ask = (dictionaries: DictionariesParams['dictionaries']) =>
    client.connection.sendRequest<DictionariesResult>('saidby/dictionaries', { dictionaries })
  expect(
    await ask([
      { format: 'harper', text: 'Brandt\n' },
      { format: 'cspell', text: '[]' }
    ])
  ).toEqual({
    words: 4,
    dictionaries: [
      { text: 'Brandt\nLena\nOkafor\nSamuel\n', added: 3, problem: null },
      { text: null, added: 0, problem: 'it is no configuration of cSpell in JSON' }
    ]
  })
  await expect(ask([{ format: 'pdf' as 'plain', text: null }])).rejects.toThrow('Each dictionary has a format')
})
