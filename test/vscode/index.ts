/** Runs the suite inside VS Code's extension host and writes down how it went. */
import { writeFileSync } from 'node:fs'
import Mocha from 'mocha'
import { coverageSuite } from './coverage-suite.ts'
import { suite } from './suite.ts'
import { viewsSuite } from './views-suite.ts'

/** Called by VS Code. Rejects when a test failed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false })
  mocha.suite.emit('pre-require', globalThis as never, '', mocha)
  suite()
  viewsSuite()
  coverageSuite()
  const { passed, failed } = await new Promise<{ passed: number; failed: number }>((resolve) => {
    let passed = 0
    let failed = 0
    mocha
      .run(() => resolve({ passed, failed }))
      .on('pass', () => {
        passed += 1
      })
      .on('fail', () => {
        failed += 1
      })
  })
  const report = process.env['SAIDBY_TEST_REPORT']
  if (report) writeFileSync(report, JSON.stringify({ passed, failed }))
  if (failed > 0) throw new Error(`${failed} of the tests in VS Code failed`)
}
