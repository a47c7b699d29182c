/** The fixes that may be made all at once, without asking: they change no word, and give nothing to anybody. */
import { applyEdits } from '../text/edit.ts'
import type { Edit, Finding } from './finding.ts'

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

/** The text with all safe fixes made, until there are none; `findingsOf` tells what is found in a text. */
export function fixedSafely(text: string, findingsOf: (text: string) => readonly Finding[]): string {
  let fixed = text
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const edits = safeEdits(findingsOf(fixed))
    if (edits.length === 0) break
    fixed = applyEdits(fixed, edits)
  }
  return fixed
}

const touch = (a: Edit, b: Edit): boolean => a.start <= b.end && b.start <= a.end
