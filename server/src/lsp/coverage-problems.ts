/** What is wrong with project files and files of the coverage, shown in those files. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver'
import { PROJECT_FILES } from '../store/library.ts'
import type { Publish } from './diagnostics.ts'
import type { Encoding } from './document.ts'
import type { CoverageProblem, CoverageStatus } from './protocol.ts'

/** Shows the problems of the newest status and takes back those of the one before; `isDraft` tells whose diagnostics are others' business. */
export function createProblemView(
  publish: Publish,
  isDraft: (uri: string) => boolean,
  encoding: () => Encoding
): (status: CoverageStatus) => void {
  let shown = new Map<string, string>()
  return ({ folders }) => {
    const diagnostics = new Map<string, Diagnostic[]>()
    for (const problem of folders.flatMap(({ problems }) => problems)) {
      const known = diagnostics.get(problem.uri) ?? []
      diagnostics.set(problem.uri, [...known, toDiagnostic(problem, encoding())])
    }
    const next = new Map<string, string>()
    for (const uri of new Set([...shown.keys(), ...diagnostics.keys()])) {
      if (isDraft(uri)) continue
      const list = diagnostics.get(uri) ?? []
      const key = JSON.stringify(list)
      if (list.length > 0) next.set(uri, key)
      if (key !== (shown.get(uri) ?? '[]')) publish({ uri, diagnostics: list })
    }
    shown = next
  }
}

/** A place of no width: an editor underlines the word there. Columns count as UTF-16; for a client that counts otherwise it is the line’s beginning. */
function toDiagnostic({ uri, line, column, message }: CoverageProblem, encoding: Encoding): Diagnostic {
  const code = PROJECT_FILES.some((name) => uri.endsWith(`/${name}`)) ? 'project-file' : 'coverage'
  const place = { line: Math.max(0, line - 1), character: encoding === 'utf-16' ? Math.max(0, column - 1) : 0 }
  return { range: { start: place, end: place }, severity: DiagnosticSeverity.Warning, code, source: 'saidby', message }
}
