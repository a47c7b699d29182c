/** For GitHub's checks: workflow commands that a run shows beside the lines of the change. */
import type { Severity } from '../../core/api.ts'
import { type Outcome, regionOf } from './checked.ts'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' }

export function github({ checked, unreadable }: Outcome): string {
  const told = checked.flatMap((file) =>
    file.findings.map((finding) => {
      const { line, column, endLine, endColumn } = regionOf(file, finding)
      // Columns are shown only where a finding stands on one line.
      const columns = line === endLine ? { col: column, endColumn } : {}
      return command(commands[finding.severity], { file: file.path, line, endLine, ...columns, title: finding.rule }, finding.message)
    })
  )
  return [...told, ...unreadable.map(({ path, problem }) => command('error', { file: path }, problem))].join('')
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escaped(String(value)).replace(/[:,]/g, coded)}`)
  return `::${name} ${given.join(',')}::${escaped(message)}\n`
}

const escaped = (text: string): string => text.replace(/[%\r\n]/g, coded)

const coded = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
