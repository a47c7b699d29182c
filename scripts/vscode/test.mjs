/** The suite inside a real VS Code's extension host, on the newest version and on the floor that `engines.vscode` promises. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { editions, installable } from './install.mjs'
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
  const total = { passed: 0, failed: 0 }
  for (const [edition, path] of runs) {
    const { passed, failed } = await runSuite(edition, path)
    console.log(`VS Code, ${edition}: ${passed} passed, ${failed} failed`)
    total.passed += passed
    total.failed += failed
  }
  return total
}

async function bundleSuite() {
  const { build } = await import('esbuild')
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'package.json'), '{ "type": "commonjs" }\n')
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

/** One edition; a suite that ends without a report counts as one failure. */
async function runSuite(edition, vscodeExecutablePath) {
  const { runTests } = await import('@vscode/test-electron')
  const folder = mkdtempSync(join(tmpdir(), 'saidby-ws-'))
  cpSync(join(root, 'test', 'vscode', 'workspace'), folder, { recursive: true })
  const report = join(out, `report-${edition}.json`)
  rmSync(report, { force: true })
  // The extension host runs as a child of this process, however many steps away, and has its environment.
  process.env.SAIDBY_VSCODE = edition
  process.env.SAIDBY_TEST_REPORT = report
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
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
