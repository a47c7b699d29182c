/** The suites in an extension host that is a web worker; whoever reads its console writes the report. */
import 'mocha/mocha.js'
import type Mocha from 'mocha'
import { runSuites } from './run.ts'

/** Where Mocha’s file for browsers leaves itself. */
const left = globalThis as unknown as { readonly Mocha: typeof Mocha }

/** Called by VS Code. Rejects when a test failed. */
export const run = (): Promise<void> => runSuites(left.Mocha, {}, (outcome) => console.log(`saidby-report ${JSON.stringify(outcome)}`))
