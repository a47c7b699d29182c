/**
 * `npm run bench -- --names`: 10,000 entities with 40,000 aliases: how long the pack takes from YAML and compiled until its names can be found, and
 * how many megabytes a second are looked through. The median of five, in processor time; `--texts FILE` looks through the texts of a JSONL file instead.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'
import { draft } from '../test/bench/draft.mjs'
import { namesPack, withNames } from '../test/bench/names.mjs'

const root = join(import.meta.dirname, '..')

export async function names({ texts: file }) {
  const { parsePack, readCompiledPack, buildGazetteer } = await bundled()
  const { yaml, names: known } = namesPack()
  const { pack, problems } = parsePack(yaml)
  if (!pack || problems.length > 0) throw new Error(problems[0]?.message ?? 'the pack is broken')
  const aliases = pack.entities.reduce((sum, entity) => sum + entity.aliases.length, 0)
  const compiled = JSON.stringify(pack)
  const texts = file
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).text)
    : [withNames(draft(200_000), known)]
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6

  const fromYaml = median(3, () => buildGazetteer(parsePack(yaml).pack.entities, 1))
  const fromCompiled = median(5, () => buildGazetteer(readCompiledPack(JSON.parse(compiled)).entities, 1))
  const gazetteer = buildGazetteer(pack.entities, 1)
  const found = texts.reduce((sum, text) => sum + gazetteer.match(text).length, 0)
  const matching = median(5, () => {
    for (const text of texts) gazetteer.match(text)
  })
  console.log(`${pack.entities.length} entities, ${aliases} aliases; ${found} names in ${megabytes.toFixed(1)} MB\n`)
  console.log('| what | figure |\n|---|---|')
  console.log(`| from YAML (${(yaml.length / 1e6).toFixed(1)} MB) | ${fromYaml.toFixed(0)} ms |`)
  console.log(`| from the compiled pack (${(compiled.length / 1e6).toFixed(1)} MB) | ${fromCompiled.toFixed(0)} ms |`)
  console.log(`| matching | ${((1000 * megabytes) / matching).toFixed(0)} MB/s |`)
}

function median(runs, work) {
  work()
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }).sort((a, b) => a - b)
  return times[runs >> 1]
}

async function bundled() {
  const outfile = join(root, '.cache', 'names-bench.cjs')
  const entryPoints = [join(root, 'test', 'bench', 'names.ts')]
  await build({ entryPoints, outfile, bundle: true, format: 'cjs', platform: 'node', target: 'node20', logLevel: 'error' })
  return createRequire(import.meta.url)(outfile)
}
