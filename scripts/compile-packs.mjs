/** Compiles `coverage/*.yaml` to `dist/coverage/*.json`; a pack with a problem stops the build and is told by file, line and column. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Throws when a pack is wrong, after having printed everything that is. @returns {Promise<readonly object[]>} what it wrote */
export async function compilePacks({ root }) {
  const parsePack = await packParser(root)
  const target = join(root, 'dist', 'coverage')
  mkdirSync(target, { recursive: true })
  const packs = []
  let wrong = 0
  for (const name of readdirSync(join(root, 'coverage')).filter((file) => file.endsWith('.yaml'))) {
    const { pack, problems } = parsePack(readFileSync(join(root, 'coverage', name), 'utf8'))
    for (const { line, column, message } of problems) console.error(`coverage/${name}:${line}:${column}: ${message}`)
    wrong += problems.length
    if (!pack) continue
    writeFileSync(join(target, `${pack.id}.json`), JSON.stringify(pack))
    packs.push(pack)
  }
  if (wrong > 0) throw new Error(`${wrong} problem${wrong === 1 ? '' : 's'} in the packs`)
  return packs
}

async function packParser(root) {
  const outfile = join(root, '.cache', 'parse-pack.cjs')
  const entry = join(root, 'server', 'src', 'core', 'coverage', 'parse-pack.ts')
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    legalComments: 'none'
  })
  return createRequire(import.meta.url)(outfile).parsePack
}
