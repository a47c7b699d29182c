/**
 * The measuring process of `npm run bench -- --coverage`: every figure of Saidby and of its competitors, in one process, with the articles as
 * files on disk, through the store that is shipped. Takes its options as JSON, tells how far it is on standard error, and prints the figures as JSON.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { edits } from './draft.mjs'
import { newsroom } from './newsroom.mjs'
import { approximate, fts5, miniSearch } from './peers.mjs'
import { changedQuotations, drawQuotations, quotingDraft, reversed } from './quotations.mjs'

const { bundle, corpora, memoryPeersUpTo, cache } = JSON.parse(process.argv[2])
const core = await import(pathToFileURL(bundle).href)

/** How often each thing is timed; the fastest counts, since others use the machine as well. */
const ROUNDS = 3

const QUOTATIONS = 1_500

const results = []
for (const corpus of corpora) await measured(corpus, saidby)
for (const corpus of corpora) await measured(corpus, competitors)
console.log(JSON.stringify(results))

async function measured(corpus, measure) {
  results.push(...(await measure(corpus)))
  writeFileSync(join(cache, 'coverage.json'), JSON.stringify(results))
}

async function saidby({ name, folder, articles, edit }) {
  told(`${name}: Saidby`)
  const storage = join(cache, 'index')
  rmSync(storage, { recursive: true, force: true })
  let disk
  const build = await timedAsync(async () => {
    disk = await newsroom(core, folder, storage)
  })
  const memory = resident()
  const [kept] = readdirSync(storage)
  const bytes = statSync(join(storage, kept)).size
  const load = timed(() => core.load(indexIn(join(storage, kept))))
  const { memory: loaded, opened } = JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', join(import.meta.dirname, 'loaded.mjs'), bundle, folder, storage], { encoding: 'utf8' })
  )
  const quotations = quotationsOf(disk, articles)
  const lookUp = (text) => {
    const { ids, count } = core.foldWords(text)
    return core.candidates(disk.coverage.index, [ids.slice(0, count)], 10)
  }
  const verify = (text, _, { coverage }) => core.verifyQuotation([text], null, coverage).whole
  const lookedUp = await asked(quotations, lookUp, (found, quotation) =>
    found.some(({ article, start, end }) => holds(disk, article, start - 400, end + 400, quotation))
  )
  const verified = await asked(
    quotations,
    verify,
    (found, quotation, kind) =>
      (kind !== 'exact' || found?.verdict === 'verbatim') &&
      (found?.passages ?? []).some(({ article, start, end }) => holds(disk, article, start - 80, end + 80, quotation)),
    () => newsroom(core, folder, storage)
  )
  const rows = [
    { corpus: name, engine: 'Saidby, looked up', build, memory, loaded, opened, bytes, load, ...lookedUp },
    { corpus: name, engine: 'Saidby, verified', ...verified },
    ...(edit ? [{ corpus: name, engine: 'Saidby, an edit', ...edited(disk.coverage, quotations) }] : [])
  ]
  rmSync(storage, { recursive: true, force: true })
  return rows
}

/** The index itself, without the list of files behind it. */
function indexIn(file) {
  const bytes = readFileSync(file)
  const length = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 16).getFloat64(4)
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + length)
}

/** From an edit to all verdicts of a draft of 5,000 words, half of whose quotations are the coverage's. */
function edited(coverage, quotations) {
  const uri = 'bench:'
  const text = quotingDraft(5_000, quotations)
  const rounds = Array.from({ length: ROUNDS }, () => {
    // What was verified is remembered with its coverage: another one remembers nothing.
    let workspace = core
      .createWorkspace()
      .withCoverage({ ...coverage })
      .withDraft(uri, text)
    let verdicts = []
    const judge = () => {
      const analysis = workspace.analysis(uri)
      verdicts = analysis.quotations.map((quotation) => analysis.verification(quotation).whole?.verdict)
    }
    const first = timed(judge).wall
    const found = verdicts
    const times = [...edits(text, 300)].map(
      ({ after }) =>
        timed(() => {
          workspace = workspace.withDraft(uri, after)
          judge()
        }).wall
    )
    return { first, found, times }
  })
  const { found } = rounds[0]
  return {
    quotations: found.length,
    verbatim: found.filter((verdict) => verdict === 'verbatim').length,
    altered: found.filter((verdict) => verdict === 'altered').length,
    first: Math.min(...rounds.map(({ first }) => first)),
    edit: quantiles(fastest(rounds.map(({ times }) => times)))
  }
}

