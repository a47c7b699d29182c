/** The suites in an extension host of Node. */
import { writeFileSync } from 'node:fs'
import Mocha from 'mocha'
import { runSuites } from './run.ts'

/** Called by VS Code. Rejects when a test failed. */
export const run = (): Promise<void> =>
  runSuites(Mocha, JSON.parse(process.env['SAIDBY_VSCODE'] ?? '{}'), (outcome) => {
    const report = process.env['SAIDBY_TEST_REPORT']
    if (report) writeFileSync(report, JSON.stringify(outcome))
  })
