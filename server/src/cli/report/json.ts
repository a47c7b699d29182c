/** For programs: an array of files, each with its findings; lines and columns count from 1, offsets are half-open UTF-16. */
import { type Outcome, regionOf } from './checked.ts'

export function json({ checked, unreadable }: Outcome): string {
  const files = checked.map((file) => ({
    path: file.path,
    findings: file.findings.map((finding) => {
      const { span, rule, severity, message } = finding
      const fixes = finding.fixes().map(({ title, edits }) => ({ title, edits }))
      return { rule, severity, message, ...regionOf(file, finding), start: span.start, end: span.end, fixes }
    })
  }))
  const others = unreadable.map(({ path, problem }) => ({ path, error: problem, findings: [] }))
  return `${JSON.stringify([...files, ...others], null, 2)}\n`
}
