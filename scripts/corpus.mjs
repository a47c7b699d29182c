/**
 * `npm run corpus`: the scores of the stories in `test/corpus`, and what was read otherwise than the answers say. `--write` puts
 * the scores into `scores.csv`, once they have been reviewed; `--only WORD` for the stories whose names hold the word.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const corpus = join(root, 'test', 'corpus')
const { values } = parseArgs({ options: { write: { type: 'boolean' }, only: { type: 'string' } } })

const outfile = join(root, '.cache', 'corpus.mjs')
const contents = "export { score } from './score.ts'\nexport { stories, table } from './table.ts'"
await build({
  stdin: { contents, resolveDir: corpus },
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'error'
})
const { score, stories, table } = await import(pathToFileURL(outfile).href)

const scores = stories(join(corpus, 'stories'))
  .filter(({ name }) => !values.only || name.includes(values.only))
  .map(score)
for (const { misses } of scores) for (const miss of misses) console.log(miss)
console.log(`\n${table(scores)}`)
if (values.write) writeFileSync(join(corpus, 'scores.csv'), table(scores))
