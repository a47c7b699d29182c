/** An assistant's questions, asked of the built program by a real client over standard input and output. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, expect, test } from 'vitest'

const program = join(import.meta.dirname, '..', '..', 'dist', 'saidby.mjs')
const folder = mkdtempSync(join(tmpdir(), 'saidby-mcp-'))
const client = new Client({ name: 'test', version: '1' })

const WIRE = [
  {
    id: 'wire-1',
    publisher: 'Harbour Wire',
    date: '2026-11-20',
    text: '“We will not raise the levy before the bridge is paid for,” Dana Ortiz said on Monday.'
  },
  {
    id: 'wire-2',
    publisher: 'Coast Post',
    date: '2026-11-21',
    text: 'The hall was full. “Nobody has asked us what we can afford to pay,” said Samuel Okafor, a trader.'
  }
]

beforeAll(async () => {
  const coverage = join(folder, 'wire.jsonl')
  writeFileSync(coverage, WIRE.map((line) => JSON.stringify(line)).join('\n'))
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [program, 'mcp', '--coverage', coverage] }))
})
afterAll(async () => {
  await client.close()
  rmSync(folder, { recursive: true, force: true })
})

async function ask(name: string, args: Record<string, unknown>): Promise<Record<string, readonly Record<string, unknown>[]>> {
  const { structuredContent, isError, content } = await client.callTool({ name, arguments: args })
  expect(isError, JSON.stringify(content)).toBeFalsy()
  return structuredContent as Record<string, readonly Record<string, unknown>[]>
}

test('three tools that only read', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(['verify_quotations', 'who_said', 'list_unattributed'])
  for (const { annotations, description } of tools) {
    expect(annotations?.readOnlyHint).toBe(true)
    expect(description).toMatch(/\.$/)
  }
})

test('verify_quotations holds a draft against the coverage', async () => {
  const text =
    'The levy stays.\n\n“We will never raise the levy before the bridge is paid for,” Ortiz said.\n\n“Nobody has asked us what we can afford to pay,” said Samuel Okafor.\n'
  const { quotations } = await ask('verify_quotations', { text })
  expect(quotations).toMatchObject([
    {
      line: 3,
      speaker: 'Ortiz',
      verdict: 'altered',
      publisher: 'Harbour Wire',
      date: '2026-11-20',
      published: expect.stringContaining('will not raise')
    },
    { line: 5, speaker: 'Samuel Okafor', verdict: 'verbatim', publisher: 'Coast Post' }
  ])
})

test('who_said finds the speaker, with the words changed or only like them', async () => {
  expect((await ask('who_said', { words: 'nobody has asked us what we can afford to pay' }))['said']?.[0]).toMatchObject({
    speaker: 'Samuel Okafor',
    match: 'verbatim',
    voice: 'spoken',
    publisher: 'Coast Post'
  })
  const other = await ask('who_said', { words: 'raise the levy before the bridge', speaker: 'Dana Ortiz' })
  expect(other['said']?.map(({ speaker }) => speaker)).toEqual(['Dana Ortiz'])
  expect((await ask('who_said', { words: 'a pause is what you give a patient' }))['said']).toEqual([])
})

test('list_unattributed tells which quotations nobody is said to have said, and who may have', async () => {
  const text = 'Mayor Dana Ortiz met the traders on Monday.\n\n“The hall is half empty as it is, and everybody knows it.”\n'
  const { quotations } = await ask('list_unattributed', { text })
  expect(quotations).toMatchObject([{ line: 3, rule: 'unattributed-quotation', likely: [{ name: 'Dana Ortiz' }] }])
})

test('what is no question is refused, and the next one answered', async () => {
  const { isError } = await client.callTool({ name: 'verify_quotations', arguments: { text: 5 } })
  expect(isError).toBe(true)
  expect((await ask('verify_quotations', { text: '' }))['quotations']).toEqual([])
})
