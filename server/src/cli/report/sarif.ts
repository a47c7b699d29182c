/** SARIF 2.1.0, which code scanning and many viewers read: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import { pathToFileURL } from 'node:url'
import { type Finding, type RuleId, ruleIds, type Severity } from '../../core/api.ts'
import { type Checked, type Outcome, regionOf } from './checked.ts'

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note'
}

export function sarif({ checked, unreadable }: Outcome): string {
  const notifications = unreadable.map(({ path, problem }) => ({
    level: 'error',
    message: { text: problem },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }]
  }))
  const run = {
    tool: { driver: { name: 'Saidby', semanticVersion: SAIDBY_VERSION, rules: ruleIds.map((id) => ({ id, name: nameOf(id) })) } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: unreadable.length === 0, toolExecutionNotifications: notifications }],
    results: checked.flatMap((file) => file.findings.map((finding) => result(file, finding)))
  }
  return `${JSON.stringify({ version: '2.1.0', $schema: SCHEMA, runs: [run] }, null, 2)}\n`
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

function result(file: Checked, finding: Finding): object {
  const { rule, severity, message } = finding
  const { line, column, endLine, endColumn } = regionOf(file, finding)
  const region = { startLine: line, startColumn: column, endLine, endColumn }
  const artifactLocation = { uri: uriOf(file.path) }
  const fixes = finding.fixes().map(({ title, edits }) => ({
    description: { text: title },
    artifactChanges: [{ artifactLocation, replacements: edits.map((edit) => replacement(file, edit)) }]
  }))
  return {
    ruleId: rule,
    ruleIndex: ruleIds.indexOf(rule),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    ...(fixes.length > 0 && { fixes })
  }
}

function replacement({ index }: Checked, { start, end, newText }: ReturnType<Finding['fixes']>[number]['edits'][number]): object {
  const [from, to] = [index.positionAt(start), index.positionAt(end)]
  return {
    deletedRegion: { startLine: from.line + 1, startColumn: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 },
    insertedContent: { text: newText }
  }
}

/** A relative path as a relative URI reference, an absolute one as `file:`. */
const uriOf = (path: string): string =>
  /^(?:\/|[A-Za-z]:)/.test(path) ? pathToFileURL(path).href : encodeURI(path).replace(/[?#]/g, encodeURIComponent)

/** *unattributed-quotation* as `UnattributedQuotation`. */
const nameOf = (id: RuleId): string => id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
