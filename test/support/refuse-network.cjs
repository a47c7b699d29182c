/** Loaded before a program: whatever would go out on a network is refused, and written down in the file that SAIDBY_ATTEMPTS names. */
const { appendFileSync } = require('node:fs')
const { syncBuiltinESMExports } = require('node:module')

const refuse = (what) =>
  function refused(...args) {
    appendFileSync(process.env.SAIDBY_ATTEMPTS, `${what} ${JSON.stringify(args[0]) ?? ''}\n`)
    throw new Error(`${what} is refused here`)
  }

const refused = {
  'node:net': ['connect', 'createConnection', 'createServer'],
  'node:tls': ['connect', 'createServer'],
  'node:dgram': ['createSocket'],
  'node:http': ['request', 'get', 'createServer'],
  'node:https': ['request', 'get', 'createServer'],
  'node:http2': ['connect', 'createServer', 'createSecureServer'],
  'node:dns': ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny'],
  'node:dns/promises': ['lookup', 'resolve', 'resolve4', 'resolve6']
}
for (const [name, functions] of Object.entries(refused)) {
  const module = require(name)
  for (const method of functions) module[method] = refuse(`${name} ${method}`)
}
const net = require('node:net')
net.Socket.prototype.connect = refuse('node:net Socket.connect')
net.Server.prototype.listen = refuse('node:net Server.listen')
for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = refuse(name)
syncBuiltinESMExports()
