/** A client that knows nothing but JSON-RPC: it writes bytes to a server’s standard input and reads those of its output. */
import { type ChildProcess, spawn } from 'node:child_process'
import type { Subject } from './subject.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

export interface Message {
  readonly id?: number | string
  readonly method?: string
  // biome-ignore lint/suspicious/noExplicitAny: what a server sends is of no type until a test has looked at it.
  readonly params?: any
  // biome-ignore lint/suspicious/noExplicitAny: the same.
  readonly result?: any
  readonly error?: { readonly code: number; readonly message: string }
}

export interface RawClient {
  readonly child: ChildProcess
  /** Everything that the server sent, in order. */
  readonly received: readonly Message[]
  /** Resolves with the response, be it a result or an error. */
  request(method: string, params?: unknown): Promise<Message>
  notify(method: string, params?: unknown): void
  /** The bytes of a message, framed. */
  frame(message: object): Buffer
  write(bytes: Buffer | string): void
  /** Resolves with the first message from the server that fits and was not sent before this was asked, or was, with `since`. */
  next(fits: (message: Message) => boolean, since?: number): Promise<Message>
  /** Resolves when the process has ended, with its exit code. */
  readonly exited: Promise<number | null>
  end(): Promise<void>
}

export function connect({ command, args }: Pick<Subject, 'command' | 'args'>, env: NodeJS.ProcessEnv = process.env): RawClient {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], env })
  const received: Message[] = []
  const waiting = new Set<() => void>()
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  let ids = 0

  const frame = (message: object): Buffer => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body])
  }
  const write = (bytes: Buffer | string): void => void child.stdin?.write(bytes)
  child.stdin?.on('error', () => {})

  const take = (message: Message): void => {
    received.push(message)
    // Whatever the server asks of the client is granted, and is nothing.
    if (message.method !== undefined && message.id !== undefined) {
      const result = message.method === 'workspace/configuration' ? (message.params?.items ?? []).map(() => null) : null
      write(frame({ id: message.id, result }))
    }
    for (const look of [...waiting]) look()
  }

  let rest = Buffer.alloc(0)
  child.stdout?.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = rest.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/content-length: *(\d+)/i.exec(rest.subarray(0, head).toString())?.[1])
      if (rest.length < head + 4 + length) return
      take(JSON.parse(rest.subarray(head + 4, head + 4 + length).toString()))
      rest = rest.subarray(head + 4 + length)
    }
  })

  const next: RawClient['next'] = (fits, since = received.length) =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = received.slice(since).find(fits)
        if (!found) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })

  return {
    child,
    received,
    frame,
    write,
    next,
    exited,
    request(method, params) {
      ids += 1
      const id = ids
      write(frame({ id, method, params }))
      return next((message) => message.id === id && message.method === undefined, 0)
    },
    notify: (method, params) => write(frame({ method, params })),
    async end() {
      child.kill('SIGKILL')
      await exited
    }
  }
}
