/** Every suite that runs inside VS Code's extension host, wherever that is. */
import type Mocha from 'mocha'
import { env, workspace } from 'vscode'
import { apiSuite } from './api-suite.ts'
import { coverageSuite } from './coverage-suite.ts'
import { documentsSuite } from './documents-suite.ts'
import { languageSuite } from './language-suite.ts'
import { mendingSuite } from './mending-suite.ts'
import { projectSuite } from './project-suite.ts'
import { standingSuite } from './standing-suite.ts'
import { suite } from './suite.ts'
import { twoFoldersSuite } from './two-folders-suite.ts'
import { viewsSuite } from './views-suite.ts'

export interface Outcome {
  readonly passed: number
  readonly failed: number
}

/** `Runner` is Mocha as the host has it. Rejects when a test failed, after `report` was told. */
export async function runSuites(Runner: typeof Mocha, report: (outcome: Outcome) => void): Promise<void> {
  const mocha = new Runner({ ui: 'bdd', timeout: 60_000, reporter: Runner.reporters.Base })
  mocha.suite.emit('pre-require', globalThis as never, '', mocha)
  if (env.language === 'de') languageSuite()
  else if (workspace.workspaceFile) twoFoldersSuite()
  else {
    suite()
    mendingSuite()
    documentsSuite()
    viewsSuite()
    coverageSuite()
    apiSuite()
    projectSuite()
    standingSuite()
  }
  const outcome = await new Promise<Outcome>((resolve) => {
    let passed = 0
    let failed = 0
    mocha
      .run(() => resolve({ passed, failed }))
      .on('pass', ({ title }) => {
        passed += 1
        console.log(`  ✓ ${title}`)
      })
      .on('fail', (test, error: Error) => {
        failed += 1
        console.error(`  ✗ ${test.fullTitle()}\n${error.stack ?? error.message}`)
      })
  })
  report(outcome)
  if (outcome.failed > 0) throw new Error(`${outcome.failed} of the tests in VS Code failed`)
}
