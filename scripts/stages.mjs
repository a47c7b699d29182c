/**
 * `npm run bench -- --stages`: what each stage of the analysis costs over a draft of 100,000 words, or over the texts of a
 * JSONL file (`--texts FILE`), one after the other in one process: megabytes a second, and the share of the whole.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { draft } from '../test/bench/draft.mjs'

const root = join(import.meta.dirname, '..')

export async function stages({ texts: file }) {
  const texts = file ? lines(file).map((line) => JSON.parse(line).text) : [draft(100_000)]
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
  const core = await bundled()
  core.measure(texts.slice(0, 50))
  const costs = core.measure(texts)
  const all = costs.reduce((sum, [, milliseconds]) => sum + milliseconds, 0)
  console.log(`| stage | MB/s | share |\n|---|---|---|`)
  for (const [stage, milliseconds] of [...costs, ['all', all]])
    console.log(`| ${stage} | ${((1000 * megabytes) / milliseconds).toFixed(1)} | ${((100 * milliseconds) / all).toFixed(0)} % |`)
}

const lines = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean)

async function bundled() {
  const outfile = join(root, '.cache', 'stages.mjs')
  const entryPoints = [join(root, 'test', 'bench', 'stages.ts')]
  await build({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'error' })
  return import(pathToFileURL(outfile).href)
}
