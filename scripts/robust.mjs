/**
 * `npm run bench -- --robust`: how the time for bad input grows with its size, as a table: for Markdown and marks alone, for
 * the whole analysis with its findings, and as an article of the coverage and a quotation that is held against it. Growth is the power of the size: 1 is linear, 2 quadratic; garbage collection and
 * caches alone make up to 1.2. `--only WORDS` for some of the shapes.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'
import { shapes } from '../test/bench/robust.mjs'

const root = join(import.meta.dirname, '..')
const SIZES = [125_000, 250_000, 500_000, 1_000_000]

/** Milliseconds; larger sizes are left out behind a run that took longer. */
const PATIENCE = 5_000

export async function robust({ only = '' }) {
  const core = await bundled()
  const stages = [
    ['marks', (text) => reading(core, text)],
    ['all', (text) => analysis(core, text)],
    ['coverage', (text) => verification(core, text)]
  ]
  const heads = stages.flatMap(([stage]) => [...SIZES.map((size) => `${stage}, ${size / 1000} k`), 'growth'])
  console.log(`| input | ${heads.join(' | ')} |\n|---|${heads.map(() => '---').join('|')}|`)
  for (const [name, shape] of shapes.filter(([name]) => name.includes(only))) {
    const cells = stages.flatMap(([, stage]) => {
      const times = timed(stage, shape)
      const shown = SIZES.map((_, i) => (times[i] === undefined ? '–' : `${times[i].toFixed(0)} ms`))
      return [...shown, growth(times)]
    })
    console.log(`| ${name} | ${cells.join(' | ')} |`)
  }
}

function reading({ parseMarkdown, markedSegments }, text) {
  let count = 0
  for (const { prose } of parseMarkdown(text).blocks) count += markedSegments(prose.text, prose.paragraphs).length + prose.sentences.length
  return count
}

/** Everything that is worked out when somebody looks at all of it, findings and chains included. */
function analysis({ createWorkspace, findings, defaultLevels }, text) {
  const known = createWorkspace().withDraft('bench:', `---\nsaidby: story\n---\n${text}`).analysis('bench:')
  const spoken = known.quotations.filter(({ speaker }) => speaker !== null).length
  return spoken + known.chains.length + findings(known, defaultLevels).length
}

function verification({ coverageOf, verifyQuotation }, text) {
  const coverage = coverageOf([{ article: { id: 'bench' }, text }], [], 1)
  return verifyQuotation([text.slice(text.length / 2)], null, coverage).segments.length
}

function timed(stage, shape) {
  stage(shape(10_000))
  const times = []
  for (const size of SIZES) {
    const text = shape(size)
    const first = run(stage, text)
    times.push(first > 1000 ? first : Math.min(first, run(stage, text), run(stage, text)))
    if (first > PATIENCE) break
  }
  return times
}

function run(stage, text) {
  const started = performance.now()
  stage(text)
  return performance.now() - started
}

const growth = (times) => (times.length < 2 ? '> 2' : (Math.log2(times.at(-1) / times[0]) / (times.length - 1)).toFixed(2))

async function bundled() {
  const outfile = join(root, '.cache', 'bench-core.cjs')
  const parts = ['api', 'markdown/parse', 'quotation/marks', 'verification/verify-quotation'].map(
    (part) => `export * from './server/src/core/${part}.ts'`
  )
  await build({
    stdin: { contents: parts.join('\n'), resolveDir: root },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'error'
  })
  return createRequire(import.meta.url)(outfile)
}
