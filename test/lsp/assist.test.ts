/** An assistant’s questions over a connection. */
import { expect, test } from 'vitest'
import type { SaidInCoverage, UnattributedQuotation, VerifiedQuotation } from '../../server/src/core/api.ts'
import { newsroom, QUOTE } from '../support/newsroom.ts'

async function asked(): Promise<<T>(params: object) => Promise<T>> {
  const room = await newsroom()
  return (params) => room.ask('saidby/assist', 'draft.md', { folder: room.uri(''), ...params })
}

test('a draft that is not open is held against the coverage of the folder', async () => {
  const ask = await asked()
  expect(await ask<VerifiedQuotation[]>({ tool: 'verify_quotations', text: `Rain fell.\n\n${QUOTE}\n` })).toMatchObject([
    { line: 3, speaker: 'Dana Ortiz', verdict: 'altered', publisher: 'Coast Wire', date: '2026-11-21' }
  ])
})

test('who is published to have said some words', async () => {
  const ask = await asked()
  expect(await ask<SaidInCoverage[]>({ tool: 'who_said', text: 'the old bridge can wait' })).toMatchObject([
    { words: 'The old bridge can wait for another winter', speaker: 'Lena Brandt', publisher: 'Coast Wire' }
  ])
  expect(await ask({ tool: 'who_said', text: 'the old bridge can wait', speaker: 'Dana Ortiz' })).toEqual([])
})

test('which quotations nobody is said to have said', async () => {
  const ask = await asked()
  const text = 'Mayor Dana Ortiz met the traders.\n\n“The hall is half empty as it is, and everybody knows it.”\n'
  expect(await ask<UnattributedQuotation[]>({ tool: 'list_unattributed', text })).toMatchObject([
    { line: 3, rule: 'unattributed-quotation' }
  ])
})

test('what is no question is refused', async () => {
  const ask = await asked()
  await expect(ask({ tool: 'write_the_story', text: '' })).rejects.toThrow('there is no tool “write_the_story”')
  await expect(ask({ tool: 'who_said' })).rejects.toThrow('an assistant’s question should have a text')
  await expect(ask({ tool: 'who_said', text: 'x', speaker: 5 })).rejects.toThrow('a speaker should be a name')
})
