/** The suite inside a real VS Code with the packed extension, once for each profile: an edition, the host in which extensions run, and the folder that is open. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installable } from './install.mjs'
import { packedExtension } from './package.mjs'
import { chromiumPath } from './run.mjs'

const root = join(import.meta.dirname, '..', '..')
const out = join(root, '.cache', 'vscode-tests')

/**
 * The newest version and the floor that `engines.vscode` promises; the host is `node`, beside the files, or `web`, a worker in the browser.
 * The folder is a copy of that one under `test/vscode`; `opened` is what is opened of it, where that is not the folder itself. The language is that
 * of VS Code, else English; the folder is trusted unless it is said not to be.
 */
const profiles = [
  { edition: 'newest', host: 'node', folder: 'workspace' },
  { edition: 'newest', host: 'node', folder: 'two-folders', opened: 'two.code-workspace' },
  { edition: 'newest', host: 'node', folder: 'workspace', trusted: false },
  { edition: 'newest', host: 'web', folder: 'workspace' },
  { edition: 'newest', host: 'node', folder: 'workspace', language: 'de' },
  { edition: 'floor', host: 'node', folder: 'workspace' }
]

/** @returns {Promise<{ passed: number, failed: number, leftOut?: string }>} */
export async function runVscodeTests() {
  const executable = process.env.VSCODE_EXECUTABLE
  if (!executable && !(installable && chromiumPath())) {
    const leftOut = 'a real VS Code is run here on Linux x64 with a Chromium; set VSCODE_EXECUTABLE for another'
    return process.env.SAIDBY_REQUIRE_ALL ? { passed: 0, failed: 1, leftOut } : { passed: 0, failed: 0, leftOut }
  }
  await bundleSuite()
  const own = join(import.meta.dirname, 'executable.mjs')
  const runs = executable
    ? [{ edition: 'yours', host: 'node', folder: 'workspace' }]
    : profiles.filter((profile) => wanted(wordsOf(profile)))
  const vsix = executable ? undefined : await packedExtension()
  const total = { passed: 0, failed: 0 }
  for (const profile of runs) {
    const { passed, failed } = await runSuite(profile, executable ?? own, vsix)
    console.log(`VS Code, ${wordsOf(profile).join(', ')}: ${passed} passed, ${failed} failed`)
    total.passed += passed
    total.failed += failed
  }
  return total
}

/** `node scripts/vscode/test.mjs newest web` runs only the profiles that have both words, also of their folder; `de` that which speaks German. */
const wanted = (words) => process.argv[1] !== import.meta.filename || process.argv.slice(2).every((word) => words.includes(word))

const wordsOf = ({ edition, host, folder, language = 'en', trusted = true }) => [
  edition,
  host,
  folder,
  language,
  trusted ? 'trusted' : 'untrusted'
]

/** For each host a file of its own. */
async function bundleSuite() {
  const { build } = await import('esbuild')
  mkdirSync(out, { recursive: true })
  // VS Code runs tests of an extension that is being developed only; where Saidby is installed, it is this one.
  const tests = {
    name: 'tests',
    publisher: 'saidby',
    version: '0.0.0',
    capabilities: { untrustedWorkspaces: { supported: true } },
    engines: { vscode: '^1.100.0' },
    type: 'commonjs',
    main: 'node.js',
    browser: 'web.js',
    // Languages that other extensions bring along.
    contributes: { languages: [{ id: 'mdx' }, { id: 'rmd' }, { id: 'quarto' }] }
  }
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(tests)}\n`)
  const shared = { absWorkingDir: root, bundle: true, format: 'cjs', logLevel: 'warning' }
  await build({
    ...shared,
    entryPoints: ['test/vscode/node.ts'],
    outfile: join(out, 'node.js'),
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha']
  })
  await build({
    ...shared,
    entryPoints: ['test/vscode/web.ts'],
    outfile: join(out, 'web.js'),
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    alias: { 'node:assert/strict': join(root, 'test', 'vscode', 'assert.ts') }
  })
}

/** One profile, with the packed extension where there is one; a suite that ends without a report counts as one failure. */
async function runSuite(profile, vscodeExecutablePath, vsix) {
  const { runTests } = await import('@vscode/test-electron')
  const folder = mkdtempSync(join(tmpdir(), 'saidby-ws-'))
  cpSync(join(root, 'test', 'vscode', profile.folder), folder, { recursive: true })
  const report = join(out, `report-${wordsOf(profile).join('-')}.json`)
  rmSync(report, { force: true })
  // The extension host runs as a child of this process, however many steps away, and has its environment.
  process.env.SAIDBY_VSCODE = JSON.stringify(profile)
  process.env.SAIDBY_TEST_REPORT = report
  if (vsix) process.env.SAIDBY_VSIX = vsix
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: vsix ? out : root,
      extensionTestsPath: join(out, 'node.js'),
      launchArgs: [profile.opened ? join(folder, profile.opened) : folder]
    })
  } catch (error) {
    console.error(String(error))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { passed: 0, failed: 1 }
}

if (process.argv[1] === import.meta.filename) {
  const { passed, failed, leftOut } = await runVscodeTests()
  console.log(`${passed} passed, ${failed} failed${leftOut ? `; left out: ${leftOut}` : ''}`)
  process.exitCode = failed > 0 ? 1 : 0
}
