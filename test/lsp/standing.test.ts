/** Whether a draft is checked, as the server tells it. */
import { afterEach, expect, test } from 'vitest'
import { ruleIds } from '../../server/src/core/api.ts'
import type { StandingResult } from '../../server/src/lsp/protocol.ts'
import { type Client, inMemory, type Wishes } from '../support/connection.ts'

const URI = 'file:///story.md'
const running: Client[] = []
afterEach(async () => {
  for (const client of running.splice(0)) await client.stop()
})

async function standing(text: string, wishes: Wishes = {}, uri = URI): Promise<StandingResult> {
  const client = await inMemory(wishes)
  running.push(client)
  await client.open(URI, text)
  return client.connection.sendRequest<StandingResult>('saidby/standing', { textDocument: { uri } })
}

const STORY = '---\nbyline: Ana Roth\n---\n\n“The levy stays,” said Dana Ortiz, the mayor. She said it was low.\n'

test('a story is checked; its quotations in marks are counted', async () => {
  expect(await standing(STORY)).toMatchObject({ checked: true, quotations: 1 })
})

test('what is switched off is not, and the reason is the setting', async () => {
  const { checked, reasons } = await standing(STORY, { options: { enable: false } })
  expect([checked, reasons]).toEqual([false, ['This file is not checked, since “saidby.enable” is switched off in the settings.']])
})

test('what is paused is not, until it goes on', async () => {
  const client = await inMemory()
  running.push(client)
  await client.open(URI, STORY)
  const ask = () => client.connection.sendRequest<StandingResult>('saidby/standing', { textDocument: { uri: URI } })
  await client.connection.sendNotification('saidby/pause', { uri: URI, paused: true })
  expect((await ask()).reasons).toEqual(['This file is not checked, since Saidby is paused.'])
  await client.connection.sendNotification('saidby/pause', { uri: URI, paused: false })
  expect((await ask()).checked).toBe(true)
})

test('where every rule is off, nothing is checked', async () => {
  const rules = Object.fromEntries(ruleIds.map((rule) => [rule, 'off' as const]))
  const { checked, reasons } = await standing(STORY, { options: { rules } })
  expect([checked, reasons]).toEqual([false, ['This file is not checked, since the project file leaves it out, or every rule is off.']])
})

test('of a draft that is not open, the question is refused', async () => {
  await expect(standing(STORY, {}, 'file:///other.md')).rejects.toThrow('not open')
})
