/** For a person: each finding with its words under it, and a last line that counts. */
import type { Severity } from '../../core/api.ts'
import { paint } from '../paint.ts'
import { type Checked, excerpt, type Outcome, regionOf } from './checked.ts'

const colours: Readonly<Record<Severity, 'red' | 'yellow' | 'blue' | 'grey'>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'grey'
}

export const pretty = ({ checked }: Outcome): string => {
  const lines = checked.flatMap((file) => file.findings.map((finding) => prettyLine(file, finding)))
  return lines.length === 0 ? '' : `${lines.join('')}${counted(checked)}\n`
}

function prettyLine(file: Checked, finding: Checked['findings'][number]): string {
  const { line, column } = regionOf(file, finding)
  const { severity, message, rule } = finding
  return [
    `${file.path}:${line}:${column}: ${paint(severity, colours[severity])}: ${message} ${paint(`[${rule}]`, 'grey')}\n`,
    `    ${paint(excerpt(file, finding, 90), 'grey')}\n`
  ].join('')
}

/** *3 findings in 2 files: 1 warning, 2 hints.* */
function counted(checked: readonly Checked[]): string {
  const all = checked.flatMap(({ findings }) => findings)
  const files = checked.filter(({ findings }) => findings.length > 0).length
  const kinds = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity) => {
    const count = all.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [severity === 'information' ? `${count} information` : many(count, severity)]
  })
  return `${many(all.length, 'finding')} in ${many(files, 'file')}: ${kinds.join(', ')}.`
}

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
