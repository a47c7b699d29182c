/** The suite inside a real VS Code's extension host, on the packed extension; on the newest version and on the floor that `engines.vscode` promises. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { editions, installable } from './install.mjs'
import { packedExtension } from './package.mjs'
import { chromiumPath } from './run.mjs'

const root = join(import.meta.dirname, '..', '..')
const out = join(root, '.cache', 'vscode-tests')

/** @returns {Promise<{ passed: number, failed: number, leftOut?: string }>} */
export async function runVscodeTests() {
  const executable = process.env.VSCODE_EXECUTABLE
  if (!executable && !(installable && chromiumPath())) {
    const leftOut = 'a real VS Code is run here on Linux x64 with a Chromium; set VSCODE_EXECUTABLE for another'
    return process.env.SAIDBY_REQUIRE_ALL ? { passed: 0, failed: 1, leftOut } : { passed: 0, failed: 0, leftOut }
  }
  await bundleSuite()
  const own = join(import.meta.dirname, 'executable.mjs')
  const runs = executable ? [['yours', executable]] : Object.keys(editions).map((edition) => [edition, own])
  const vsix = executable ? undefined : await packedExtension()
  const total = { passed: 0, failed: 0 }
  for (const [edition, path] of runs) {
    const { passed, failed } = await runSuite(edition, path, vsix)
    console.log(`VS Code, ${edition}: ${passed} passed, ${failed} failed`)
    total.passed += passed
    total.failed += failed
  }
  return total
}

async function bundleSuite() {
  const { build } = await import('esbuild')
  mkdirSync(out, { recursive: true })
  // VS Code runs tests of an extension that is being developed only; where Saidby is installed, it is this one.
  const tests = { name: 'tests', publisher: 'saidby', version: '0.0.0', engines: { vscode: '*' }, type: 'commonjs' }
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(tests)}\n`)
  await build({
    absWorkingDir: root,
    entryPoints: ['test/vscode/index.ts'],
    outfile: join(out, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    logLevel: 'warning'
  })
}

/** One edition, with the packed extension installed where there is one; a suite that ends without a report counts as one failure. */
async function runSuite(edition, vscodeExecutablePath, vsix) {
  const { runTests } = await import('@vscode/test-electron')
  const folder = mkdtempSync(join(tmpdir(), 'saidby-ws-'))
  cpSync(join(root, 'test', 'vscode', 'workspace'), folder, { recursive: true })
  const report = join(out, `report-${edition}.json`)
  rmSync(report, { force: true })
  // The extension host runs as a child of this process, however many steps away, and has its environment.
  process.env.SAIDBY_VSCODE = edition
  process.env.SAIDBY_TEST_REPORT = report
  if (vsix) process.env.SAIDBY_VSIX = vsix
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: vsix ? out : root,
      extensionTestsPath: join(out, 'index.js'),
      launchArgs: [folder]
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