async function competitors({ name, folder, articles, peers }) {
  if (!peers) return []
  const storage = join(cache, 'index')
  const disk = await newsroom(core, folder, storage)
  const quotations = quotationsOf(disk, articles)
  const rows = []
  for (const [engine, make, most] of [
    ['SQLite FTS5', fts5, Number.POSITIVE_INFINITY],
    ['MiniSearch', miniSearch, memoryPeersUpTo]
  ]) {
    if (articles > most) continue
    told(`${name}: ${engine}`)
    const before = resident()
    let peer
    const build = timed(() => {
      peer = make(disk, cache)
    })
    const memory = resident() - before
    const figures = await asked(quotations.slice(0, peer.few), peer.find, (found, quotation) =>
      found.some(({ article }) => holds(disk, article, 0, Number.POSITIVE_INFINITY, quotation))
    )
    rows.push({ corpus: name, engine, build, memory, bytes: peer.bytes(), ...figures })
    peer.close()
  }
  told(`${name}: approx-string-match`)
  const inArticle = await asked(
    quotations.slice(0, 300),
    (text, { article }) => approximate(disk.whole(article), text),
    (places, { start, end }) => places.some((place) => place.start < end && start < place.end)
  )
  rmSync(storage, { recursive: true, force: true })
  return [...rows, { corpus: name, engine: 'approx-string-match, in the right article', ...inArticle }]
}

/**
 * Which share of the quotations is found, as they are and with words changed, and how long that takes. `opened` is called before each time all
 * are asked: where it opens a newsroom anew, no text is remembered from the time before.
 */
async function asked(quotations, find, isRight, opened = async () => null) {
  const kinds = { exact: ({ text }) => text, changed: ({ changed }) => changed, nobodys: reversed }
  const right = { exact: 0, changed: 0, nobodys: 0 }
  const rounds = { exact: [], changed: [], nobodys: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [kind, textOf] of Object.entries(kinds)) {
      const disk = await opened()
      const times = quotations.map((quotation) => {
        const text = textOf(quotation)
        let found
        const { wall } = timed(() => {
          found = find(text, quotation, disk)
        })
        if (round === 0 && isRight(found, quotation, kind)) right[kind] += 1
        return wall
      })
      rounds[kind].push(times)
    }
  }
  const { exact, changed, nobodys } = Object.fromEntries(Object.entries(rounds).map(([kind, times]) => [kind, fastest(times)]))
  return {
    quotations: quotations.length,
    exact: { found: right.exact / quotations.length, ...quantiles(exact) },
    changed: { found: right.changed / quotations.length, ...quantiles(changed) },
    nobodys: quantiles(nobodys),
    both: quantiles([...exact, ...changed])
  }
}

/** From one article in so many that the articles drawn from are no more than 20,000. */
function quotationsOf(disk, articles) {
  const step = Math.max(1, Math.floor(articles / 20_000))
  const some = []
  let number = 0
  for (const article of disk.articles()) {
    if (number % step === 0) some.push(article)
    number += 1
  }
  return changedQuotations(drawQuotations(some, disk.whole, core.foldWords, QUOTATIONS, 11), 12)
}

/** Whether the quotation's place is there, or the same words, as copies of a story have them. */
function holds(disk, article, start, end, quotation) {
  if (article.id === quotation.article.id && start < quotation.end && quotation.start < end) return true
  const there = core.foldWords(disk.text(article, Math.max(0, start), end))
  const { ids, count } = core.foldWords(quotation.text)
  for (let i = 0; i + count <= there.count; i += 1) {
    let length = 0
    while (length < count && there.ids[i + length] === ids[length]) length += 1
    if (length === count) return true
  }
  return false
}

/** Milliseconds by the clock and by the processor, which does not count what others use of it. */
function timed(work) {
  const before = process.cpuUsage()
  const started = performance.now()
  work()
  const wall = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  return { wall, processor: (user + system) / 1000 }
}

async function timedAsync(work) {
  const before = process.cpuUsage()
  const started = performance.now()
  await work()
  const wall = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  return { wall, processor: (user + system) / 1000 }
}

function fastest(rounds) {
  return rounds[0].map((_, i) => Math.min(...rounds.map((times) => times[i])))
}

function quantiles(times) {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return { p50: at(0.5), p95: at(0.95) }
}

/** Bytes that stay after a collection. */
function resident() {
  for (let i = 0; i < 3; i += 1) globalThis.gc()
  return process.memoryUsage.rss()
}

function told(text) {
  process.stderr.write(`${text}\n`)
}
