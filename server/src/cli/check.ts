/** `saidby check FILE…`: every finding on a line of its own, as an editor's terminal can open it. */
import { defaultLevels, findings, type Severity } from '../core/api.ts'
import type { CoverageOption } from './coverage.ts'
import { eachDraft } from './drafts.ts'
import { paint } from './paint.ts'

const colours: Readonly<Record<Severity, 'red' | 'yellow' | 'blue' | 'grey'>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'grey'
}

/** Exit status: 0, 1 with findings at warning or above, 2 when a file could not be read; the other files are checked all the same. */
export async function check(paths: readonly string[], coverage: CoverageOption): Promise<number> {
  let loud = 0
  let lines = ''
  const unreadable = await eachDraft(paths, coverage, (path, analysis, index) => {
    for (const { span, severity, message, rule } of findings(analysis, defaultLevels)) {
      const { line, character } = index.positionAt(span.start)
      if (severity === 'warning' || severity === 'error') loud += 1
      lines += `${path}:${line + 1}:${character + 1}: ${paint(severity, colours[severity])}: ${message} ${paint(`[${rule}]`, 'grey')}\n`
      lines += `    ${paint(excerpt(analysis.text.slice(span.start, span.end)), 'grey')}\n`
    }
  })
  process.stdout.write(lines)
  return unreadable > 0 ? 2 : loud > 0 ? 1 : 0
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 90 ? `${line.slice(0, 89)}…` : line
}
