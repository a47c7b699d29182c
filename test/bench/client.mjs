/** A bare client that times a language server over its standard input and output. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export class Client {
  #child
  #id = 0
  #answers = new Map()
  #heard = []
  #buffer = Buffer.alloc(0)

  constructor(command, args) {
    this.#child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] })
    this.#child.stdout.on('data', (bytes) => this.#read(bytes))
  }

  get pid() {
    return this.#child.pid
  }

  #read(bytes) {
    this.#buffer = Buffer.concat([this.#buffer, bytes])
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, head).toString())?.[1])
      if (this.#buffer.length < head + 4 + length) return
      const message = JSON.parse(this.#buffer.subarray(head + 4, head + 4 + length).toString())
      this.#buffer = this.#buffer.subarray(head + 4 + length)
      this.#take(message)
    }
  }

  #take(message) {
    if (message.method !== undefined && message.id !== undefined) {
      const items = message.params?.items?.length ?? 0
      this.#send({ id: message.id, result: message.method === 'workspace/configuration' ? Array(items).fill(null) : null })
    } else if (message.id !== undefined) {
      this.#answers.get(message.id)?.(message.result)
      this.#answers.delete(message.id)
    } else for (const listener of this.#heard) listener(message)
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    this.#child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`)
    this.#child.stdin.write(body)
  }

  request(method, params) {
    this.#id += 1
    const id = this.#id
    return new Promise((resolve) => {
      this.#answers.set(id, resolve)
      this.#send({ id, method, params })
    })
  }

  notify(method, params) {
    this.#send({ method, params })
  }

  /** The next diagnostics of the draft, of that version where the server tells versions. */
  diagnostics(uri, version) {
    return new Promise((resolve) => {
      const listener = ({ method, params }) => {
        if (method !== 'textDocument/publishDiagnostics' || params.uri !== uri) return
        if (params.version !== undefined && params.version !== null && params.version !== version) return
        this.#heard = this.#heard.filter((other) => other !== listener)
        resolve(params.diagnostics)
      }
      this.#heard.push(listener)
    })
  }

  /** Resident memory in bytes, where the system tells it. */
  memory() {
    try {
      const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))?.[1]
      return kilobytes ? Number(kilobytes) * 1024 : undefined
    } catch {
      return undefined
    }
  }

  async stop() {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve))
    const hard = setTimeout(() => this.#child.kill('SIGKILL'), 3000)
    await this.request('shutdown', undefined)
    this.notify('exit', undefined)
    await gone
    clearTimeout(hard)
  }
}
