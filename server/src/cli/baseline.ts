/** Findings that a project has already, so that only new ones fail: known by file, rule and words, wherever in the file they move. */
import { existsSync, readFileSync } from 'node:fs'
import { type Checked, excerpt, type Outcome } from './report/checked.ts'
import { Trouble } from './trouble.ts'
import { writeAtomically } from './write.ts'

/** By path, `rule: words` of each finding; one that stands there twice is known twice. */
type Baseline = Readonly<Record<string, readonly string[]>>

/** The outcome without the findings of the baseline. Throws Trouble where the file is none. */
export function withoutKnown({ checked, unreadable }: Outcome, file: string): Outcome {
  const baseline = readBaseline(file)
  const fresh = checked.map((one): Checked => {
    const left = new Map<string, number>()
    for (const known of Object.hasOwn(baseline, one.path) ? (baseline[one.path] ?? []) : []) left.set(known, (left.get(known) ?? 0) + 1)
    const findings = one.findings.filter((finding) => {
      const key = keyOf(one, finding)
      const known = left.get(key) ?? 0
      left.set(key, known - 1)
      return known <= 0
    })
    return { ...one, findings }
  })
  return { checked: fresh, unreadable }
}

/** Writes down what there is now. Throws Trouble where it cannot be written. */
export function writeBaseline({ checked }: Outcome, file: string): void {
  const found = checked.filter(({ findings }) => findings.length > 0)
  const baseline: Baseline = Object.fromEntries(found.map((one) => [one.path, one.findings.map((finding) => keyOf(one, finding)).sort()]))
  writeAtomically(file, `${JSON.stringify({ version: 1, findings: baseline }, null, 2)}\n`)
}

const keyOf = (file: Checked, finding: Checked['findings'][number]): string => `${finding.rule}: ${excerpt(file, finding, 80)}`

function readBaseline(file: string): Baseline {
  if (!existsSync(file)) throw new Trouble(`${file}: there is no such baseline; --update-baseline writes it`)
  try {
    const { version, findings } = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown; findings?: unknown }
    const isOne = version === 1 && typeof findings === 'object' && findings !== null && Object.values(findings).every(isListOfWords)
    if (isOne) return findings as Baseline
  } catch {
    // Told below, as any other file that is none.
  }
  throw new Trouble(`${file}: this is no baseline of Saidby’s`)
}

const isListOfWords = (value: unknown): boolean => Array.isArray(value) && value.every((word) => typeof word === 'string')
