/** For test reports: a suite for each draft, a failed case for each finding, and one that passed where there is none. */
import { excerpt, isLoud, type Outcome, regionOf } from './checked.ts'

export function junit({ checked, unreadable }: Outcome): string {
  const suites = checked.map((file) => {
    const cases = file.findings.map((finding) => {
      const { line, column } = regionOf(file, finding)
      const words = `${file.path}:${line}:${column}: ${excerpt(file, finding, 200)}`
      const told = isLoud(finding.severity)
        ? `<failure type="${finding.rule}" message="${xml(finding.message)}">${xml(words)}</failure>`
        : `<system-out>${xml(`${finding.severity}: ${finding.message} ${words}`)}</system-out>`
      return testCase(`${finding.rule} ${line}:${column}`, file.path, told)
    })
    const failures = file.findings.filter(({ severity }) => isLoud(severity)).length
    return suite(file.path, cases.length > 0 ? cases : [testCase('no findings', file.path, '')], failures, 0)
  })
  const broken = unreadable.map(({ path, problem }) => suite(path, [testCase('read', path, `<error message="${xml(problem)}"/>`)], 0, 1))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="saidby">\n${[...suites, ...broken].join('')}</testsuites>\n`
}

const suite = (path: string, cases: readonly string[], failures: number, errors: number): string =>
  `  <testsuite name="${xml(path)}" tests="${cases.length}" failures="${failures}" errors="${errors}">\n${cases.join('')}  </testsuite>\n`

const testCase = (name: string, path: string, told: string): string =>
  `    <testcase name="${xml(name)}" classname="${xml(path)}"${told ? `>${told}</testcase>` : '/>'}\n`

/** Signs that XML has for itself, and those that it cannot hold at all: control characters, halves of a pair. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
