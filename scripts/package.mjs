/** `npm run package`: the extension as one `.vsix` and the terminal as one `.tgz`, in the folder that is named or in that of the repository. */
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { packedExtension } from './vscode/package.mjs'

const root = join(import.meta.dirname, '..')
const folder = resolve(process.argv[2] ?? root)

console.log(await packedExtension(folder))
const pack = ['pack', '--ignore-scripts', '--loglevel=error', `--pack-destination=${folder}`]
const { status } = spawnSync('npm', pack, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' })
process.exitCode = status ?? 1
