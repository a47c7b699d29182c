/** `saidby annotate --jsonl`: texts in, everything that was found in them out, a line each, for measuring and for other programs. */
import { once } from 'node:events'
import {
  type Analysis,
  defaultLevels,
  findings,
  type Levels,
  type OutlineItem,
  outline,
  type Quotation,
  type QuotationVerification,
  type Speaker,
  type Verification,
  type Workspace
} from '../core/api.ts'
import { nodeFiles } from '../hosts/files.ts'
import { holdingFor, type Library } from '../store/library.ts'
import { type CoverageOption, readCoverage, readProject, workspacesWith } from './coverage.ts'
import { decode } from './read.ts'
import { Trouble } from './trouble.ts'

export interface AnnotateOptions {
  readonly coverage: CoverageOption
  /** The path of a project file, or null for none. */
  readonly project: string | null
}

/** Reads standard input to its end. Exit status: 0, or 2 when a line could not be read; the others are answered all the same. */
export async function annotate({ coverage, project }: AnnotateOptions): Promise<number> {
  const known = await (project === null ? readCoverage(coverage) : readProject(project, coverage))
  const { project: found } = known.library.holdings
  const levels = { ...defaultLevels, ...holdingFor(found, null, nodeFiles).levels }
  const { drafts: workspace } = workspacesWith(known)
  let number = 0
  let status = known.problems > 0 ? 2 : 0
  for await (const bytes of lines(process.stdin)) {
    number += 1
    if (bytes.length === 0) continue
    let answer: string
    try {
      answer = annotateLine(bytes, `line ${number}`, workspace, known.library, levels)
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      status = 2
      process.stderr.write(`saidby: ${error.message}\n`)
      answer = JSON.stringify({ id: null, error: error.message })
    }
    if (!process.stdout.write(`${answer}\n`)) await once(process.stdout, 'drain')
  }
  return status
}

/** Lines as bytes, so that a character is never cut in two; an ending \r is taken off. */
async function* lines(input: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let parts: Buffer[] = []
  const finished = () => {
    const line = Buffer.concat(parts)
    parts = []
    return line.at(-1) === 13 ? line.subarray(0, -1) : line
  }
  for await (const chunk of input) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      parts.push(chunk.subarray(start, end))
      yield finished()
      start = end + 1
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
  }
  if (parts.length > 0) yield finished()
}

function annotateLine(bytes: Buffer, name: string, workspace: Workspace, library: Library, levels: Levels): string {
  const { id, text } = document(decode(bytes, name), name)
  const analysis = workspace.withDraft('annotate:', text).analysis('annotate:')
  return JSON.stringify({ id, ...(analysis ? annotation(analysis, library, levels) : {}) })
}

function document(line: string, name: string): { id: unknown; text: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new Trouble(`${name}: this is not JSON: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Trouble(`${name}: this is not an object with “id” and “text”`)
  const { id, text } = value as { id?: unknown; text?: unknown }
  if (typeof text !== 'string') throw new Trouble(`${name}: “text” is missing or no string`)
  if (typeof id !== 'string' && typeof id !== 'number') throw new Trouble(`${name}: “id” is missing or neither string nor number`)
  return { id, text }
}

function annotation(analysis: Analysis, library: Library, levels: Levels): object {
  const { text, chains, quotations, verification } = analysis
  const mentions = chains.flatMap(({ mentions, entity, name }) =>
    mentions.map(({ span, kind }) => ({ start: span.start, end: span.end, kind, entity, name }))
  )
  return {
    quotations: quotations.map((quotation) =>
      quotationEntry(quotation, text, quotation.kind === 'indirect' ? null : verification(quotation), library)
    ),
    mentions: mentions.sort((a, b) => a.start - b.start || b.end - a.end),
    findings: findings(analysis, levels).map(({ span, rule, severity, message, fixes }) => ({
      start: span.start,
      end: span.end,
      rule,
      severity,
      message,
      fixes: fixes().map(({ title, edits }) => ({ title, edits }))
    })),
    outline: outline(analysis).map(outlineEntry)
  }
}

function quotationEntry(quotation: Quotation, text: string, verification: QuotationVerification | null, library: Library): object {
  const { span, kind, segments, speaker, cue, evidence, probability } = quotation
  return {
    start: span.start,
    end: span.end,
    kind,
    segments: segments.map((segment, i) => ({
      start: segment.span.start,
      end: segment.span.end,
      verification: verificationEntry(verification?.segments[i], library)
    })),
    speaker: speaker && speakerEntry(speaker, text),
    cue: cue && { start: cue.start, end: cue.end, text: text.slice(cue.start, cue.end) },
    evidence: evidence && { sieve: evidence.sieve, words: evidence.words.map(({ start, end }) => [start, end]) },
    probability: Math.round(probability * 1000) / 1000,
    verification: verificationEntry(verification?.whole, library)
  }
}

/** Passages of an article that is a file are told in offsets of the file's text; of a line and of a statement, in those of their words. */
function verificationEntry(verification: Verification | null | undefined, library: Library): object | null {
  if (!verification) return null
  const passages = verification.passages.map(({ article, start, end }) => ({
    article: article.id,
    ...(library.spanInFile(article, start, end) ?? { start, end })
  }))
  const { article = null, start = null, end = null } = passages[0] ?? {}
  const edits = verification.edits.map(({ op, quote, published, start, end }) => ({ op, quote, source: published, start, end }))
  return { verdict: verification.verdict, article, start, end, passages, edits }
}

const speakerEntry = ({ span: { start, end }, entity, name, also }: Speaker, text: string): object => ({
  start,
  end,
  text: text.slice(start, end),
  entity,
  name,
  also
})

const outlineEntry = ({ kind, title, span, takeaway, children }: OutlineItem): object => ({
  kind,
  title,
  start: span.start,
  end: span.end,
  takeaway,
  children: children.map(outlineEntry)
})
