/** Starts the VS Code server of an edition with throw-away data, and a Chromium to look at it with. */
import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cleanEnvironment, installed } from './install.mjs'

const settings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false
}

const trust = (given) =>
  given
    ? { 'security.workspace.trust.enabled': false }
    : { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' }

/** The Chromium of this machine, or undefined. */
export const chromiumPath = () =>
  [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path)
  )

/**
 * A VS Code server on a free port. `settings` are the user's, `vsix` is installed first, `port` is taken where it is given; a folder that is opened
 * is trusted, or is not and nobody is asked.
 * @param {{ edition?: 'newest' | 'floor', settings?: object, vsix?: string, trusted?: boolean, port?: number, env?: object }} options
 * @returns {Promise<{ base: string, authority: string, stop: () => Promise<void> }>}
 */
export async function startServer({ edition = 'newest', settings: own = {}, vsix, trusted = true, port, env: more = {} } = {}) {
  const { node, server } = await installed(edition)
  // Short, since the paths of sockets must stay under 108 bytes.
  const home = mkdtempSync(join(tmpdir(), 'vs-'))
  mkdirSync(join(home, 'user/User'), { recursive: true })
  writeFileSync(join(home, 'user/User/settings.json'), JSON.stringify({ ...settings, ...trust(trusted), ...own }))
  const env = cleanEnvironment({ ...more, HOME: home, XDG_CONFIG_HOME: join(home, 'xdg'), XDG_DATA_HOME: join(home, 'xdg') })
  const dirs = [
    '--accept-server-license-terms',
    '--server-data-dir',
    home,
    '--user-data-dir',
    join(home, 'user'),
    '--extensions-dir',
    join(home, 'ext')
  ]
  if (vsix) await finished(spawn(node, [server, ...dirs, '--install-extension', vsix], { env, stdio: 'ignore' }))
  const at = port ?? (await freePort())
  const flags = ['--host', '127.0.0.1', '--port', String(at), '--without-connection-token', '--telemetry-level', 'off']
  const quiet = [...(trusted ? ['--disable-workspace-trust'] : []), '--disable-getting-started-override', '--enable-smoke-test-driver']
  const child = spawn(node, [server, ...flags, ...quiet, ...dirs], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const log = createWriteStream(join(home, 'server.log'))
  child.stdout.pipe(log)
  child.stderr.pipe(log)
  const base = `http://127.0.0.1:${at}`
  await answering(`${base}/version`, child, home)
  const stop = async () => {
    if (child.exitCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const hard = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await gone
      clearTimeout(hard)
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  return { base, authority: `127.0.0.1:${at}`, stop }
}

/**
 * The packed extension as files, which VS Code itself unpacks.
 * @param {{ edition: 'newest' | 'floor', vsix: string }} options
 * @returns {Promise<{ folder: string, remove: () => void }>}
 */
export async function unpacked({ edition, vsix }) {
  const { node, server } = await installed(edition)
  const home = mkdtempSync(join(tmpdir(), 'vs-'))
  const args = [server, '--accept-server-license-terms', '--server-data-dir', home, '--extensions-dir', join(home, 'ext')]
  await finished(spawn(node, [...args, '--install-extension', vsix], { env: cleanEnvironment({ HOME: home }), stdio: 'ignore' }))
  const name = readdirSync(join(home, 'ext')).find((one) => one.startsWith('saidby.'))
  return { folder: join(home, 'ext', name), remove: () => rmSync(home, { recursive: true, force: true }) }
}

async function answering(url, child, home) {
  for (let i = 0; i < 300; i += 1) {
    try {
      if ((await fetch(url)).ok) return
    } catch {
      // It has not begun to listen.
    }
    if (child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGKILL')
  throw new Error(`VS Code’s server did not start; ${join(home, 'server.log')} says why`)
}

/** A headless Chromium through playwright. */
export async function launchChromium() {
  const { chromium } = await import('playwright-core')
  return chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage'
    ]
  })
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

const finished = (child) =>
  new Promise((resolve, reject) =>
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`VS Code ended with status ${code}`))))
  )
