/**
 * `npm run train -- --data DIR`: learns the weights of attribution from `DIR/polnear-train.jsonl` and writes
 * `server/data/attribution-model.json`. With `--folds N` it writes nothing, and measures: each fold of the articles is
 * annotated by the program that is shipped, with weights from the other folds, and scored by `DIR/../score.mjs`.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { type ReadDocument, readDocument } from './examples.ts'
import { readGold } from './gold.ts'
import { learn, writeModel } from './model.ts'

const { values } = parseArgs({ options: { data: { type: 'string' }, folds: { type: 'string' }, only: { type: 'string' } } })
if (!values.data) {
  console.error('npm run train -- --data DIR [--folds N]: DIR holds polnear-train.jsonl')
  process.exit(2)
}
const root = process.cwd()
const data = values.data
const source = join(data, 'polnear-train.jsonl')
const started = Date.now()
const say = (line: string) => console.error(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`)
const documents = readGold(source).map(readDocument)
say(`${documents.length} articles read`)
if (values.folds) await measure(documents, Number(values.folds))
else {
  writeFileSync(join(root, 'server', 'data', 'attribution-model.json'), writeModel(learn(documents, say)))
  say('server/data/attribution-model.json written')
}

/** Every article annotated with weights that have not seen it. */
async function measure(all: readonly ReadDocument[], folds: number): Promise<void> {
  const lines = readFileSync(source, 'utf8').split('\n').filter(Boolean)
  const answers: string[] = []
  for (let fold = 0; fold < folds; fold += 1) {
    if (values.only && Number(values.only) !== fold) continue
    const model = writeModel(
      learn(
        all.filter((_, i) => i % folds !== fold),
        say
      )
    )
    const program = join(root, '.cache', `fold-${fold}.mjs`)
    await bundle(model, program)
    const input = lines.filter((_, i) => i % folds === fold)
    const { stdout, status } = spawnSync(process.execPath, [program, 'annotate', '--jsonl', '--no-coverage'], {
      input: `${input.join('\n')}\n`,
      encoding: 'utf8',
      maxBuffer: 2 ** 30
    })
    if (status !== 0) throw new Error(`annotate ended with ${status}`)
    const annotated = stdout.split('\n').filter(Boolean)
    input.forEach((_, i) => {
      answers[all.findIndex(({ gold }) => gold.id === JSON.parse(annotated[i]!).id)] = annotated[i]!
    })
    say(`fold ${fold} annotated`)
  }
  const out = join(root, '.cache', 'folds.jsonl')
  const gold = join(root, '.cache', 'folds-gold.jsonl')
  writeFileSync(out, `${answers.filter(Boolean).join('\n')}\n`)
  writeFileSync(gold, `${lines.filter((_, i) => answers[i]).join('\n')}\n`)
  spawnSync(process.execPath, [join(data, '..', 'score.mjs'), 'attribution', gold, out], { stdio: 'inherit' })
}

/** The terminal’s program with other weights. */
async function bundle(model: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [join(root, 'server', 'src', 'cli', 'main.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    external: ['*/server.cjs'],
    define: { SAIDBY_VERSION: '"fold"' },
    banner: { js: "import { createRequire } from 'node:module';const require=createRequire(import.meta.url);" },
    plugins: [
      {
        name: 'weights',
        setup: ({ onLoad }) => onLoad({ filter: /attribution-model\.json$/ }, () => ({ contents: model, loader: 'json' }))
      }
    ],
    logLevel: 'warning'
  })
}
