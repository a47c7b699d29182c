/** The built server as a web worker has it: the one file, with what a browser offers and nothing of Node. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { MessageChannel } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import type { Diagnostic, Hover, PublishDiagnosticsParams } from 'vscode-languageserver'
import type { SaidInCoverage } from '../../server/src/core/api.ts'

const STORY = `---
byline: Ana Roth
---

# The levy stays

“We will not raise it this year,” said Dana Ortiz, the mayor.

Traders had feared the worst for months.

“Nobody has asked us what we can afford to pay.”
`

test('the worker underlines, explains and holds quotations against the packs that it brings along', async () => {
  const worker = startWorker()
  await worker.ask('initialize', { processId: null, rootUri: null, capabilities: {}, initializationOptions: { diagnosticsDelay: 0 } })
  worker.tell('initialized', {})
  const uri = 'untitled:Untitled-1'
  const told = worker.heard<PublishDiagnosticsParams>('textDocument/publishDiagnostics')
  worker.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: STORY } })
  const { diagnostics } = await told
  expect(diagnostics.map(({ code }: Diagnostic) => code)).toEqual(['unattributed-quotation'])
  const hover = await worker.ask<Hover>('textDocument/hover', { textDocument: { uri }, position: { line: 6, character: 10 } })
  expect(JSON.stringify(hover.contents)).toContain('Dana Ortiz said this.')
  const said = await worker.ask<SaidInCoverage[]>('saidby/assist', {
    tool: 'who_said',
    text: 'respect the sovereignty, security and interests'
  })
  expect(said[0]?.words).toContain('of other countries')
})

test('the worker speaks the language of its editor', async () => {
  const worker = startWorker()
  const options = { processId: null, rootUri: null, capabilities: {}, initializationOptions: { diagnosticsDelay: 0 } }
  await worker.ask('initialize', { ...options, locale: 'fr-CA' })
  worker.tell('initialized', {})
  const told = worker.heard<PublishDiagnosticsParams>('textDocument/publishDiagnostics')
  const textDocument = { uri: 'untitled:Untitled-1', languageId: 'markdown', version: 1, text: STORY }
  worker.tell('textDocument/didOpen', { textDocument })
  expect((await told).diagnostics.map(({ message }: Diagnostic) => message)).toEqual(['Le brouillon ne dit pas qui a prononcé ces mots.'])
})

interface Worker {
  ask<T>(method: string, params: object): Promise<T>
  tell(method: string, params: object): void
  /** The parameters of the next notification of that name. */
  heard<T>(method: string): Promise<T>
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

function startWorker(): Worker {
  const { port1: self, port2: port } = new MessageChannel()
  onTestFinished(() => port.close())
  const code = readFileSync(join(import.meta.dirname, '..', '..', 'dist', 'server.js'), 'utf8')
  runInNewContext(code, { self, setTimeout, clearTimeout, performance, TextEncoder, TextDecoder, URL, atob, btoa, console, crypto })
  const waiting = new Set<(message: Message) => boolean>()
  port.on('message', (message: Message) => {
    for (const takes of waiting) if (takes(message)) waiting.delete(takes)
  })
  const next = <T>(fits: (message: Message) => boolean, result: (message: Message) => unknown): Promise<T> =>
    new Promise((resolve, reject) => {
      waiting.add((message) => {
        if (!fits(message)) return false
        if (message.error) reject(new Error(message.error.message))
        else resolve(result(message) as T)
        return true
      })
    })
  let asked = 0
  return {
    ask(method, params) {
      asked += 1
      const id = asked
      const answer = next<never>(
        (message) => message.id === id && message.method === undefined,
        ({ result }) => result
      )
      port.postMessage({ jsonrpc: '2.0', id, method, params })
      return answer
    },
    tell: (method, params) => port.postMessage({ jsonrpc: '2.0', method, params }),
    heard: (method) =>
      next(
        (message) => message.method === method,
        ({ params }) => params
      )
  }
}
