/** `npm run check`: types, lint and format, and the fast tests; what to run before every commit. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const steps = [
  ['tsc', '-b'],
  ['biome', 'check', '--error-on-warnings', '.'],
  ['vitest', 'run', '--reporter=dot']
]

for (const [command, ...args] of steps) {
  const { status } = spawnSync(join(root, 'node_modules', '.bin', command), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32'
  })
  if (status !== 0) process.exit(status ?? 1)
}
