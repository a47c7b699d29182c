/** `saidby mcp`: three questions an assistant may ask over the Model Context Protocol, https://modelcontextprotocol.io. It only reads. */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import * as z from 'zod'
import { type Analysis, unattributedQuotations, verifiedQuotations, type Workspace, whoSaid } from '../core/api.ts'

/** Serves until the other side is gone. `workspace` knows the coverage. */
export async function serveAssistant(workspace: Workspace, version: string, transport: Transport): Promise<void> {
  const server = new McpServer({ name: 'saidby', title: 'Saidby', version })
  const readOnly = { readOnlyHint: true, openWorldHint: false, idempotentHint: true }

  server.registerTool(
    'verify_quotations',
    {
      title: 'Verify quotations',
      description:
        'Holds every quotation of a Markdown draft of a news story against the published coverage: speaker, verdict (verbatim, trimmed, altered, spliced, unsupported, or none where nothing can be said), the published words, publisher and date.',
      inputSchema: { text: z.string().describe('The draft, as Markdown.') },
      annotations: readOnly
    },
    ({ text }) => answer({ quotations: verifiedQuotations(analysisOf(text)) })
  )
  server.registerTool(
    'who_said',
    {
      title: 'Who said it',
      description: 'Finds who is published to have said some words, or words like them, and where.',
      inputSchema: {
        words: z.string().min(1).describe('The words, without quotation marks.'),
        speaker: z.string().optional().describe('Only what this person or body said.'),
        most: z.number().int().min(1).max(50).default(10).describe('How many places at most.')
      },
      annotations: readOnly
    },
    ({ words, speaker, most }) => answer({ said: whoSaid(analysisOf('').coverage, words, speaker ?? null, most) })
  )
  server.registerTool(
    'list_unattributed',
    {
      title: 'List unattributed quotations',
      description:
        'Lists the quotations of a Markdown draft of which a reader is not told, or not plainly, who said them, with the likely speakers.',
      inputSchema: { text: z.string().describe('The draft, as Markdown.') },
      annotations: readOnly
    },
    ({ text }) => answer({ quotations: unattributedQuotations(analysisOf(text)) })
  )
  await server.connect(transport)

  function analysisOf(text: string): Analysis {
    return workspace.withDraft(DRAFT, text).analysis(DRAFT) as Analysis
  }
}

const DRAFT = 'assistant:draft'

const answer = (data: Record<string, unknown>) => ({
  content: [{ type: 'text' as const, text: JSON.stringify(data, null, 2) }],
  structuredContent: data
})
