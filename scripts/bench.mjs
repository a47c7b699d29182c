/**
 * `npm run bench`: how fast the built server is, beside a server that does nothing and beside rumdl, in one run over real
 * standard input and output. Machines differ, so look at the ratios. `--words N` for one size, `--json FILE` for the figures;
 * `--robust` measures bad input instead (`robust.mjs`), `--stages` what each stage costs (`stages.mjs`),
 * `--takeaways` how well takeaways are found (`takeaways.mjs`), `--mentions FILE` whom mentions stand for (`mentions-bench.mjs`), `--coverage` how quotations are held against a hundred thousand
 * articles (`coverage-bench.mjs`).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from '../test/bench/client.mjs'
import { draft, edits, random } from '../test/bench/draft.mjs'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    words: { type: 'string' },
    json: { type: 'string' },
    edits: { type: 'string' },
    robust: { type: 'boolean' },
    stages: { type: 'boolean' },
    names: { type: 'boolean' },
    mentions: { type: 'string' },
    misses: { type: 'boolean' },
    takeaways: { type: 'boolean' },
    starts: { type: 'boolean' },
    article: { type: 'string' },
    texts: { type: 'string' },
    only: { type: 'string' },
    coverage: { type: 'boolean' },
    articles: { type: 'string' },
    alone: { type: 'boolean' }
  }
})
if (values.robust) {
  await (await import('./robust.mjs')).robust(values)
  process.exit()
}
if (values.stages) {
  await (await import('./stages.mjs')).stages(values)
  process.exit()
}
if (values.takeaways) {
  await (await import('./takeaways.mjs')).takeaways(values)
  process.exit()
}
if (values.mentions) {
  ;(await import('./mentions-bench.mjs')).mentions(values)
  process.exit()
}
if (values.coverage) {
  await (await import('./coverage-bench.mjs')).coverage(values)
  process.exit()
}
if (values.names) {
  await (await import('./names-bench.mjs')).names(values)
  process.exit()
}
const sizes = values.words ? [Number(values.words)] : [1_000, 5_000, 20_000, 100_000]
const count = Number(values.edits ?? 300)

const servers = [
  ['saidby', process.execPath, [join(root, 'dist', 'server.cjs'), '--stdio']],
  ['empty server', process.execPath, [join(root, 'test', 'bench', 'empty-server.cjs')]]
]
const rumdl = rumdlBinary()
if (rumdl) servers.push(['rumdl', rumdl, ['server', '--stdio']])
else console.log('left out: rumdl, whose package for Linux x64 could not be installed here')

const results = []
for (const words of sizes) {
  const text = draft(words)
  for (const [name, command, args] of servers) results.push({ name, words, ...(await measure(command, args, text)) })
}
print(results)
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`)

/** All figures of one server on one draft, in milliseconds and bytes. */
async function measure(command, args, text) {
  const uri = 'file:///saidby-bench/draft.md'
  const started = performance.now()
  const client = new Client(command, args)
  const { capabilities } = await client.request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true }, hover: { contentFormat: ['markdown'] } } },
    initializationOptions: { diagnosticsDelay: 0 }
  })
  const initialize = performance.now() - started
  client.notify('initialized', {})
  const opened = performance.now()
  const first = client.diagnostics(uri, 1)
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } })
  await first
  const firstDiagnostics = performance.now() - opened
  // Some servers tell the same draft twice when it is opened.
  await new Promise((resolve) => setTimeout(resolve, 500))
  // Some servers take an edit only as the whole new text.
  const sync = capabilities.textDocumentSync?.change ?? capabilities.textDocumentSync
  const times = []
  let version = 1
  let now = text
  for (const edit of edits(text, count)) {
    version += 1
    const range = { start: position(now, edit.start), end: position(now, edit.end) }
    const change = sync === 1 ? { text: edit.after } : { range, text: edit.text }
    const answer = client.diagnostics(uri, version)
    const before = performance.now()
    client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] })
    await answer
    times.push(performance.now() - before)
    now = edit.after
    // A server that waits for a pause in the typing gets one.
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  const hovers = []
  const next = random(3)
  for (let i = 0; i < 50; i += 1) {
    const before = performance.now()
    await client.request('textDocument/hover', { textDocument: { uri }, position: position(now, Math.floor(next() * now.length)) })
    hovers.push(performance.now() - before)
  }
  const memory = client.memory()
  await client.stop()
  return { initialize, firstDiagnostics, p50: quantile(times, 0.5), p95: quantile(times, 0.95), hover: quantile(hovers, 0.5), memory }
}

function position(text, offset) {
  const before = text.slice(0, offset)
  const line = before.split('\n').length - 1
  return { line, character: offset - (before.lastIndexOf('\n') + 1) }
}

function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

function print(rows) {
  const ms = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0))
  console.log('\n| words | server | initialize | first diagnostics | edit p50 | edit p95 | hover p50 | memory |')
  console.log('|---|---|---|---|---|---|---|---|')
  for (const { name, words, initialize, firstDiagnostics, p50, p95, hover, memory } of rows) {
    const cells = [words, name, `${ms(initialize)} ms`, `${ms(firstDiagnostics)} ms`, `${ms(p50)} ms`, `${ms(p95)} ms`, `${ms(hover)} ms`]
    console.log(`| ${cells.join(' | ')} | ${memory ? `${Math.round(memory / 2 ** 20)} MB` : '?'} |`)
  }
  console.log('\n| words | edit p50 against the empty server | edit p50 against rumdl |\n|---|---|---|')
  for (const words of new Set(rows.map((row) => row.words))) {
    const of = (name) => rows.find((row) => row.words === words && row.name === name)?.p50
    const ratio = (name) => (of(name) ? `${(of('saidby') / of(name)).toFixed(2)} ×` : 'left out')
    console.log(`| ${words} | ${ratio('empty server')} | ${ratio('rumdl')} |`)
  }
}

/** rumdl ships one package for each platform, of which not every registry has all; so the one for this platform is fetched when it is needed. */
function rumdlBinary() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const home = join(root, '.cache', 'bench')
  const candidates = ['rumdl', 'bin/rumdl'].map((path) => join(home, 'node_modules', '@rumdl', 'cli-linux-x64', path))
  const found = () => candidates.find((path) => existsSync(path))
  if (!found()) {
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'package.json'), '{ "private": true }\n')
    spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '@rumdl/cli-linux-x64@0.2.75'], {
      cwd: home,
      stdio: 'ignore'
    })
  }
  return found()
}
