/** The suites in an extension host that is a web worker; whoever reads its console writes the report. */
import { runSuites } from './run.ts'

/** Called by VS Code. Rejects when a test failed. */
export const run = (): Promise<void> => runSuites((outcome) => console.log(`saidby-report ${JSON.stringify(outcome)}`))
