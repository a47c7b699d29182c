/** Nothing of Saidby goes out on a network: the server with every feature, the terminal with every command, and the assistant’s server are run where that is refused and counted. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '../contract/client.ts'
import { type Folder, temporaryFolder } from '../support/folder.ts'

const root = join(import.meta.dirname, '..', '..')
const program = join(root, 'dist', 'saidby.mjs')
const preload = join(root, 'test', 'support', 'refuse-network.cjs')

const STORY = `---
byline: Ana Roth
---

# The levy stays

Trains go to Kyiv, https://example.org/levy says. “We will never raise the levy on the market hall this year,” said Dana Ortiz, the mayor.

“Nobody has asked us what we can afford to pay," he said.
`

let folder: Folder
let attempts: string
let environment: Record<string, string>
beforeEach(() => {
  folder = temporaryFolder({
    'draft.md': STORY,
    'coverage/levy.md':
      '---\nurl: https://example.org/levy\n---\n\n“We will not raise the levy on the market hall this year,” Dana Ortiz said on Monday.\n',
    'saidby.yaml': 'coverage: coverage\n'
  })
  attempts = join(mkdtempSync(join(tmpdir(), 'saidby-network-')), 'attempts')
  writeFileSync(attempts, '')
  environment = { ...(process.env as Record<string, string>), NODE_OPTIONS: `--require ${preload}`, SAIDBY_ATTEMPTS: attempts }
})
afterEach(() => {
  folder.remove()
  rmSync(join(attempts, '..'), { recursive: true, force: true })
})
const attempted = (): string => readFileSync(attempts, 'utf8')

test('an attempt is refused and counted', () => {
  for (const attempt of [
    "fetch('http://127.0.0.1:9')",
    "require('net').connect(9)",
    "require('node:https').get('https://example.org')",
    "require('dns').lookup('example.org', () => {})",
    "new (require('net').Socket)().connect(9)",
    "import('node:http').then(({ request }) => request('http://127.0.0.1:9'))"
  ]) {
    writeFileSync(attempts, '')
    spawnSync(process.execPath, ['-e', attempt], { env: environment })
    expect(attempted(), attempt).not.toBe('')
  }
})

test('the language server makes none, whatever it is asked', async () => {
  const client = connect({ command: process.execPath, args: [join(root, 'dist', 'server.cjs'), '--stdio'] }, environment)
  const uri = pathToFileURL(folder.at('draft.md')).href
  const workspaceFolders = [{ uri: pathToFileURL(folder.path).href, name: 'desk' }]
  const literal = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } }
  const { result } = await client.request('initialize', {
    processId: process.pid,
    workspaceFolders,
    capabilities: {
      workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true }, textDocumentContent: {} },
      textDocument: { codeAction: literal, publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true } }
    },
    initializationOptions: {
      diagnosticsDelay: 0,
      codeLens: { enable: true },
      inlayHints: { speakers: true },
      storage: folder.at('.storage')
    }
  })
  client.notify('initialized', {})
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: STORY } })
  const altered = await client.next(
    ({ method, params }) =>
      method === 'textDocument/publishDiagnostics' && params.diagnostics.some(({ code }: { code: string }) => code === 'altered-quotation'),
    0
  )
  const { range } = altered.params.diagnostics.find(({ code }: { code: string }) => code === 'altered-quotation')
  const textDocument = { uri }
  const position = range.start
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }
  const asked: readonly [string, object][] = [
    ['textDocument/hover', { position }],
    ['textDocument/definition', { position }],
    ['textDocument/references', { position, context: { includeDeclaration: true } }],
    ['textDocument/completion', { position }],
    ['textDocument/documentHighlight', { position }],
    ['textDocument/prepareRename', { position }],
    ['textDocument/documentSymbol', {}],
    ['textDocument/codeAction', { range: whole, context: { diagnostics: [] } }],
    ['textDocument/codeAction', { range: whole, context: { diagnostics: [], only: ['source.fixAll'] } }],
    ['textDocument/codeLens', {}],
    ['textDocument/inlayHint', { range: whole }],
    ['textDocument/semanticTokens/full', {}],
    ['workspace/symbol', { query: 'Ortiz' }],
    ['saidby/story', {}],
    ['saidby/search', { position, query: 'levy' }],
    ['saidby/quotationSheet', {}],
    ['saidby/checkWorkspace', {}],
    ['saidby/assist', { tool: 'verify_quotations', text: STORY, folder: workspaceFolders[0]?.uri }]
  ]
  for (const [method, params] of asked) {
    const { error } = await client.request(method, { textDocument, ...params })
    expect(error, method).toBeUndefined()
  }
  expect(result.capabilities).toHaveProperty('hoverProvider')
  await client.request('shutdown')
  client.notify('exit')
  expect(await client.exited).toBe(0)
  expect(attempted()).toBe('')
})

test('no command of the terminal makes any', () => {
  const draft = folder.at('draft.md')
  const commands = [
    ...['pretty', 'compact', 'json', 'sarif', 'github', 'junit'].map((format) => ['check', '--format', format, draft]),
    ['check', '--fix', '--dry-run', draft],
    ['outline', draft],
    ['quotes', draft],
    ['speakers', draft],
    ['words', draft],
    ['completions', 'bash'],
    ['--help'],
    ['--version']
  ]
  for (const command of commands) {
    const { status, stderr } = spawnSync(process.execPath, [program, ...command], { env: environment, encoding: 'utf8' })
    expect([0, 1], `${command.join(' ')}\n${stderr}`).toContain(status)
  }
  const annotated = spawnSync(process.execPath, [program, 'annotate', '--jsonl'], {
    env: environment,
    input: `${JSON.stringify({ id: '1', text: STORY })}\n`
  })
  expect(annotated.status).toBe(0)
  expect(attempted()).toBe('')
})

test('the assistant’s server makes none', async () => {
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [program, 'mcp', '--coverage', folder.at('coverage')], env: environment })
  )
  const { tools } = await client.listTools()
  expect(tools.length).toBeGreaterThan(2)
  for (const { name } of tools) await client.callTool({ name, arguments: { text: STORY, words: 'raise the levy' } })
  await client.close()
  expect(attempted()).toBe('')
})
