/** The fixes that may be made all at once, without asking: they change no word, and give nothing to anybody. */
import { applyEdits, composedEdits } from '../text/edit.ts'
import type { Edit, Finding, RuleId } from './finding.ts'

/** Of these, the safe fixes may be made whenever a draft is saved: they are about signs and the house’s spellings, and ask no coverage. */
export const mendingRules: readonly RuleId[] = ['unclosed-quotation', 'mismatched-quotation-marks', 'inconsistent-name']

/** The edits of the first safe fix of each finding, in draft order; of two that touch, the one of the earlier finding. */
export function safeEdits(findings: readonly Finding[]): readonly Edit[] {
  const taken: Edit[] = []
  for (const finding of findings) {
    const fix = finding.fixes().find(({ safe }) => safe)
    if (fix && !fix.edits.some((edit) => taken.some((other) => touch(edit, other)))) taken.push(...fix.edits)
  }
  return taken.sort((a, b) => a.start - b.start)
}

/** One fix may bring another to light, as a mark that is closed shows the next to be open. */
const MOST_ROUNDS = 8

/** The edits that make all safe fixes, until there are none; `findingsOf` tells what is found in a text. */
export function allSafeEdits(text: string, findingsOf: (text: string) => readonly Finding[]): readonly Edit[] {
  let edits: readonly Edit[] = []
  let fixed = text
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = safeEdits(findingsOf(fixed))
    if (next.length === 0) break
    edits = composedEdits(text, edits, next)
    fixed = applyEdits(fixed, next)
  }
  return edits
}

/** The text with all safe fixes made. */
export const fixedSafely = (text: string, findingsOf: (text: string) => readonly Finding[]): string =>
  applyEdits(text, allSafeEdits(text, findingsOf))

const touch = (a: Edit, b: Edit): boolean => a.start <= b.end && b.start <= a.end
