/** `npm test`: every suite, one after the other; the last line counts them all. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runEditorTests } from './editors.mjs'
import { runGrammarTests } from './grammar.mjs'
import { runVscodeTests } from './vscode/test.mjs'

const root = join(import.meta.dirname, '..')
const bin = (name) => join(root, 'node_modules', '.bin', name)

const suites = [
  ['types', types],
  ['fast', fast],
  ['grammar', runGrammarTests],
  ['editors', runEditorTests],
  ['vscode', runVscodeTests]
]
let passed = 0
let failed = 0
for (const [name, run] of suites) {
  console.log(`\n— ${name}`)
  let result
  try {
    result = await run()
  } catch (error) {
    console.error(error)
    result = { passed: 0, failed: 1 }
  }
  console.log(`${name}: ${result.passed} passed, ${result.failed} failed${result.leftOut ? `; left out: ${result.leftOut}` : ''}`)
  passed += result.passed
  failed += result.failed
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

/** The compiler is the first enforcer of the layers, so it counts as a suite. */
function types() {
  return counted(run(bin('tsc'), ['-b']) === 0)
}

function fast() {
  const report = join(root, '.cache', 'vitest.json')
  mkdirSync(join(root, '.cache'), { recursive: true })
  const status = run(bin('vitest'), ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`])
  if (!existsSync(report)) return counted(false)
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
  // A file that does not even load fails without a failed test in it.
  return { passed: numPassedTests, failed: numFailedTests || (status === 0 ? 0 : Math.max(1, numFailedTestSuites)) }
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status
}

function counted(good) {
  return { passed: good ? 1 : 0, failed: good ? 0 : 1 }
}
