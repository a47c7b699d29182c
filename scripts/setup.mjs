/** Makes a fresh clone ready: packages as the lock file has them and, with `--build`, a build. Node's own modules only, since nothing else is there yet. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const cache = join(root, '.cache')
const lock = join(cache, 'setup.lock')
const stamp = join(root, 'node_modules', '.saidby-lock-hash')

mkdirSync(cache, { recursive: true })
const hash = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
const installed = () => existsSync(stamp) && readFileSync(stamp, 'utf8').includes(hash)

if (!installed())
  alone(() => {
    if (installed()) return
    console.error('saidby: installing packages (once, about a minute)')
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
    writeFileSync(stamp, hash)
  })

if (process.argv.includes('--build')) {
  const { buildIfStale } = await import('./build.mjs')
  await buildIfStale()
}

/** Runs the work while no other set-up does; a lock that nobody has touched for ten minutes was left by one that died. */
function alone(work) {
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0
      if (age > 600_000) rmSync(lock, { recursive: true, force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    }
  }
  const now = new Date()
  utimesSync(lock, now, now)
  try {
    work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (status !== 0) {
    rmSync(lock, { recursive: true, force: true })
    process.exit(status ?? 1)
  }
}
