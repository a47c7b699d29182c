/** `saidby mcp`: reads the coverage and serves an assistant on standard input and output. */
import { join } from 'node:path'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { serveAssistant } from '../mcp/server.ts'
import { type CoverageOption, coverageOfDrafts, workspacesWith } from './coverage.ts'

/** Exit status 0, when the other side has closed its end. Without paths, the coverage is that of the folder in which the command runs. */
export async function serveMcp({ coverage }: { readonly coverage: CoverageOption }): Promise<number> {
  const known = await coverageOfDrafts(coverage)(join(process.cwd(), 'draft.md'))
  const closed = new Promise<void>((resolve) => process.stdin.once('end', resolve).once('close', resolve))
  await serveAssistant(workspacesWith(known).drafts, SAIDBY_VERSION, new StdioServerTransport())
  await closed
  return 0
}
