/** For editors and `grep`: one line for each finding, `file:line:column: severity: message [rule]`. */
import { type Outcome, regionOf } from './checked.ts'

export const compact = ({ checked }: Outcome): string =>
  checked
    .flatMap((file) =>
      file.findings.map((finding) => {
        const { line, column } = regionOf(file, finding)
        return `${file.path}:${line}:${column}: ${finding.severity}: ${finding.message} [${finding.rule}]\n`
      })
    )
    .join('')
