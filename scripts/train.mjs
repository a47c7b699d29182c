/** `npm run train -- --data DIR [--folds N]`: learns the weights of attribution, or measures how right such weights are. */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const outfile = join(root, '.cache', 'train.mjs')
mkdirSync(join(root, '.cache'), { recursive: true })
await build({
  absWorkingDir: root,
  entryPoints: ['train/train.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile,
  external: ['esbuild'],
  logLevel: 'warning'
})
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
process.exitCode = status ?? 1
