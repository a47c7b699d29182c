/** A client of the server: over a pair of streams in this process, or over the standard input and output of the built one. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type {
  ConfigurationParams,
  Diagnostic,
  InitializeParams,
  InitializeResult,
  PublishDiagnosticsParams,
  RegistrationParams
} from 'vscode-languageserver'
import {
  createConnection,
  createProtocolConnection,
  type MessageConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter
} from 'vscode-languageserver/node'
import type { Pack } from '../../server/src/core/api.ts'
import type { Disk } from '../../server/src/lsp/host.ts'
import type { CoverageStatus } from '../../server/src/lsp/protocol.ts'
import { serve } from '../../server/src/lsp/server.ts'
import type { VirtualFolder } from './virtual.ts'

export interface Client {
  readonly connection: ProtocolConnection
  readonly capabilities: InitializeResult['capabilities']
  /** What the server wrote to the log. */
  readonly log: readonly string[]
  /** What the server said of the coverage, the newest last. */
  readonly statuses: readonly CoverageStatus[]
  /** The tokens of the bars that the server asked for. */
  readonly tokens: readonly unknown[]
  /** The glob patterns that the server asked to be watched; of several askings, the last. */
  readonly watched: () => readonly unknown[]
  /** What became of the progress bars: `begin`, `report`, `end`. */
  readonly progress: readonly string[]
  /** Resolves with the newest status when it fits. */
  status(fits: (status: CoverageStatus) => boolean): Promise<CoverageStatus>
  open(uri: string, text: string): Promise<readonly Diagnostic[]>
  /** Waits for the diagnostics of this very version. */
  change(uri: string, version: number, contentChanges: readonly object[]): Promise<readonly Diagnostic[]>
  /** The newest diagnostics of the draft. */
  diagnostics(uri: string): readonly Diagnostic[]
  /** Resolves with the next diagnostics that fit. */
  next(uri: string, fits?: (params: PublishDiagnosticsParams) => boolean): Promise<readonly Diagnostic[]>
  stop(): Promise<void>
}

export interface Wishes {
  readonly options?: unknown
  readonly packs?: readonly Pack[]
  /** For the server in this process. */
  readonly disk?: Disk
  /** The workspace on no disk whose files this client reads for the server. */
  readonly virtual?: VirtualFolder
  /** The workspace's, as URIs. */
  readonly folders?: readonly string[]
  readonly capabilities?: InitializeParams['capabilities']
  /** The language of the editor. */
  readonly locale?: string
  /** Answers `workspace/configuration`, item by item. */
  readonly configuration?: (scopeUri?: string) => unknown
}

export const everything = {
  textDocument: {
    hover: { contentFormat: ['markdown'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true }
  },
  workspace: { workspaceEdit: { documentChanges: true } }
} satisfies InitializeParams['capabilities']

/** The server in this process. */
export async function inMemory(wishes: Wishes = {}): Promise<Client> {
  const up = new PassThrough()
  const down = new PassThrough()
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down))
  serve(server, { packs: async () => wishes.packs ?? [], ...(wishes.disk && { disk: wishes.disk }) })
  server.listen()
  return client(down, up, wishes, async () => server.dispose())
}

/** The built server as a process of its own. */
export async function overStdio(wishes: Wishes = {}): Promise<Client> {
  const program = join(import.meta.dirname, '..', '..', 'dist', 'server.cjs')
  const child: ChildProcess = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const { stdout, stdin } = child
  if (!stdout || !stdin) throw new Error('the server has no standard input and output')
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return client(stdout, stdin, wishes, () => gone)
}

async function client(from: NodeJS.ReadableStream, to: NodeJS.WritableStream, wishes: Wishes, gone: () => Promise<void>): Promise<Client> {
  const connection = createProtocolConnection(new StreamMessageReader(from), new StreamMessageWriter(to))
  const newest = new Map<string, PublishDiagnosticsParams>()
  const waiting = new Set<(params: PublishDiagnosticsParams) => void>()
  const log: string[] = []
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    newest.set(params.uri, params)
    for (const heard of [...waiting]) heard(params)
  })
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message))
  connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
    items.map(({ scopeUri }) => wishes.configuration?.(scopeUri) ?? null)
  )
  const statuses: CoverageStatus[] = []
  const hearing = new Set<() => void>()
  connection.onNotification('saidby/status', (status: CoverageStatus) => {
    statuses.push(status)
    for (const heard of [...hearing]) heard()
  })
  const progress: string[] = []
  const tokens: unknown[] = []
  connection.onRequest('window/workDoneProgress/create', ({ token }: { token: unknown }) => {
    tokens.push(token)
    return null
  })
  // The types leave out what every connection has.
  ;(connection as unknown as MessageConnection).onUnhandledProgress(({ value }) => void progress.push((value as { kind: string }).kind))
  let watched: readonly unknown[] = []
  connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    for (const { method, registerOptions } of registrations)
      if (method === 'workspace/didChangeWatchedFiles')
        watched = registerOptions.watchers.map(({ globPattern }: { globPattern: unknown }) => globPattern)
    return null
  })
  connection.onRequest('client/unregisterCapability', () => null)
  for (const what of ['stat', 'list', 'read'] as const)
    connection.onRequest(`saidby/files/${what}`, (params) => wishes.virtual?.answer(what, params))
  connection.listen()
  const { capabilities }: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    ...(wishes.folders && { workspaceFolders: wishes.folders.map((uri) => ({ uri, name: uri })) }),
    capabilities: wishes.capabilities ?? everything,
    ...(wishes.locale !== undefined && { locale: wishes.locale }),
    initializationOptions: wishes.options ?? { diagnosticsDelay: 0 }
  })
  await connection.sendNotification('initialized', {})

  const next = (uri: string, fits: (params: PublishDiagnosticsParams) => boolean = () => true): Promise<readonly Diagnostic[]> =>
    new Promise((resolve) => {
      const heard = (params: PublishDiagnosticsParams) => {
        if (params.uri !== uri || !fits(params)) return
        waiting.delete(heard)
        resolve(params.diagnostics)
      }
      waiting.add(heard)
    })
  return {
    connection,
    capabilities,
    log,
    statuses,
    progress,
    tokens,
    watched: () => watched,
    status: (fits) =>
      new Promise((resolve) => {
        const heard = () => {
          const newest = statuses.at(-1)
          if (!newest || !fits(newest)) return
          hearing.delete(heard)
          resolve(newest)
        }
        hearing.add(heard)
        heard()
      }),
    next,
    diagnostics: (uri) => newest.get(uri)?.diagnostics ?? [],
    async open(uri, text) {
      const answer = next(uri)
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } })
      return answer
    },
    async change(uri, version, contentChanges) {
      const answer = next(uri, (params) => params.version === version)
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges })
      return answer
    },
    async stop() {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      connection.dispose()
      await gone()
    }
  }
}
