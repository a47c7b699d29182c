/** Every suite that runs inside VS Code's extension host, wherever that is. */
import * as assert from 'node:assert/strict'
import type Mocha from 'mocha'
import { env, workspace } from 'vscode'
import { apiSuite } from './api-suite.ts'
import { coverageSuite } from './coverage-suite.ts'
import { documentsSuite } from './documents-suite.ts'
import { fixesSuite } from './fixes-suite.ts'
import { ignoreSuite } from './ignore-suite.ts'
import { languageSuite } from './language-suite.ts'
import { mendingSuite } from './mending-suite.ts'
import { namesSuite } from './names-suite.ts'
import { projectSuite } from './project-suite.ts'
import { standingSuite } from './standing-suite.ts'
import { suite } from './suite.ts'
import { twoFoldersSuite } from './two-folders-suite.ts'
import { viewsSuite } from './views-suite.ts'

export interface Outcome {
  readonly passed: number
  readonly failed: number
}

/** Milliseconds for one test: each wait in it has a limit of its own, which says what was waited for. */
const LONGEST = 240_000

/** Milliseconds, from which on it is told how long a test took. */
const SLOW = 2_000

/** What the window is said to be; what is not told is as usual. */
export interface Profile {
  readonly trusted?: boolean
}

/** `Runner` is Mocha as the host has it. Rejects when a test failed, after `report` was told. */
export async function runSuites(Runner: typeof Mocha, profile: Profile, report: (outcome: Outcome) => void): Promise<void> {
  const { trusted = true } = profile
  const mocha = new Runner({ ui: 'bdd', timeout: LONGEST, reporter: Runner.reporters.Base })
  mocha.suite.emit('pre-require', globalThis as never, '', mocha)
  describe('the window', () => {
    it(trusted ? 'is trusted' : 'is not trusted, and everything works', () => assert.equal(workspace.isTrusted, trusted))
  })
  if (env.language === 'de') languageSuite()
  else if (workspace.workspaceFile) twoFoldersSuite()
  else {
    suite()
    mendingSuite()
    fixesSuite()
    ignoreSuite()
    namesSuite()
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
      .on('pass', ({ title, duration = 0 }) => {
        passed += 1
        console.log(`  ✓ ${title}${duration > SLOW ? ` (${(duration / 1000).toFixed(1)} s)` : ''}`)
      })
      .on('fail', (test, error: Error) => {
        failed += 1
        console.error(`  ✗ ${test.fullTitle()}\n${error.stack ?? error.message}`)
      })
  })
  report(outcome)
  if (outcome.failed > 0) throw new Error(`${outcome.failed} of the tests in VS Code failed`)
}
