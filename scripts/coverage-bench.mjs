/**
 * `npm run bench -- --coverage`: how quotations are found and verified among ten and a hundred thousand articles on disk, beside SQLite FTS5,
 * MiniSearch and approx-string-match, in one process. `--articles N` for one size, `--alone` without the others, `--json FILE` for the figures, `--texts DIR` for the
 * folder with `transcripts-2016.jsonl` and `polnear-train.jsonl`, which are somebody else's and left out where they are not there.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { corpusAt, makeCorpus } from '../test/bench/corpus.mjs'

const root = join(import.meta.dirname, '..')
const cache = join(root, '.cache', 'bench')

/** Beyond so many articles, competitors that keep everything in memory take minutes and gigabytes, and are left out. */
const MEMORY_PEERS_UP_TO = 10_000

export async function coverage({ articles, alone, json, texts = join(root, '..', 'shared', 'eval', 'data') }) {
  mkdirSync(cache, { recursive: true })
  const sizes = articles ? [Number(articles)] : [10_000, 100_000]
  const corpora = [...sizes.map(madeCorpus), ...publishedCorpus(texts)].map((corpus) => ({ ...corpus, peers: !alone }))
  const options = { bundle: await bundled(), corpora, memoryPeersUpTo: MEMORY_PEERS_UP_TO, cache }
  const script = join(root, 'test', 'bench', 'coverage.mjs')
  const { stdout, status } = spawnSync(process.execPath, ['--expose-gc', script, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8'
  })
  if (status !== 0) process.exit(1)
  const results = JSON.parse(stdout)
  print(results)
  if (json) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`)
}

function print(rows) {
  table(
    ['articles', 'engine', 'exact found', 'one word in ten changed', 'p50', 'p95', 'p50 of nobody’s words', 'p95'],
    rows.filter(({ exact }) => exact),
    ({ corpus, engine, exact, changed, both, nobodys }) => [
      corpus,
      engine,
      percent(exact.found),
      percent(changed.found),
      ms(both.p50),
      ms(both.p95),
      ms(nobodys.p50),
      ms(nobodys.p95)
    ]
  )
  table(
    ['articles', 'engine', 'build', 'of the processor', 'memory', 'on disk', 'index loaded', 'newsroom opened', 'memory when opened'],
    rows.filter(({ build }) => build),
    ({ corpus, engine, build, memory, bytes, load, opened, loaded }) => [
      corpus,
      engine.replace(/,.*/, ''),
      ms(build.wall),
      ms(build.processor),
      // Of Saidby the whole process, of the others what they add to it.
      `${engine.startsWith('Saidby') ? '' : '+ '}${megabytes(memory)}`,
      bytes ? megabytes(bytes) : '–',
      load ? ms(load.wall) : '–',
      opened ? ms(opened) : '–',
      loaded ? megabytes(loaded) : '–'
    ]
  )
  table(
    ['articles', 'quotations in 5,000 words', 'verbatim', 'altered', 'all verified', 'edit p50', 'edit p95'],
    rows.filter(({ edit }) => edit),
    ({ corpus, quotations, verbatim, altered, first, edit }) => [
      corpus,
      quotations,
      verbatim,
      altered,
      ms(first),
      ms(edit.p50),
      ms(edit.p95)
    ]
  )
}

function table(heads, rows, cellsOf) {
  if (rows.length === 0) return
  console.log(`\n| ${heads.join(' | ')} |\n|${heads.map(() => '---').join('|')}|`)
  for (const row of rows) console.log(`| ${cellsOf(row).join(' | ')} |`)
}

const ms = (value) => (value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`)
const megabytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MB`
const percent = (share) => `${(100 * share).toFixed(1)} %`

function madeCorpus(articles) {
  const folder = join(cache, `articles-${articles}`)
  const about = corpusAt(folder, articles) ?? makeCorpus(folder, articles)
  console.log(
    `${articles} articles of ${Math.round(about.words / articles)} words, ${about.copies} of them copies: a vocabulary of ${about.vocabulary}; of all different runs of three words ${percent(about.onceWithCopies)} occur once, without the copies ${percent(about.once)}`
  )
  return { name: String(articles), folder, articles, edit: true }
}

function publishedCorpus(texts) {
  const files = ['transcripts-2016.jsonl', 'polnear-train.jsonl'].map((file) => join(texts, file))
  if (!files.every((file) => existsSync(file))) {
    console.log(`left out: published news and transcripts, which are not in ${texts}`)
    return []
  }
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean))
  const folder = join(cache, 'published-lines')
  mkdirSync(join(folder, 'coverage'), { recursive: true })
  writeFileSync(join(folder, 'coverage', 'published.jsonl'), `${lines.map(plainLine).join('\n')}\n`)
  return [{ name: `${lines.length} published`, folder, articles: lines.length, edit: false }]
}

/** Only what an article has of what stands in the line. */
function plainLine(line) {
  const { id, text } = JSON.parse(line)
  return JSON.stringify({ id, text })
}

async function bundled() {
  const outfile = join(cache, 'coverage-core.mjs')
  const parts = ['api', 'coverage/passage-index', 'coverage/index-file', 'coverage/words', 'verification/verify-quotation'].map(
    (part) => `core/${part}`
  )
  await build({
    stdin: {
      contents: [...parts, 'store/library', 'hosts/files'].map((part) => `export * from './server/src/${part}.ts'`).join('\n'),
      resolveDir: root
    },
    outfile,
    bundle: true,
    // Some libraries in it ask for parts of Node in the older way.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error'
  })
  return outfile
}
