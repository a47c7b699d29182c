/**
 * `npm run bench -- --robust`: how the time for analysing bad input grows from one size to the next, as a table. Over 1.0 the
 * growth is more than linear; garbage collection and caches alone make about 1.2. `--only WORDS` for some of the shapes.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'
import { measured } from '../test/bench/robust.mjs'

const SIZES = [125_000, 250_000, 500_000, 1_000_000]

export async function robust({ only }) {
  const { createWorkspace, findings, defaultLevels } = await core()
  const analyze = (text) => {
    const analysis = createWorkspace().withDraft('bench:', text).analysis('bench:')
    for (const quotation of analysis.quotations) quotation.speaker
    return findings({ ...analysis, story: true, quotations: analysis.quotations }, defaultLevels).length + analysis.chains.length
  }
  console.log(`| input | ${SIZES.map((size) => `${size / 1000} k`).join(' | ')} | growth |\n|---|${SIZES.map(() => '---').join('|')}|---|`)
  let steepest = 0
  for (const { name, times } of measured(analyze, SIZES, { only })) {
    const growth = exponent(times)
    steepest = Math.max(steepest, growth)
    const cells = SIZES.map((_, i) => (times[i] === undefined ? '–' : `${times[i].toFixed(times[i] < 10 ? 1 : 0)} ms`))
    console.log(`| ${name} | ${cells.join(' | ')} | ${growth.toFixed(2)} |`)
  }
  console.log(`\nSteepest: ${steepest.toFixed(2)}`)
}

/** By what power of the size the time grows, from the first size to the last. */
const exponent = (times) => Math.log2(times.at(-1) / times[0]) / (times.length - 1)

async function core() {
  const root = join(import.meta.dirname, '..')
  const outfile = join(root, '.cache', 'bench-core.cjs')
  const entry = join(root, 'server', 'src', 'core', 'api.ts')
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'cjs', platform: 'node', target: 'node20', logLevel: 'error' })
  return createRequire(import.meta.url)(outfile)
}
